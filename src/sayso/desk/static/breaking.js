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
}

function tell() {
  if (waiting === told) return;
  told = waiting;
  news.textContent = waiting ? `${waiting} new ${waiting === 1 ? "change" : "changes"}.` : "";
  show.hidden = !waiting;
}

pause.addEventListener("click", () => {
  const paused = pause.getAttribute("aria-pressed") !== "true";
  pause.setAttribute("aria-pressed", String(paused));
  if (paused) source.close();
  else listen();
});

show.addEventListener("click", async () => {
  const page = new DOMParser().parseFromString(await (await fetch("/breaking")).text(), "text/html");
  const changes = document.importNode(page.getElementById("changes"), true);
  document.getElementById("changes").replaceWith(changes);
  waiting = 0;
  tell();
  pause.focus();
});

document.getElementById("live").hidden = false;
setInterval(tell, TOLD_EVERY);
listen();
