// Search: one box for both languages, answered from the files below search/ (see docs/search.md).
// The page works without it as a list of records. No query leaves the reader's browser.

const form = document.querySelector("form[data-index]");
const said = form.dataset; // addresses and messages in the language of the page
const side = document.documentElement.lang.startsWith("zh") ? 0 : 1;
const SIDES = ["zh", "en"];
const PAGE = 10; // results shown at a time
const CHECKED = 24; // so many are read through for the count, once the first are shown
const NEAREST = 20; // words that what is typed begins, at most
const TOPICS = 4; // pages of companies and themes at most
const WEIGHTS = [0, 8, 4, 3, 1]; // of no hit, title, names, summary, body

// ---- Files ----

const files = new Map();
let version = "";

function file(name) {
  if (!files.has(name)) {
    const fresh = version ? {} : { cache: "no-cache" }; // index.json knows the version of the others
    const found = fetch(said.index + name + (version && `?v=${version}`), fresh)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status} ${name}`))));
    found.catch(() => files.delete(name));
    files.set(name, found);
  }
  return files.get(name);
}

let ready = null;

// What every search needs: how many records there are, where terms lie, and the other script.
function index() {
  ready ??= Promise.all([file("index.json"), file("script.json")]).then(([head, [from, into]]) => {
    version = head.version;
    const to = [...into];
    script = new Map([...from].map((char, place) => [char, to[place]]));
    traditional = new RegExp(`[${from}]`, "gu");
    return head;
  });
  ready.catch(() => (ready = null));
  return ready;
}

// ---- Folding: width, case, accents and script are made one ----

const HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
const TOKEN = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");
const HAN_ONLY = new RegExp(`^[${HAN}]`, "u");
const LETTER = new RegExp(`(?![${HAN}])[\\p{L}\\p{N}]`, "u");
let script = null; // traditional characters and what stands for them in simplified script
let traditional = null;

function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
  return plain.replace(traditional, (char) => script.get(char));
}

const foldAll = (texts) => fold(texts.join("\n")).split("\n"); // no text has line breaks

// For each unit of the folded text its place in the text.
function placed(text) {
  const places = [];
  let place = 0;
  for (const char of text) {
    const units = char < "\u0080" || HAN_ONLY.test(char) ? 1 : fold(char).length;
    for (let i = 0; i < units; i++) places.push(place);
    place += char.length;
  }
  return [...places, text.length];
}

// ---- The index ----

const USED = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !'"\\|='.includes(c));
const BASE = USED.length / 2;
const DIGITS = new Uint8Array(128);
USED.forEach((char, digit) => (DIGITS[char.charCodeAt(0)] = digit));

function numbers(list) {
  const found = [];
  let value = 0, last = 0;
  for (let i = 0; i < list.length; i++) {
    const digit = DIGITS[list.charCodeAt(i)];
    value = value * BASE + (digit % BASE);
    if (digit < BASE) {
      found.push((last += value));
      value = 0;
    }
  }
  return found;
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

async function entry(term) {
  const at = place((await index()).terms, term);
  const terms = at < 0 ? {} : await shard(at);
  if (!Object.hasOwn(terms, term)) return null;
  const [value, stem] = terms[term].split("=");
  const [lists, forms] = value.split("|");
  return { term, stem, lists, forms: forms ? forms.split(" ") : [] };
}

// Where a term is found: for each record the best of title (1), names, summary, body (4), or 0.
async function ranked(found) {
  const { records } = await index();
  const [pages = "", ...groups] = found.lists.split(" ");
  const ranks = new Uint8Array(records);
  groups.forEach((list, place) => numbers(list).forEach((record) => (ranks[record] = place + 1)));
  return { ranks, pages: new Set(numbers(pages)) };
}

function both(one, other) {
  return {
    ranks: one.ranks.map((rank, record) => (rank && other.ranks[record] ? Math.max(rank, other.ranks[record]) : 0)),
    pages: new Set([...one.pages].filter((page) => other.pages.has(page))),
  };
}

function either(one, other) {
  return {
    ranks: one.ranks.map((rank, record) => Math.min(rank || 9, other.ranks[record] || 9) % 9),
    pages: new Set([...one.pages, ...other.pages]),
  };
}

const nothing = async () => ranked({ lists: "" });

// Chinese: every pair of neighbours must be there; whether they stand together shows in the text.
async function lookUpRun(text) {
  const grams = text.length > 1 ? Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)) : [text];
  const entries = await Promise.all(grams.map(entry));
  const found = await Promise.all(entries.map((one) => (one ? ranked(one) : nothing())));
  const known = entries.every(Boolean);
  return { text, han: true, forms: [text], known, grams: found.map((one, i) => ({ ...one, gram: grams[i] })), ...found.reduce(both) };
}

const ENDINGS = ["ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ies", "ied", "ed", "es", "s", "ly", "al", "d", "e", "y"];

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

// A word the texts do not have: words it begins, else a word it is a form of.
async function nearest(word) {
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

async function lookUpWord(text) {
  const exact = await entry(text);
  const near = exact ? [exact] : await Promise.all((await nearest(text)).map(entry));
  const stems = await Promise.all([...new Set(near.map((one) => one.stem ?? one.term))].map(entry));
  const found = await Promise.all(stems.map(ranked));
  const forms = [text, ...stems.flatMap((one) => [one.term, ...one.forms])];
  const all = found.length ? found.reduce(either) : await nothing();
  return { text, han: false, forms, known: stems.length > 0, grams: [all], ...all };
}

// ---- Finding ----

const STOP = new Set(("a an and are as at be by did do does for from had has have how in is it of on or "
  + "since that the their to was were what when where which who whom whose why will with").split(" "));

async function find(query) {
  const { records } = await index();
  const tokens = [...new Set(fold(query).match(TOKEN) ?? [])];
  const telling = tokens.filter((token) => !STOP.has(token));
  const parts = await Promise.all((telling.length ? telling : tokens)
    .map((token) => (HAN_ONLY.test(token) ? lookUpRun(token) : lookUpWord(token))));
  const scores = new Float64Array(records);
  const weights = parts.map(rarity);
  for (let record = 0; parts.length && record < records; record++) {
    if (!parts.every((part) => part.ranks[record])) continue;
    parts.forEach((part, i) => (scores[record] += WEIGHTS[part.ranks[record]] * weights[i]));
  }
  const phrases = parts.filter((part) => part.han && part.text.length > 2).map((part) => part.text);
  return { parts, scores, phrases, topics: topics(parts), near: false, asked: fold(query).trim() };
}

const rarity = ({ ranks }) => Math.log(1 + ranks.length / (1 + ranks.reduce((sum, rank) => sum + (rank > 0), 0)));

// If no record has all that was asked for: those that have most of it, and at least half.
function loosen({ parts, scores }) {
  const grams = parts.flatMap((part) => part.grams);
  const weights = grams.map(rarity);
  const counts = scores.map((_, record) => grams.reduce((sum, gram) => sum + (gram.ranks[record] > 0), 0));
  const most = Math.max(1, grams.length / 2, counts.reduce((a, b) => Math.max(a, b), 0));
  const near = grams.length > 1 ? most : Infinity;
  return scores.map((_, record) => (counts[record] < near ? 0
    : grams.reduce((sum, gram, i) => sum + WEIGHTS[gram.ranks[record]] * weights[i], 0)));
}

// Pages of companies and themes that most of the query names.
function topics(parts) {
  const hits = new Map();
  for (const part of parts) for (const page of part.pages) hits.set(page, (hits.get(page) ?? 0) + 1);
  const most = Math.max(0, ...hits.values());
  const best = [...hits.keys()].filter((page) => hits.get(page) === most);
  return most * 2 >= parts.length || best.length <= 2 * TOPICS ? best : [];
}

async function readTopics(pages) {
  const { pack } = await index();
  const found = await Promise.all(pages.slice(0, 200).map(async (page) => (await file(`pages/${Math.floor(page / pack)}.json`))[page % pack]));
  return found.sort((a, b) => b[4] - a[4]).slice(0, TOPICS);
}

// ---- Filters ----

const selects = [...form.querySelectorAll("select[data-facet]")];

const chosen = () => selects.filter((select) => select.value);

// Which records each chosen filter lets through, as a flag for each record.
async function sieves(records) {
  const facets = chosen().length ? await file("facets.json") : {};
  return chosen().map((select) => {
    const flags = new Uint8Array(records);
    const value = facets[select.name].find(([key]) => key === select.value);
    for (const record of value ? numbers(value[3]) : []) flags[record] = 1;
    return { select, flags };
  });
}

// How many of the records found have each value of a filter, by what the other filters let through.
async function count({ scores }) {
  const facets = await file("facets.json");
  const set = await sieves(scores.length);
  for (const select of selects) {
    const others = set.filter((one) => one.select !== select);
    const left = scores.map((score, record) => (score && others.every(({ flags }) => flags[record]) ? 1 : 0));
    fill(select, facets[select.name].map((value) => [value[0], value[1 + side], numbers(value[3]).reduce((sum, record) => sum + left[record], 0)]));
  }
}

function fill(select, values) {
  const { value } = select;
  const listed = values.filter(([key, , count]) => count || key === value);
  if (select.name === "year") listed.sort((a, b) => b[0] - a[0]);
  else listed.sort((a, b) => b[2] - a[2]);
  const options = listed.map(([key, name, count]) => new Option(say("option", { name, n: number(count) }), key));
  select.replaceChildren(select.options[0], ...options);
  select.value = value;
}

// ---- Texts ----

const number = (value) => value.toLocaleString(SIDES[side]);
const say = (name, values = {}) => said[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

const read = (record) => file(`records/${record}.json`);

const sentences = (record) => record.blocks.flatMap(([block, found]) => found.map(([name, ...texts]) => ({ block, name, texts })));

// Whether the phrases stand in a record as they were asked for, in its text or its names.
function holds(record, phrases) {
  const texts = foldAll([
    ...record.titles.map(([text]) => text), ...record.summaries.map(([text]) => text),
    ...record.names.flat(2), ...sentences(record).flatMap(({ texts }) => texts),
  ]);
  return phrases.every((phrase) => texts.some((text) => text.includes(phrase)));
}

// What to mark for each part of the query: its words; how the record writes what has just that
// name; and, should that show nothing, how it writes what has such a name.
function needles(record, { parts, near, asked }) {
  const names = record.names.map(([zh, en, written, others]) => {
    const all = foldAll([zh, en, ...written, ...others]);
    return { shown: all.slice(0, 2 + written.length), all };
  });
  const named = (test) => names.filter(({ all }) => all.some(test)).flatMap(({ shown }) => shown);
  return parts.map(({ han, text, forms, grams }) => ({
    words: near && han ? grams.map(({ gram }) => gram) : forms,
    written: named((name) => name === text || (name === asked && name.includes(text))),
    perhaps: named((name) => name.includes(text)),
  }));
}

// Where words stand in a folded text.
function spans(plain, words) {
  const found = [];
  for (const word of new Set(words)) {
    if (!word) continue;
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
      const end = at + word.length;
      const inside = LETTER.test(word[0]) && LETTER.test(plain[at - 1] ?? " ");
      const goesOn = LETTER.test(word.at(-1)) && LETTER.test(plain[end] ?? " ");
      if (!inside && !goesOn) found.push([at, end]);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

// The sentence that shows most of what was asked for, and all that is marked in it and its twin.
function evidence(record, wanted) {
  const told = sentences(record);
  const plain = foldAll(told.flatMap(({ texts }) => texts));
  for (const kind of ["written", "perhaps"]) {
    const sets = wanted.map((part) => [...part.words, ...part[kind]]);
    let best = null, most = 0;
    told.forEach((sentence, i) => {
      const shows = (words) => [0, 1].some((of) => spans(plain[2 * i + of], words).length);
      const score = wanted.reduce((sum, part, place) => sum + (shows(part.words) ? 2 : shows(sets[place]) ? 1 : 0), 0);
      if (score > most) [best, most] = [{ ...sentence, words: sets.flat() }, score];
    });
    if (best) return best;
  }
  return null;
}

// ---- Results ----

const status = form.querySelector("[role=status]");
const results = document.querySelector(".found");
const list = results.querySelector(".records");
const pages = results.querySelector(".topics");
const more = results.querySelector("button");
const model = document.querySelector("#hit");
const states = document.querySelector("#states");
const LENGTHS = [120, 320]; // characters of a sentence shown, about

// A text with its marks; a long one from shortly before the first of them.
function marked(text, words, of) {
  const long = LENGTHS[of], places = placed(text);
  const all = spans(fold(text), words).map(([open, close]) => [places[open], places[close]]);
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

function tag(element, lang, own = document.documentElement.lang) {
  if (lang !== own) element.lang = lang;
}

function hit(record, found) {
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
  quote(item, record, evidence(record, wanted), words);
  part(".by-companies").textContent = record.companies[side];
  for (const [of, key] of record.states.entries()) part(".states").append(state(key, SIDES[of]), " ");
  return item;
}

function when(line, { slots, machine, basis, words, gap, label }) {
  const box = line.querySelector(".ymd, time");
  const date = document.createElement(machine ? "time" : "span");
  if (machine) date.dateTime = machine;
  date.className = `${slots ? "ymd" : "range"} ${basis}`;
  if (slots) {
    for (const slot of slots) {
      const cell = document.createElement(slot ? "b" : "i");
      if (slot) cell.textContent = slot;
      else cell.className = "slot";
      date.append(cell);
    }
    if (gap[side]) {
      const note = document.createElement("span");
      note.className = "vh";
      note.textContent = gap[side];
      date.append(note);
    }
  } else date.textContent = words[side];
  box.replaceWith(date);
  line.querySelector(".kicker").textContent = label[side];
}

// The sentence in the language of the page, then its twin; else the summary.
function quote(item, record, sentence, words) {
  const box = item.querySelector(".sentence");
  const order = [side, 1 - side];
  const lines = sentence
    ? order.filter((of) => sentence.texts[of]).map((of) => [of, record.langs[of], marked(sentence.texts[of], sentence.words, of)])
    : order.slice(0, 1).filter((of) => record.summaries[of][0]).map((of) => [of, record.summaries[of][1], marked(record.summaries[of][0], words, of)]);
  for (const [of, lang, nodes] of lines) {
    const line = document.createElement("p");
    line.className = `says of-${SIDES[of]}`;
    tag(line, lang);
    if (sentence) {
      const link = document.createElement("a");
      link.href = `${said.facing}${record.slug}/#${SIDES[of]}-${sentence.name || sentence.block}`;
      link.append(...nodes);
      line.append(link);
    } else line.append(...nodes);
    box.append(line);
  }
  if (!lines.length) box.remove();
}

