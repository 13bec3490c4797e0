// The filters: which records they let through, and how many they would leave.

import { file } from "./files.js";
import { chosen, number, say, selects, side } from "./form.js";
import { numbers } from "./terms.js";

let ready = null;

// The values of each filter, with names and records; read and decoded once.
function facets() {
  ready ??= file("facets.json").then((all) => new Map(Object.entries(all).map(([name, values]) => [
    name, values.map(([key, zh, en, list]) => ({ key, name: [zh, en][side], records: numbers(list) })),
  ])));
  ready.catch(() => (ready = null));
  return ready;
}

// Which records each chosen filter lets through, as a flag for each record.
export async function sieves(records) {
  if (!chosen().length) return [];
  const all = await facets();
  return chosen().map((select) => {
    const flags = new Uint8Array(records);
    const value = all.get(select.name).find(({ key }) => key === select.value);
    value?.records.forEach((record) => (flags[record] = 1));
    return { select, flags };
  });
}

// Scores of what some filters let through, 0 for what they do not.
export function sifted(scores, set) {
  const left = scores.slice();
  for (const { flags } of set) for (let record = 0; record < left.length; record++) if (!flags[record]) left[record] = 0;
  return left;
}

// How many of the records found have each value of a filter, by what the other filters let through.
export async function count(scores) {
  const all = await facets();
  const set = await sieves(scores.length);
  for (const select of selects) {
    const left = sifted(scores, set.filter((one) => one.select !== select));
    fill(select, all.get(select.name).map(({ key, name, records }) => ({ key, name, count: among(left, records) })));
  }
}

function among(scores, records) {
  let count = 0;
  for (let i = 0; i < records.length; i++) if (scores[records[i]]) count++;
  return count;
}

function fill(select, values) {
  const { value } = select;
  const listed = values.filter(({ key, count }) => count || key === value);
  listed.sort(select.name === "year" ? (a, b) => b.key - a.key : (a, b) => b.count - a.count);
  const options = listed.map(({ key, name, count }) => new Option(say("option", { name, n: number(count) }), key));
  select.replaceChildren(select.options[0], ...options);
  select.value = value;
}
