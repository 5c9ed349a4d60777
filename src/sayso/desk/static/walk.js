"use strict";
// j and k walk a list: the next entry, the one before. An entry whose link leads into this page is followed at once.
function entries() {
  return [...document.querySelectorAll("[data-walk] > *")];
}

function current(all) {
  const focused = all.findIndex((entry) => entry.contains(document.activeElement));
  return focused >= 0 ? focused : all.findIndex((entry) => entry.dataset.claim && `#${entry.dataset.claim}` === location.hash);
}

function mark() {
  for (const entry of entries()) {
    if (entry.dataset.claim && `#${entry.dataset.claim}` === location.hash) {
      entry.setAttribute("aria-current", "true");
      entry.scrollIntoView({ block: "nearest" });
    } else entry.removeAttribute("aria-current");
  }
}

function walk(by) {
  const all = entries();
  const link = all[Math.min(Math.max(current(all) + by, 0), all.length - 1)]?.querySelector("a");
  if (!link) return;
  link.focus({ preventScroll: link.hash !== "" && link.pathname === location.pathname });
  if (link.getAttribute("href").startsWith("#")) link.click();
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const by = { j: 1, k: -1 }[event.key];
  if (by) walk(by);
  if (event.key === "x") entries()[current(entries())]?.querySelector("input[type=checkbox]")?.click();
});
addEventListener("hashchange", mark);
document.addEventListener("click", (event) => {
  const run = event.target.closest("u[data-of]");
  if (run) location.hash = run.dataset.of.split(" ").find((owner) => owner.startsWith("w-c")) ?? "";
});
mark();
