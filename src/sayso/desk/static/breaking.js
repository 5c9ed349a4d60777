"use strict";
// Changes are counted as they come, told a few seconds apart, and shown when the reader asks for them.
const TOLD_EVERY = 5000;
const pause = document.getElementById("pause");
const news = document.getElementById("news");
const show = document.getElementById("show-news");
let waiting = 0;
let told = 0;
let newest = Number(document.getElementById("changes").dataset.newest);
let source = null;

function listen() {
  source = new EventSource(`/breaking/stream?after=${newest}`);
  source.addEventListener("change", (event) => {
    newest = Number(event.lastEventId);
    waiting += 1;
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) news.textContent = "Nothing more comes: load the page again.";
  });
}

function isPaused() {
  return pause.getAttribute("aria-pressed") === "true";
}

function tell() {
  if (waiting === told) return;
  told = waiting;
  news.textContent = waiting ? `${waiting} new ${waiting === 1 ? "change" : "changes"}.` : "";
  show.hidden = !waiting;
}

pause.addEventListener("click", () => {
  pause.setAttribute("aria-pressed", String(!isPaused()));
  if (isPaused()) source.close();
  else listen();
});

show.addEventListener("click", async () => {
  const page = new DOMParser().parseFromString(await (await fetch("/breaking")).text(), "text/html");
  const changes = document.importNode(page.getElementById("changes"), true);
  document.getElementById("changes").replaceWith(changes);
  waiting = Math.max(0, newest - Number(changes.dataset.newest));
  tell();
  pause.focus();
});

document.getElementById("live").hidden = false;
setInterval(() => isPaused() || tell(), TOLD_EVERY);
listen();
