"use strict";
// A unit to code: the words in view, the first field ready; Esc leaves a field, j and k walk the units from there.
const pane = document.querySelector(".pane");
pane?.querySelector("u")?.scrollIntoView({ block: "center" });
scrollTo(0, 0);
document.querySelector(".coding form :is(select, input:not([type=hidden])):enabled")?.focus({ preventScroll: true });

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") document.getElementById("main").focus({ preventScroll: true });
  if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const rel = { j: "next", k: "prev" }[event.key];
  document.querySelector(`a[rel="${rel}"]`)?.click();
});
