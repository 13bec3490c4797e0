// Remembers which language was chosen and, on the page where it is chosen, goes there at once.
// Nothing on the site needs it. `?choose` shows the choice again.
(() => {
  "use strict";
  const KEY = "diglot.language";

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-choose]");
    if (!link) return;
    try {
      localStorage.setItem(KEY, link.dataset.choose);
    } catch {
      // Storage is switched off: the choice is made anew next time.
    }
  });

  // “/” leads to the search box.
  document.addEventListener("keydown", (event) => {
    const box = document.querySelector("form[role=search] input[type=search]");
    const writing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || !box || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
  });

  const chooser = document.querySelector("[data-chooser]");
  if (!chooser || new URLSearchParams(location.search).has("choose")) return;
  let chosen = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    return;
  }
  for (const link of chooser.querySelectorAll("a[data-choose]")) {
    if (link.dataset.choose === chosen) location.replace(link.href);
  }
})();

// Switching the language keeps the place: fragments are the same on all pages of a text, but for
// those of one column among the facing texts.
(() => {
  "use strict";
  const COLUMN = /^#(?:zh|en)-(\d+)(-\d+[a-z]?)?$/;
  const shared = (hash) =>
    hash.replace(COLUMN, (_, block, sentence) => (sentence ? `#s${block}${sentence}` : `#p${block}`));

  const follow = () => {
    const here = location.hash.slice(1);
    const added = /^s\d+-\d+[a-z]$/.test(here); // what a translation adds the original has not
    if (added && !document.getElementById(here)) {
      location.replace(`#${here.slice(0, -1)}`);
      return;
    }
    for (const link of document.querySelectorAll(".switch a")) link.hash = shared(location.hash);
  };

  addEventListener("hashchange", follow);
  follow();
})();

// The day of access in citations is the reader's today; without the script the reader fills it in.
(() => {
  "use strict";
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const said = day.map((part) => String(part).padStart(2, "0")).join("-");
  for (const slot of document.querySelectorAll("[data-today]")) slot.textContent = said;
})();

// Copies a citation; without the script, or without a clipboard, it is copied by hand.
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const label = button.querySelector("[data-label]");
    const [before, done] = [label.textContent, button.dataset.done];
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.parentElement.querySelector(".ref").textContent);
      label.textContent = done;
      setTimeout(() => (label.textContent = before), 2000);
    });
  }
})();

// Remembers how texts were last read: facing each other, or one alone. Links to records then lead
// there at once; on the pages of a text every link stays what it says.
(() => {
  "use strict";
  const KEY = "diglot.view";
  const RECORD = /^(.*\/)(?:zh|en)\/(articles\/(?!page-\d)[^/?#]+\/)(#.*)?$/;
  const kind = document.documentElement.dataset.kind;

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest(".switch a, .end a, .tail a");
    if (!link || !["article", "both"].includes(kind)) return;
    try {
      if (/\/both\/articles\//.test(link.pathname)) localStorage.setItem(KEY, "facing");
      else if (RECORD.test(link.pathname)) localStorage.setItem(KEY, "text");
    } catch {
      // Storage is switched off.
    }
  });

  let view = null;
  try {
    view = localStorage.getItem(KEY);
  } catch {
    return;
  }
  if (view !== "facing" || ["article", "both"].includes(kind)) return;
  for (const link of document.querySelectorAll("main a[href*='/articles/']")) {
    const found = link.getAttribute("href").match(RECORD);
    if (found) link.setAttribute("href", `${found[1]}both/${found[2]}${found[3] ?? ""}`);
  }
})();
