// Before anything is painted: whether the address asks for something. Then the list of all records
// stays away, so that the answer does not push it off, and the foot of the page lies below.
document.documentElement.toggleAttribute("data-asked", "noModule" in HTMLScriptElement.prototype
  && [...new URLSearchParams(location.search)].some(([name, value]) => value.trim() && name !== "sort"));

// A module that does not come or does not run leaves the list, and says so.
addEventListener("error", ({ target }) => {
  const form = document.querySelector(".find");
  if (!form || form.dataset.ready || !(target === window || target.type === "module")) return;
  document.documentElement.removeAttribute("data-asked");
  form.querySelector("[role=status]").textContent = form.dataset.failed;
}, true);
