// Evidence: the sentence of a record that shows most of what was asked for, and what is marked.

import { foldAll, fold, placed, standing } from "./folding.js";

const LENGTHS = [120, 320]; // characters of a sentence shown, about: Chinese, English
const prepared = new WeakMap();

// A sentence and its twin, folded when they are looked at, as many never are.
class Sentence {
  #plain;

  constructor(block, [name, ...texts]) {
    Object.assign(this, { block, name, texts });
  }

  get plain() {
    return (this.#plain ??= foldAll(this.texts));
  }
}

// What of a record is looked at, put together once.
function texts(record) {
  if (!prepared.has(record)) {
    const heads = [...record.titles, ...record.summaries].map(([text]) => text);
    const names = record.names.map(([zh, en, written, others]) => {
      const all = foldAll([zh, en, ...written, ...others]);
      return { all, shown: all.slice(0, 2 + written.length) };
    });
    const told = record.blocks.flatMap(([block, found]) => found.map((one) => new Sentence(block, one)));
    prepared.set(record, { heads: foldAll(heads), names, told });
  }
  return prepared.get(record);
}

// Whether the phrases stand in a record as they were asked for, in its text or its names.
export function holds(record, phrases) {
  const { heads, names, told } = texts(record);
  return phrases.every((phrase) => {
    const has = (text) => text.includes(phrase);
    return heads.some(has) || names.some(({ all }) => all.some(has)) || told.some(({ plain }) => plain.some(has));
  });
}

// What to mark for each part of the query: its words; how the record writes what has just that
// name; and, should that show nothing, how it writes what has such a name.
export function needles(record, { parts, near, asked }) {
  const { names } = texts(record);
  const named = (test) => names.filter(({ all }) => all.some(test)).flatMap(({ shown }) => shown);
  return parts.map(({ han, text, forms, grams }) => ({
    words: near && han ? grams.map(({ gram }) => gram) : forms,
    written: named((name) => name === text || (name === asked && name.includes(text))),
    perhaps: named((name) => name.includes(text)),
  }));
}

// The sentence that shows most of what was asked for, with all that is marked in it and its twin.
export function evidence(record, wanted) {
  const { told } = texts(record);
  for (const kind of ["written", "perhaps"]) {
    const sets = wanted.map((part) => ({ words: part.words, names: part[kind] }));
    const best = telling(told, sets);
    if (best) return { ...best, words: sets.flatMap(({ words, names }) => [...words, ...names]) };
  }
  return null;
}

// Words of the query count more than names that stand for them; the first of the best is taken.
function telling(told, sets) {
  let best = null, most = 0;
  for (const sentence of told) {
    const shows = (words) => words.some((word) => word && sentence.plain.some((text) => standing(text, word) >= 0));
    const score = sets.reduce((sum, { words, names }) => sum + (shows(words) ? 2 : shows(names) ? 1 : 0), 0);
    if (score > most) [best, most] = [sentence, score];
    if (most === 2 * sets.length) break;
  }
  return best;
}

// Where words stand in a folded text.
function spans(plain, words) {
  const found = [];
  for (const word of new Set(words)) {
    if (!word) continue;
    for (let at = standing(plain, word); at >= 0; at = standing(plain, word, at + 1)) found.push([at, at + word.length]);
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

// A text with its marks; a long one from shortly before the first of them.
export function marked(text, words, of) {
  const long = LENGTHS[of], found = spans(fold(text), words);
  const places = found.length ? placed(text) : [];
  const all = found.map(([open, close]) => [places[open], places[close]]);
  const first = text.length > long && all.length ? all[0][0] - long / 4 : 0;
  const start = first > long / 4 ? text.slice(0, first).lastIndexOf(" ") + 1 || Math.floor(first) : 0;
  const end = text.length > start + long * 1.5 ? start + long : text.length;
  const nodes = start ? ["…"] : [];
  let at = start;
  for (const [open, close] of all) {
    if (open < at || open >= end) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(open, close);
    nodes.push(text.slice(at, open), mark);
    at = close;
  }
  return [...nodes, text.slice(at, Math.max(at, end)), ...(end < text.length ? ["…"] : [])];
}