function state(key, of) {
  return states.content.querySelector(`.${key}.of-${of}`).cloneNode(true);
}

function topic([kind, path, zh, en, count, zhLine, enLine]) {
  const item = document.createElement("li");
  const [name, twin] = side ? [en, zh] : [zh, en];
  const link = document.createElement("a");
  link.href = said.home + path;
  link.textContent = name;
  if (!side && !HAN_ONLY.test(name)) link.lang = "en";
  const label = document.createElement("span");
  label.className = "kicker";
  label.textContent = said[kind];
  const other = document.createElement("span");
  other.className = "other";
  other.lang = side ? "zh-Hans" : "en";
  other.textContent = twin;
  const line = document.createElement("p");
  line.textContent = side ? enLine : zhLine;
  const records = document.createElement("span");
  records.className = "count";
  records.textContent = count === 1 ? said.one : say("many", { n: number(count) });
  item.append(label, link, ...(twin === name ? [] : [other]), records, line);
  return item;
}

// ---- The page ----

let current = 0; // searches begun; an answer to an older one is dropped

async function search(keep = false) {
  const mine = ++current;
  const query = form.elements.q.value.trim();
  const asked = query || selects.some((select) => select.value);
  address(keep);
  document.querySelectorAll("[data-unasked]").forEach((part) => (part.hidden = Boolean(asked)));
  if (!asked) return clear();
  const started = performance.now();
  try {
    const answer = await prepare(query);
    if (mine !== current) return;
    await show(answer, mine);
    form.dataset.took = Math.round(performance.now() - started);
    setTimeout(() => finish(answer, mine).catch(console.warn));
  } catch (problem) {
    if (mine === current) status.textContent = said.failed;
    console.warn(problem);
  }
}

