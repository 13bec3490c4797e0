// Finding: which records hold what is asked for, and how well.

import { index } from "./files.js";
import { fold, HAN_ONLY, TOKEN } from "./folding.js";
import { entry, nearest, numbers } from "./terms.js";

const WEIGHTS = [0, 8, 4, 3, 1]; // of no hit, title, names, summary, body
const TOPICS = 8; // companies and themes that only a part of the query names: no more than these
const STOP = new Set(("a an and are as at be by did do does for from had has have how in is it of on or "
  + "since that the their to was were what when where which who whom whose why will with").split(" "));

// Where a term is found: for each record the best of title (1), names, summary, body (4), or 0.
async function ranked(found) {
  const { records } = await index();
  const [pages = "", ...groups] = found.lists.split(" ");
  const ranks = new Uint8Array(records);
  groups.forEach((list, place) => {
    const found = numbers(list);
    for (let i = 0; i < found.length; i++) ranks[found[i]] = place + 1;
  });
  return { ranks, pages: new Set(numbers(pages)) };
}

function both(one, other) {
  const ranks = new Uint8Array(one.ranks.length);
  for (let record = 0; record < ranks.length; record++) {
    if (one.ranks[record] && other.ranks[record]) ranks[record] = Math.max(one.ranks[record], other.ranks[record]);
  }
  return { ranks, pages: new Set([...one.pages].filter((page) => other.pages.has(page))) };
}

function either(one, other) {
  const ranks = new Uint8Array(one.ranks.length);
  for (let record = 0; record < ranks.length; record++) {
    ranks[record] = Math.min(one.ranks[record] || 9, other.ranks[record] || 9) % 9;
  }
  return { ranks, pages: new Set([...one.pages, ...other.pages]) };
}

const nothing = async () => ranked({ lists: "" });

// Chinese: every pair of neighbours must be there; whether they stand together shows in the text.
async function lookUpRun(text) {
  const grams = text.length > 1 ? Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)) : [text];
  const entries = await Promise.all(grams.map(entry));
  const found = await Promise.all(entries.map((one) => (one ? ranked(one) : nothing())));
  return { text, han: true, forms: [text], grams: found.map((one, i) => ({ ...one, gram: grams[i] })), ...found.reduce(both) };
}

async function lookUpWord(text) {
  const exact = await entry(text);
  const near = exact ? [exact] : await Promise.all((await nearest(text)).map(entry));
  const stems = await Promise.all([...new Set(near.map((one) => one.stem ?? one.term))].map(entry));
  const found = await Promise.all(stems.map(ranked));
  const forms = [text, ...stems.flatMap((one) => [one.term, ...one.forms])];
  const all = found.length ? found.reduce(either) : await nothing();
  return { text, han: false, forms, grams: [all], ...all };
}

export async function find(query) {
  const { records } = await index();
  const asked = fold(query).trim();
  const tokens = [...new Set(asked.match(TOKEN) ?? [])];
  const telling = tokens.filter((token) => !STOP.has(token));
  const parts = await Promise.all((telling.length ? telling : tokens)
    .map((token) => (HAN_ONLY.test(token) ? lookUpRun(token) : lookUpWord(token))));
  const scores = scored(parts, records, parts.length || Infinity);
  const phrases = parts.filter((part) => part.han && part.text.length > 2).map((part) => part.text);
  return { parts, scores, phrases, topics: topics(parts), near: false, asked };
}

// If no record has all that was asked for: those that have most of it, and at least half.
export function loosen({ parts, scores }) {
  const grams = parts.flatMap((part) => part.grams);
  const most = held(grams, scores.length).reduce((a, b) => Math.max(a, b), 0);
  return scored(grams, scores.length, grams.length > 1 ? Math.max(1, grams.length / 2, most) : Infinity);
}

// Of how many parts each record holds something.
function held(parts, records) {
  const counts = new Uint8Array(records);
  for (const { ranks } of parts) for (let record = 0; record < records; record++) if (ranks[record]) counts[record]++;
  return counts;
}

// Scores of the records that hold at least so many parts, 0 for others: a part tells the more the
// fewer records have it.
function scored(parts, records, least) {
  const counts = held(parts, records);
  const scores = new Float64Array(records);
  for (const { ranks } of parts) {
    const having = ranks.reduce((sum, rank) => (rank ? sum + 1 : sum), 1);
    const weights = WEIGHTS.map((weight) => weight * Math.log(1 + records / having));
    for (let record = 0; record < records; record++) if (counts[record] >= least) scores[record] += weights[ranks[record]];
  }
  return scores;
}

// Pages of companies and themes that most of the query names.
function topics(parts) {
  const hits = new Map();
  for (const part of parts) for (const page of part.pages) hits.set(page, (hits.get(page) ?? 0) + 1);
  const most = Math.max(0, ...hits.values());
  const best = [...hits.keys()].filter((page) => hits.get(page) === most);
  return most * 2 >= parts.length || best.length <= TOPICS ? best : [];
}
