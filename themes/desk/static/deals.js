// Filters and sorts the table of deals. Without it the radios of the page still choose a kind, and
// each company has its own page. What is chosen stands in the address:
// ?company=huawei&with=gac-group&since=2021&until=2023&kind=supply&theme=…&status=denied&sort=oldest|parties|kind
(() => {
  "use strict";
  const form = document.querySelector("form[data-finder]");
  const table = document.querySelector("table.deals");
  const links = [...document.querySelectorAll("[data-pages] a")].slice(1);

  const page = async (link) => {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  // `deals/#<id>` is the address to cite; with many deals the row may stand on the page of a year.
  const follow = async () => {
    let wanted = location.hash.slice(1);
    try {
      wanted = decodeURIComponent(wanted);
    } catch {
      return; // `#%` names nothing
    }
    if (!wanted || document.getElementById(wanted)) return;
    for (const link of links) {
      const found = await page(link).catch(() => null);
      if (found?.getElementById(wanted)) return location.assign(`${link.href}#${wanted}`);
    }
  };
  addEventListener("hashchange", follow);
  follow();
  if (!form || !table) return;

  const PARAMETERS = ["company", "with", "since", "until", "theme", "status", "sort"];
  const radios = [...document.querySelectorAll(".filter input")];
  const output = form.querySelector("[role=status]");
  const collator = new Intl.Collator(document.documentElement.lang);
  const joined = new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" });
  const groups = [...table.tBodies];
  let rows = [];

  const read = () => {
    rows = [...table.tBodies].flatMap((body) =>
      [...body.rows].slice(1).map((row) => {
        const [from, to] = row.dataset.y.split("/");
        return {
          row, body, from: from || "", to: to || from || "",
          company: row.dataset.c.trim().split(/\s+/), theme: row.dataset.t.split(" "),
          status: row.dataset.s.split(" "), dated: Boolean(from || to),
          parties: row.querySelector(".parties").textContent,
          kind: row.querySelector(".kind").textContent.trim(),
        };
      }));
    rows.forEach((one, at) => (one.at = at));
  };

  // With many deals the page has the latest only: the others are fetched when they are asked for.
  let complete = links.length === 0;
  let broken = false;
  const fetched = async () => {
    output.textContent = form.dataset.loading;
    const pages = await Promise.all(links.map((link) => page(link).catch(() => (broken = true, null))));
    const bodies = new Map();
    for (const body of pages.flatMap((found) => [...(found?.querySelector("table.deals").tBodies ?? [])])) {
      const own = bodies.get(body.dataset.group);
      if (own) own.append(...[...body.rows].slice(1));
      else bodies.set(body.dataset.group, document.adoptNode(body));
    }
    if (bodies.size) {
      groups.splice(0).forEach((body) => body.remove());
      groups.push(...bodies.values());
      table.append(...groups);
    }
    complete = true;
    read();
    for (const radio of radios) {
      const kind = radio.value;
      const n = rows.filter((one) => kind === "all" || one.row.classList.contains(`k-${kind}`)).length;
      radio.closest("label").querySelector(".count").textContent = n;
    }
  };

  const chosen = () => ({
    ...Object.fromEntries(PARAMETERS.map((name) => [name, form.elements[name]?.value ?? ""])),
    kind: radios.find((radio) => radio.checked)?.value.replace("all", "") ?? "",
  });

  const fits = (one, want) =>
    (!want.company || one.company.includes(want.company)) &&
    (!want.with || one.company.includes(want.with)) &&
    (!want.theme || one.theme.includes(want.theme)) &&
    (!want.status || one.status.includes(want.status)) &&
    (!want.kind || one.row.classList.contains(`k-${want.kind}`)) &&
    (!one.dated || // its year is not stated: it may belong
      ((!want.since || one.to >= want.since) && (!want.until || (one.from && one.from <= want.until))));

  const arrange = (sort) => {
    const flat = sort === "parties" || sort === "kind";
    const order = [...rows].sort((a, b) =>
      (flat ? collator.compare(a[sort], b[sort]) : sort === "oldest" ? b.at - a.at : 0) || a.at - b.at);
    for (const body of groups) body.rows[0].hidden = flat;
    for (const one of order) (flat ? groups[0] : one.body).append(one.row);
  };

  const option = (id) => form.elements.company.querySelector(`option[value="${CSS.escape(id)}"]`);
  const partners = (found, company) => {
    // A company's own group is no partner of it, here as on its page.
    const own = option(company)?.dataset.own?.split(" ") ?? [];
    const counts = new Map();
    for (const one of found) {
      for (const id of one.company) if (id !== company && !own.includes(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const name = (id) => option(id)?.dataset.name ?? id;
    const names = [...counts].sort((a, b) => b[1] - a[1] || collator.compare(name(a[0]), name(b[0])));
    if (!names.length) return "";
    const said = joined.format(names.map(([id, n]) => (n > 1 ? form.dataset.partner.replace("{name}", () => name(id)).replace("{n}", n) : name(id))));
    return form.dataset.partners.replace("{company}", () => name(company)).replace("{names}", () => said);
  };

  const number = (n) => n.toLocaleString(document.documentElement.lang);

  // “1 deal since 2019; 3 more without a usable date”
  const counted = (found, want) => {
    const period = form.dataset[want.since && want.until ? "between" : want.since ? "since" : want.until ? "until" : ""];
    const sure = period ? found.filter((one) => one.dated).length : found.length;
    const deals = (sure === 1 ? form.dataset.one : form.dataset.many).replace("{n}", number(sure));
    if (!period) return deals;
    const said = period.replace("{deals}", deals).replace("{since}", want.since).replace("{until}", want.until);
    if (sure === found.length) return said;
    return form.dataset.unclear.replace("{found}", said).replace("{n}", number(found.length - sure));
  };

  const tell = (found, want) => {
    const text = counted(found, want);
    const lines = [text, want.company ? partners(found, want.company) : "", broken ? form.dataset.failed : ""];
    output.replaceChildren(...lines.filter(Boolean).map((line) => {
      const span = document.createElement("span");
      span.textContent = line;
      return span;
    }));
  };

  const heads = [...table.tHead.rows[0].cells];
  const SORTS = new Map([[heads[0], ["", "oldest"]], [heads[2], ["parties"]], [heads[3], ["kind"]]]);
  const mark = (sort) => {
    for (const [head, sorts] of SORTS) {
      if (!sorts.includes(sort)) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", sort === "" ? "descending" : "ascending");
    }
  };

  const show = async () => {
    const want = chosen();
    if (!complete && Object.values(want).some(Boolean)) await fetched();
    const found = rows.filter((one) => (one.row.hidden = !fits(one, want), !one.row.hidden));
    arrange(want.sort);
    const flat = want.sort === "parties" || want.sort === "kind";
    for (const body of groups) {
      const here = flat ? (body === groups[0] ? found.length : 0) : found.filter((one) => one.body === body).length;
      body.hidden = here === 0;
      body.rows[0].querySelector(".count").textContent = here;
    }
    mark(want.sort);
    tell(complete ? found : [], want);
    if (!complete) output.textContent = "";
  };

  const remember = () => {
    const said = new URLSearchParams(Object.entries(chosen()).filter(([, value]) => value));
    const query = said.toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    for (const link of document.querySelectorAll(".switch a")) link.search = query;
  };
  const change = () => (remember(), show());

  for (const [head, sorts] of SORTS) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      const at = sorts.indexOf(form.elements.sort.value);
      form.elements.sort.value = sorts[(at + 1) % sorts.length];
      change();
    });
    head.append(button);
  }
  form.elements.with.append(...[...form.elements.company.options].slice(1).map((one) => one.cloneNode(true)));
  const asked = new URLSearchParams(location.search);
  for (const name of PARAMETERS) {
    const field = form.elements[name];
    if (field && asked.has(name)) field.value = asked.get(name);
    if (field && field.selectedIndex < 0) field.value = "";
  }
  const kind = radios.find((radio) => radio.value === asked.get("kind"));
  if (kind) kind.checked = true;
  form.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    if (radios[0]) radios[0].checked = true;
    change();
  }));
  for (const radio of radios) radio.addEventListener("change", change);
  form.hidden = false;
  table.dataset.live = "";
  read();
  remember();
  show();
})();
