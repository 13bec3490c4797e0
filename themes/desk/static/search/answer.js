// An answer: the records found in their order, read as far as they are needed.

import { holds } from "./evidence.js";
import { file, index, read } from "./files.js";
import { filtered } from "./filters.js";
import { chosen, form } from "./form.js";
import { find, loosen } from "./finding.js";

export const PAGE = 10; // results shown at a time
export const SCREEN = 5; // of them shown at once, as no screen has more
const CHECKED = 24; // so many are read through for the count, once the first are shown
const TOPICS = 4; // companies and themes shown at most

// What is found, `right` being those of the records `ids` before `next` that have all phrases.
export async function prepare(query) {
  const { records } = await index();
  const found = query ? await find(query) : { parts: [], scores: new Float64Array(records).fill(1), phrases: [], topics: [], near: false };
  const answer = { found, ids: await ordered(found), next: 0, right: [], shown: 0, turn: Promise.resolve() };
  do await check(answer, SCREEN); while (!answer.right.length && !done(answer));
  if (query && !found.scores.some(Boolean)) {
    Object.assign(found, { scores: loosen(found), near: true, phrases: [] });
    Object.assign(answer, { ids: await ordered(found), next: 0 });
    await check(answer, SCREEN);
  }
  return answer;
}

const done = ({ ids, next }) => next === ids.length;

// How many records are right, and whether all have been read that must be for it.
export const total = (answer) => ({ count: answer.right.length + answer.ids.length - answer.next, sure: done(answer) });

// Numbers of the records that pass the filters, in the order asked for; newer ones are higher.
async function ordered({ scores }) {
  const left = await filtered(scores);
  const ids = [];
  for (let record = 0; record < left.length; record++) if (left[record]) ids.push(record);
  if (form.elements.sort.value === "date") return ids.reverse();
  // As plain numbers they are sorted without a function: the score to a millionth, then the record.
  const keys = Float64Array.from(ids, (record) => Math.round(left[record] * 1e6) * left.length + record);
  return Array.from(keys.sort().reverse(), (key) => key % left.length);
}

// Goes on through the records that have the pairs of a phrase and keeps those that have the phrase.
async function check(answer, most) {
  const { found: { phrases, scores }, ids, next } = answer;
  const now = phrases.length ? ids.slice(next, next + most) : ids.slice(next);
  const texts = phrases.length ? await Promise.all(now.map(read)) : [];
  now.forEach((id, i) => (!texts[i] || holds(texts[i], phrases) ? answer.right.push(id) : (scores[id] = 0)));
  answer.next += now.length;
}

// The next results until so many are shown. One call after the other, so that the order stays.
export function upTo(answer, wanted, going = () => true) {
  const turn = answer.turn.then(async () => {
    while (answer.right.length < wanted && !done(answer) && going()) await check(answer, PAGE);
    const ids = answer.right.slice(answer.shown, wanted);
    const records = await Promise.all(ids.map(read));
    answer.shown += ids.length;
    return records;
  });
  answer.turn = turn.catch(() => {});
  return turn;
}

// Reads through what is left where that is little, for the count.
export async function settle(answer, going) {
  while (answer.ids.length <= CHECKED && !done(answer) && going()) await check(answer, PAGE);
}

// Companies and themes that were found, those of most records, which have the lowest numbers.
// Filters are about records, and leave none.
export async function topics({ found }) {
  if (chosen().length) return [];
  const { pack } = await index();
  const first = found.topics.sort((a, b) => a - b).slice(0, TOPICS);
  return Promise.all(first.map(async (page) => (await file(`pages/${Math.floor(page / pack)}.json`))[page % pack]));
}
