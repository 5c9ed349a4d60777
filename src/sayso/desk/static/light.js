"use strict";
// Without this script a link lights up the sentence it leads to; with it, the very words.
function light() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const anchor = location.hash.slice(1);
  if (!anchor) return;
  for (const run of document.querySelectorAll(`[data-of~="${CSS.escape(anchor)}"]`)) run.classList.add("lit");
}
addEventListener("hashchange", light);
light();