async function prepare(query) {
  const { records } = await index();
  const found = query ? await find(query) : { parts: [], scores: new Float64Array(records).fill(1), phrases: [], topics: [] };
  const answer = { found, ids: await select(found), next: 0, right: [], shown: 0 };
  do await check(answer); while (!answer.right.length && !done(answer));
  if (query && !found.scores.some(Boolean)) {
    Object.assign(found, { scores: loosen(found), near: true, phrases: [] });
    Object.assign(answer, { ids: await select(found), next: 0 });
    await check(answer);
  }
  return answer;
}

const done = (answer) => answer.next === answer.ids.length;

// Goes on through the records that have the pairs of a phrase, as many as a page, and keeps those
// that have the phrase. One call after the other, so that the order stays.
function check(answer) {
  answer.turn = Promise.resolve(answer.turn).catch(() => {}).then(async () => {
    const { found: { phrases, scores }, ids, next } = answer;
    const now = phrases.length ? ids.slice(next, next + PAGE) : ids.slice(next);
    const texts = phrases.length ? await Promise.all(now.map(read)) : [];
    now.forEach((id, i) => (!texts[i] || holds(texts[i], phrases) ? answer.right.push(id) : (scores[id] = 0)));
    answer.next += now.length;
  });
  return answer.turn;
}

