// An answer: the records found in their order, read as far as they are needed.

import { holds } from "./evidence.js";
import { file, index, read } from "./files.js";
import { sieves, sifted } from "./filters.js";
import { chosen, form } from "./form.js";
import { find, loosen } from "./finding.js";

export const PAGE = 10; // results shown at a time
export const SCREEN = 3; // of them shown at once; most screens have no more, and the others follow
const CHECKED = 24; // so many are read through for the count, once the first are shown
const TOPICS = 4; // companies and themes shown at most

// What is found, `right` being those of the records `ids` before `next` that have all phrases.
export async function prepare(query) {
  const { records } = await index();
  const [found, set] = await Promise.all([query ? find(query) : every(records), sieves(records)]);
  const answer = { found, ids: ordered(found.scores, set), next: 0, right: [], shown: 0, turn: Promise.resolve() };
  do await check(answer, SCREEN); while (!answer.right.length && !done(answer));
  if (query && !found.scores.some(Boolean)) {
    Object.assign(found, { scores: loosen(found), near: true, phrases: [] });
    Object.assign(answer, { ids: ordered(found.scores, set), next: 0 });
    await check(answer, SCREEN);
  }
  return answer;
}

const every = (records) => ({ parts: [], scores: new Float64Array(records).fill(1), phrases: [], topics: [], near: false });

const done = ({ ids, next }) => next === ids.length;

// How many records are right, and whether all have been read that must be for it.
export const total = (answer) => ({ count: answer.right.length + answer.ids.length - answer.next, sure: done(answer) });

// Numbers of the records that pass the filters, in the order asked for; newer ones are higher.
function ordered(scores, set) {
  const left = sifted(scores, set), dated = form.elements.sort.value === "date";
  // As plain numbers they are sorted without a function: the score to a millionth, then the record.
  const keys = new Float64Array(left.length);
  let count = 0;
  for (let record = 0; record < left.length; record++) {
    if (left[record]) keys[count++] = (dated ? 0 : Math.round(left[record] * 1e6) * left.length) + record;
  }
  const ids = keys.subarray(0, count).sort().reverse();
  for (let i = 0; i < count; i++) ids[i] %= left.length;
  return ids;
}

// Goes on through the records that have the pairs of a phrase and keeps those that have the phrase.
async function check(answer, most) {
  const { found: { phrases, scores }, ids, next, right } = answer;
  if (!phrases.length) {
    Object.assign(answer, { right: ids, next: ids.length });
    return;
  }
  const now = Array.from(ids.subarray(next, next + most));
  const texts = await Promise.all(now.map(read));
  now.forEach((id, i) => (holds(texts[i], phrases) ? right.push(id) : (scores[id] = 0)));
  answer.next += now.length;
}

// The next results until so many are shown. One call after the other, so that the order stays.
export function upTo(answer, wanted, going = () => true) {
  const turn = answer.turn.then(async () => {
    while (answer.right.length < wanted && !done(answer) && going()) await check(answer, PAGE);
    const records = await Promise.all(Array.from(answer.right.slice(answer.shown, wanted), read));
    answer.shown += records.length;
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
