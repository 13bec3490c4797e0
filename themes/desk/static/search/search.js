// Search: one box for both languages, answered from the files below search/ (see docs/search.md).
// The page works without it as a list of records. No query leaves the reader's browser.

import { PAGE, prepare, SCREEN, settle, topics, total, upTo } from "./answer.js";
import { index } from "./files.js";
import { count } from "./filters.js";
import { counted, form, number, said, say, selects } from "./form.js";
import { hit, topic } from "./hits.js";

const status = form.querySelector("[role=status]");
const results = document.querySelector(".found");
const list = results.querySelector(".records");
const pages = results.querySelector(".topics");
const more = results.querySelector("button");

let current = 0; // searches begun; an answer to an older one is dropped

async function search(keep = false) {
  const mine = ++current;
  const query = form.elements.q.value.trim();
  const asked = query || selects.some((select) => select.value);
  address(keep);
  listed(!asked);
  if (!asked) return clear();
  const started = performance.now();
  try {
    const answer = await prepare(query);
    if (mine !== current) return;
    await show(answer, mine);
    form.dataset.took = Math.round(performance.now() - started);
    afterwards(() => finish(answer, mine).catch(console.warn));
  } catch (problem) {
    if (mine === current) fail();
    console.warn(problem);
  }
}

const afterwards = (act) => requestAnimationFrame(() => setTimeout(act)); // once it is painted

const next = async (answer, wanted, going) => (await upTo(answer, wanted, going)).map((record) => hit(record, answer.found));

// The first results known, as many as a screen has; the others and all counts come when these stand.
async function show(answer, mine) {
  const first = Math.min(SCREEN, answer.right.length);
  const [items, about] = await Promise.all([next(answer, first), topics(answer)]);
  if (mine !== current) return;
  list.replaceChildren(...items);
  pages.replaceChildren(...about.map(topic));
  pages.parentElement.hidden = !about.length;
  list.parentElement.hidden = !items.length;
  results.hidden = false;
  listed(!items.length && !about.length);
  answer.about = about.length;
  announce(answer);
  more.onclick = () => goOn(answer);
}

async function finish(answer, mine) {
  const going = () => mine === current;
  const added = await next(answer, PAGE, going);
  if (!going()) return;
  list.append(...added);
  await settle(answer, going);
  if (!going()) return;
  announce(answer);
  await count(answer.found.scores);
}

async function goOn(answer) {
  const added = await next(answer, answer.shown + PAGE);
  list.append(...added);
  added[0]?.querySelector("a").focus();
  announce(answer);
}

// What has been said is not said again; that a page is shown is said while its end is still coming.
function announce(answer) {
  const { count, sure } = total(answer);
  const { about, found } = answer;
  const shown = Math.max(answer.shown, Math.min(PAGE, count));
  const records = counted(count, sure ? "many" : "about");
  const told = found.near && count ? say("near", { n: records }) : records;
  const rest = shown < count ? say("showing", { n: number(shown) }) : "";
  const page = about ? (about === 1 ? said.page : say("pages", { n: number(about) })) : "";
  const text = [told, page, rest].filter(Boolean).join(said.join);
  if (status.textContent !== text) status.textContent = text;
  more.hidden = shown >= count;
}

function clear() {
  results.hidden = true;
  status.textContent = "";
}

function fail() {
  clear();
  status.textContent = said.failed;
  listed(true);
}

// Whether the list of all records stands below: where nothing is asked, and where nothing is found.
function listed(yes) {
  document.documentElement.toggleAttribute("data-asked", !yes);
}

// The address says what is asked, so that it can be kept and sent; the other language gets it too.
function address(keep) {
  const asked = new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && !(name === "sort" && value === "relevance")));
  const search = asked.size ? `?${asked}` : "";
  if (search !== location.search) history[keep ? "pushState" : "replaceState"](null, "", search || location.pathname);
  for (const link of document.querySelectorAll("a[data-choose]")) link.search = search;
}

async function restore() {
  const asked = new URLSearchParams(location.search);
  form.elements.q.value = asked.get("q") ?? "";
  for (const select of selects) {
    const value = asked.get(select.name) ?? "";
    if (value && ![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }
  form.elements.sort.value = asked.get("sort") === "date" ? "date" : "relevance";
  await search();
}

const WAIT = 150; // ms without a key
let wait = 0;
form.elements.q.addEventListener("input", (event) => {
  clearTimeout(wait);
  if (!event.isComposing) wait = setTimeout(search, WAIT);
});
form.elements.q.addEventListener("compositionend", () => {
  clearTimeout(wait);
  wait = setTimeout(search, WAIT);
});
form.addEventListener("change", (event) => event.target.name !== "q" && search(true));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  search(true);
});
addEventListener("popstate", restore);
// Asked from another page, the focus stays where it was: in the box. A way back keeps its own place.
const [came] = performance.getEntriesByType("navigation");
if (new URLSearchParams(location.search).has("q") && came?.type === "navigate" && document.activeElement === document.body) {
  form.elements.q.focus({ preventScroll: true });
}
index().catch(() => {}); // read before it is asked for
for (const part of form.querySelectorAll("[data-scripted]")) part.hidden = false;
form.dataset.ready = "";
await restore();
