// Folding: differences of width, case, accent and script are taken away.

const HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
export const TOKEN = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");
export const HAN_ONLY = new RegExp(`^[${HAN}]`, "u");
const LETTER = new RegExp(`(?![${HAN}])[\\p{L}\\p{N}]`, "u");
const MARKS = /\p{Mn}/gu;
const HAN_FROM = 0x3400; // no character before it has another form in simplified script
const simplified = new Array(0xa000); // by code

// Traditional characters and what stands for them in simplified script.
export function learn([from, into]) {
  const to = [...into];
  [...from].forEach((char, place) => (simplified[char.charCodeAt(0)] = to[place]));
}

// Character by character, as a pattern of all traditional ones is slow.
function simplify(text) {
  let done = "", at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const other = code < HAN_FROM ? undefined : simplified[code];
    if (!other) continue;
    done += text.slice(at, i) + other;
    at = i + 1;
  }
  return at ? done + text.slice(at) : text;
}

export const fold = (text) => simplify(text.normalize("NFKD").replace(MARKS, "").toLowerCase());

export const foldAll = (texts) => fold(texts.join("\n")).split("\n"); // no text has line breaks

const lengths = new Map();

// Units of a folded character.
function length(char) {
  if (char < "\u0080") return 1;
  if (!lengths.has(char)) lengths.set(char, fold(char).length);
  return lengths.get(char);
}

// For each unit of the folded text its place in the text.
export function placed(text) {
  const places = [];
  let place = 0;
  for (const char of text) {
    for (let i = length(char); i > 0; i--) places.push(place);
    place += char.length;
  }
  return [...places, text.length];
}

// Where a word stands in a folded text from a place on: not as a part of a longer one; -1 if nowhere.
export function standing(plain, word, from = 0) {
  for (let at = plain.indexOf(word, from); at >= 0; at = plain.indexOf(word, at + 1)) {
    const inside = LETTER.test(word[0]) && LETTER.test(plain[at - 1] ?? " ");
    const goesOn = LETTER.test(word.at(-1)) && LETTER.test(plain[at + word.length] ?? " ");
    if (!inside && !goesOn) return at;
  }
  return -1;
}
