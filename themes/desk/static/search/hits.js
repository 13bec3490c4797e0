// How a record, a company or a theme that was found is shown.

import { evidence, marked, needles } from "./evidence.js";
import { HAN_ONLY } from "./folding.js";
import { counted, said, side, SIDES } from "./form.js";

const model = document.querySelector("#hit");
const states = document.querySelector("#states");

function made(name, text, className = "") {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function tag(element, lang) {
  if (lang !== document.documentElement.lang) element.lang = lang;
}

// A record: day, both titles, the sentence and its twin, companies, states of its texts.
export function hit(record, found) {
  const item = model.content.cloneNode(true).firstElementChild;
  const part = (name) => item.querySelector(name);
  const wanted = needles(record, found);
  const words = wanted.flatMap((one) => [...one.words, ...one.written]);
  when(part(".when"), record.when);
  const [title, lang] = record.titles[side], [twin, twinLang] = record.titles[1 - side];
  const link = part("h2 a");
  link.href = `${said.articles}${record.slug}/`;
  tag(link, lang);
  link.append(...marked(title, words, side));
  link.classList.toggle("supplied", record.supplied);
  part(".twin").append(...marked(twin, words, 1 - side));
  part(".twin").lang = twinLang;
  part(".twin").classList.toggle("supplied", record.supplied);
  if (twin === title) part(".twin").remove();
  part(".sentence").append(...quoted(record, evidence(record, wanted), words));
  if (!part(".sentence > *")) part(".sentence").remove();
  part(".by-companies").textContent = record.companies[side];
  for (const [of, key] of record.states.entries()) part(".states").append(state(key, SIDES[of]), " ");
  return item;
}

function when(line, { slots, machine, basis, words, gap, label }) {
  const date = made(machine ? "time" : "span", slots ? "" : words[side], `${slots ? "ymd" : "range"} ${basis}`);
  if (machine) date.dateTime = machine;
  date.append(...(slots ?? []).map((slot) => (slot ? made("b", slot) : made("i", "", "slot"))));
  if (slots && gap[side]) date.append(made("span", gap[side], "vh"));
  line.querySelector(".ymd").replaceWith(date);
  line.querySelector(".kicker").textContent = label[side];
}

// The sentence in the language of the page, then its twin; else the summary.
function quoted(record, sentence, words) {
  if (!sentence) {
    const [text, lang] = record.summaries[side];
    return text ? [says(side, lang, marked(text, words, side))] : [];
  }
  return [side, 1 - side].filter((of) => sentence.texts[of]).map((of) => {
    const link = document.createElement("a");
    link.href = `${said.facing}${record.slug}/#${SIDES[of]}-${sentence.name || sentence.block}`;
    link.append(...marked(sentence.texts[of], sentence.words, of));
    return says(of, record.langs[of], [link]);
  });
}

function says(of, lang, nodes) {
  const line = made("p", "", `says of-${SIDES[of]}`);
  tag(line, lang);
  line.append(...nodes);
  return line;
}

function state(key, of) {
  return states.content.querySelector(`.${key}.of-${of}`).cloneNode(true);
}

// A company or theme: both names, how many records it has, a line about it.
export function topic([kind, path, zh, en, count, zhLine, enLine]) {
  const item = document.createElement("li");
  const [name, twin] = side ? [en, zh] : [zh, en];
  const link = made("a", name);
  link.href = said.home + path;
  if (!side && !HAN_ONLY.test(name)) link.lang = "en";
  const other = made("span", twin, "other");
  other.lang = side ? "zh-Hans" : "en";
  const line = made("p", side ? enLine : zhLine);
  item.append(made("span", said[kind], "kicker"), link, ...(twin === name ? [] : [other]), made("span", counted(count), "count"), line);
  return item;
}