// Numbers of the records that pass the filters, in the order asked for; newer ones are higher.
async function select({ scores }) {
  const set = await sieves(scores.length);
  const ids = [];
  scores.forEach((score, record) => score && set.every(({ flags }) => flags[record]) && ids.push(record));
  return form.elements.sort.value === "date" ? ids.reverse() : ids.sort((a, b) => scores[b] - scores[a] || b - a);
}

async function show(answer, mine) {
  const [items, about] = await Promise.all([taken(answer, PAGE), readTopics(chosen().length ? [] : answer.found.topics)]); // filters are about records
  if (mine !== current) return;
  list.replaceChildren(...items);
  pages.replaceChildren(...about.map(topic));
  pages.parentElement.hidden = !about.length;
  results.hidden = false;
  answer.about = about.length;
  announce(answer);
  more.onclick = async () => {
    const wanted = answer.shown + PAGE;
    while (answer.right.length < wanted && !done(answer)) await check(answer);
    const added = await taken(answer, PAGE);
    list.append(...added);
    added[0]?.querySelector("a").focus();
    announce(answer);
  };
}

// The next results, of those that are known to be right.
async function taken(answer, most) {
  const ids = answer.right.slice(answer.shown, answer.shown + most);
  answer.shown += ids.length;
  const texts = await Promise.all(ids.map(read));
  return texts.map((text) => hit(text, answer.found));
}

