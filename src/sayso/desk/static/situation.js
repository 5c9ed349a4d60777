"use strict";
// Dragging over the time line sets the period; map, time line and table follow together.
let began = null;

function dayAt(strip, event) {
  const box = strip.getBoundingClientRect();
  const x = ((event.clientX - box.left) / box.width) * strip.viewBox.baseVal.width;
  const share = (x - Number(strip.dataset.left)) / Number(strip.dataset.inner);
  return Math.min(Math.max(Math.floor(share * Number(strip.dataset.days)), 0), Number(strip.dataset.days) - 1);
}

function isoDay(strip, at) {
  const day = new Date(`${strip.dataset.first}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + at);
  return day.toISOString().slice(0, 10);
}

function drawBrush(strip, from, to) {
  const width = Number(strip.dataset.inner) / Number(strip.dataset.days);
  const brush = document.getElementById("brush");
  brush.setAttribute("x", String(Number(strip.dataset.left) + from * width));
  brush.setAttribute("width", String((to - from + 1) * width));
}

function ends(strip, event) {
  const now = dayAt(strip, event);
  return [Math.min(began, now), Math.max(began, now)];
}

document.addEventListener("pointerdown", (event) => {
  const strip = event.target.closest("#strip");
  if (!strip || event.button !== 0) return;
  event.preventDefault();
  began = dayAt(strip, event);
  drawBrush(strip, began, began);
});
document.addEventListener("pointermove", (event) => {
  const strip = document.getElementById("strip");
  if (began !== null && strip) drawBrush(strip, ...ends(strip, event));
});
document.addEventListener("pointerup", (event) => {
  const strip = document.getElementById("strip");
  if (began === null || !strip) return;
  const [from, to] = ends(strip, event);
  began = null;
  document.getElementById("from").value = isoDay(strip, from);
  document.getElementById("to").value = isoDay(strip, to);
  document.getElementById("controls").requestSubmit();
});
