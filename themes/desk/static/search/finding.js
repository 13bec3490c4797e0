// Finding: which records hold what is asked for, and how well.

import { index } from "./files.js";
import { fold, HAN_ONLY, TOKEN } from "./folding.js";
import { entry, nearest, numbers } from "./terms.js";

const WEIGHTS = [0, 8, 4, 3, 1]; // of no hit, title, names, summary, body
const LOOKED = 12; // pairs of characters and words of a query that are looked up at most: each may be a file
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

// Chinese: the pairs of neighbours must be there; whether all stand together shows in the text.
async function lookUpRun(text, grams) {
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

const pairs = (run) => (run.length > 1 ? Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)) : [run]);

// Each token with what it is looked up by: all its pairs, or, of a long query, some all along it.
function lookedUp(tokens) {
  const units = tokens.flatMap((text) => (HAN_ONLY.test(text) ? pairs(text) : [text]).map((gram) => [text, gram]));
  const step = Math.max(1, units.length / LOOKED);
  const by = new Map();
  units.forEach(([text, gram], i) => {
    if (Math.floor(i / step) > Math.floor((i - 1) / step)) by.set(text, [...(by.get(text) ?? []), gram]);
  });
  return [...by];
}

export async function find(query) {
  const { records } = await index();
  const asked = fold(query).trim();
  const tokens = [...new Set(asked.match(TOKEN) ?? [])];
  const telling = tokens.filter((token) => !STOP.has(token));
  const parts = await Promise.all(lookedUp(telling.length ? telling : tokens)
    .map(([token, grams]) => (HAN_ONLY.test(token) ? lookUpRun(token, grams) : lookUpWord(token))));
  const scores = scored(tally(parts, records), parts.length || Infinity);
  const phrases = parts.filter((part) => part.han && part.text.length > 2).map((part) => part.text);
  return { parts, scores, phrases, topics: topics(parts), near: false, asked };
}

// If no record has all that was asked for: those that have most of it, and at least half.
export function loosen({ parts, scores }) {
  const grams = parts.flatMap((part) => part.grams);
  const tallied = tally(grams, scores.length);
  const most = tallied.counts.reduce((a, b) => Math.max(a, b), 0);
  return scored(tallied, grams.length > 1 ? Math.max(1, grams.length / 2, most) : Infinity);
}

// Of how many parts each record holds something, and what these weigh: a part tells the more the
// fewer records have it.
function tally(parts, records) {
  const counts = new Uint8Array(records), scores = new Float64Array(records);
  for (const { ranks } of parts) {
    let having = 1;
    for (let record = 0; record < records; record++) if (ranks[record]) having++;
    const weights = WEIGHTS.map((weight) => weight * Math.log(1 + records / having));
    for (let record = 0; record < records; record++) {
      if (!ranks[record]) continue;
      counts[record]++;
      scores[record] += weights[ranks[record]];
    }
  }
  return { counts, scores };
}

// Scores of the records that hold at least so many parts, 0 for others.
function scored({ counts, scores }, least) {
  for (let record = 0; record < counts.length; record++) if (counts[record] < least) scores[record] = 0;
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