// What the first results need not wait for: a full page, the count of few, those of the filters.
async function finish(answer, mine) {
  const going = () => mine === current && !done(answer) && (answer.shown < PAGE || answer.ids.length <= CHECKED);
  const begun = answer.next;
  while (going()) {
    await check(answer);
    const added = mine === current ? await taken(answer, Math.max(0, PAGE - answer.shown)) : [];
    if (mine === current) list.append(...added);
  }
  if (mine !== current) return;
  if (answer.next > begun) announce(answer);
  await count(answer.found);
}

function announce(answer) {
  const { about, found, ids, next, right, shown } = answer;
  const count = right.length + ids.length - next;
  const records = !count ? said.none : count === 1 ? said.one : say(done(answer) ? "many" : "about", { n: number(count) });
  const told = found.near && count ? say("near", { n: records }) : records;
  const rest = shown < count ? say("showing", { n: number(shown) }) : "";
  const page = about ? (about === 1 ? said.page : say("pages", { n: number(about) })) : "";
  status.textContent = [told, page, rest].filter(Boolean).join(said.join);
  more.hidden = shown >= count;
}

function clear() {
  results.hidden = true;
  status.textContent = "";
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

let wait = 0;
form.elements.q.addEventListener("input", (event) => {
  clearTimeout(wait);
  if (!event.isComposing) wait = setTimeout(search, 250);
});
form.elements.q.addEventListener("compositionend", () => {
  clearTimeout(wait);
  wait = setTimeout(search, 250);
});
form.addEventListener("change", (event) => event.target.name !== "q" && search(true));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  search(true);
});
addEventListener("popstate", restore);
form.elements.q.addEventListener("focus", () => index().catch(() => {}), { once: true });

for (const part of form.querySelectorAll("[data-scripted]")) part.hidden = false;
await restore();
