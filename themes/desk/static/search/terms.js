// The index: the shards of terms, and the numbers written in them (see docs/search.md).

import { file, index } from "./files.js";

const NEAREST = 20; // words that what is typed begins, at most
const USED = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !'"\\|='.includes(c));
const BASE = USED.length / 2;
const DIGITS = new Uint8Array(128);
USED.forEach((char, digit) => (DIGITS[char.charCodeAt(0)] = digit));

// Ascending numbers from the gaps between them; no more of them than characters.
export function numbers(list) {
  const found = new Uint32Array(list.length);
  let count = 0, value = 0, last = 0;
  for (let i = 0; i < list.length; i++) {
    const digit = DIGITS[list.charCodeAt(i)];
    value = value * BASE + (digit % BASE);
    if (digit < BASE) {
      found[count++] = last += value;
      value = 0;
    }
  }
  return found.subarray(0, count);
}

// Number of the shard a term lies in; -1 before the first.
function place(starts, term) {
  let low = 0, high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const shard = (number) => file(`terms/${number}.json`);

// A term with its postings and the words behind it, or the stem of a word; null if no text has it.
export async function entry(term) {
  const at = place((await index()).terms, term);
  const terms = at < 0 ? {} : await shard(at);
  if (!Object.hasOwn(terms, term)) return null;
  const [value, stem] = terms[term].split("=");
  const [lists, forms] = value.split("|");
  return { term, stem, lists, forms: forms ? forms.split(" ") : [] };
}

// Terms that begin with a word; they may go on in the shards after its own.
async function beginning(word) {
  const { terms } = await index();
  const first = place(terms, word), found = [];
  for (let at = Math.max(first, 0); at < terms.length && found.length < NEAREST; at++) {
    if (at > first && !terms[at].startsWith(word)) break;
    found.push(...Object.keys(await shard(at)).filter((term) => term.startsWith(word)));
  }
  return found.slice(0, NEAREST);
}

const ENDINGS = ["ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ies", "ied", "ed", "es", "s", "ly", "al", "d", "e", "y"];

// A word the texts do not have: words it begins, else a word it is a form of.
export async function nearest(word) {
  const longer = word.length > 1 ? await beginning(word) : [];
  if (longer.length) return longer;
  for (const ending of ENDINGS) {
    const root = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || root.length < 3) continue;
    const single = root.replace(/(.)\1$/, "$1");
    for (const term of new Set([root, single, `${root}e`, `${root}i`, `${root}y`])) {
      if (await entry(term)) return [term];
    }
  }
  return [];
}
