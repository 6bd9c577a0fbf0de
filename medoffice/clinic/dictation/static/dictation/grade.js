"use strict";
/* The sheet of a review: the word follows the sound, a key scores it, and the sound goes on while it is kept. */
(() => {
  const box = document.querySelector("[data-grading]");
  const sheet = document.querySelector("[data-sheet]");
  const player = document.querySelector("[data-player]");
  if (!box || !sheet) return;
  const text = box.querySelector("textarea");
  const times = JSON.parse(box.dataset.times);
  const spans = [...text.value.matchAll(/\S+/g)].map((one) => [one.index, one.index + one[0].length]);
  const audio = player && player.querySelector("audio");
  const at = (letter) => { const found = spans.findIndex(([, end]) => letter < end); return found < 0 ? spans.length - 1 : found; };
  const chosen = () => [at(text.selectionStart), at(Math.max(text.selectionStart, text.selectionEnd - 1))];
  const choose = (first, last) => { if (spans[first] && spans[last]) text.setSelectionRange(spans[first][0], spans[last][1]); };
  if (audio) audio.addEventListener("timeupdate", () => {
    if (audio.paused) return;
    const now = Number(player.dataset.at || 0);
    const place = times.findLastIndex(([start]) => start !== null && start <= now);
    if (place >= 0) choose(place, place);
  });
  text.addEventListener("keydown", (event) => { /* a text that is only read has no cursor of its own: words are chosen */
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -spans.length, End: spans.length }[event.key];
    if (!step || event.altKey || event.metaKey) return;
    event.preventDefault();
    const [first, last] = chosen();
    const near = (place) => Math.min(Math.max(place, 0), spans.length - 1);
    if (event.shiftKey) choose(first, Math.max(first, near(last + step)));
    else { const place = near((step < 0 ? first : last) + step); choose(place, place); }
  });
  window.addEventListener("submit", async (event) => { /* before any other who listens: the page stays, and the sound with it */
    const form = event.target.closest("[data-scores]");
    if (!form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.elements.place && spans.length) {
      const [first, last] = chosen();
      form.elements.place.value = first;
      form.elements.count.value = last - first + 1;
    }
    const sent = new URLSearchParams(new FormData(form, event.submitter));
    const answer = await fetch(form.action, { method: "POST", body: sent, headers: { "X-Part": "errors" }, redirect: "manual" }).catch(() => null);
    const known = answer && (answer.ok || answer.status === 422) && (answer.headers.get("Content-Type") || "").startsWith("text/html");
    document.querySelector("[data-shows=unscored]").hidden = Boolean(known);
    if (!known) return;
    sheet.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
    text.focus({ preventScroll: true });
  }, true);
})();
