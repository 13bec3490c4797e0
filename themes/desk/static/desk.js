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
