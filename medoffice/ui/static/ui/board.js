"use strict";
/* A board of stages: timers go on by themselves, and a ticket that is dragged onto a column is sent there. */
(() => {
  const since = new WeakMap();
  const plural = (minutes) => (minutes < 60 ? `${minutes} m` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} m`);

  /* A ticket says how long it had stood when it was drawn; what passed since is the page's own time. */
  const tick = () => document.querySelectorAll("[data-seconds]").forEach((ticket) => {
    let drawn = since.get(ticket);
    if (!drawn || drawn.seconds !== ticket.dataset.seconds) { drawn = { seconds: ticket.dataset.seconds, at: performance.now() }; since.set(ticket, drawn); }
    const minutes = Math.floor((Number(drawn.seconds) + (performance.now() - drawn.at) / 1000) / 60);
    const tone = minutes >= Number(ticket.dataset.act) ? "bad" : minutes >= Number(ticket.dataset.look) ? "warn" : ticket.dataset.calm;
    const time = ticket.querySelector("[data-time]");
    const note = ticket.querySelector("[data-note]");
    if (time && time.textContent !== plural(minutes)) time.textContent = plural(minutes);
    if (note) {
      const words = note.dataset.note.replace("%", plural(minutes));
      const calm = tone === ticket.dataset.calm;
      if (note.hidden !== calm) note.hidden = calm;
      if (note.textContent !== words) note.textContent = words;
      note.className = `chip ${tone}`;
    }
    if (!ticket.classList.contains(tone)) { ticket.classList.remove("bad", "warn", "ok", "quiet"); ticket.classList.add(tone); }
  });
  if (document.querySelector("[data-seconds]")) { tick(); setInterval(tick, 5000); }
  document.addEventListener("htmx:after:swap", tick);

  let lifted = null;
  const target = (event) => lifted && event.target.closest(`[data-takes~="${lifted.dataset.stage}"]`);
  const mark = (column) => document.querySelectorAll(".board > section").forEach((one) => one.classList.toggle("target", one === column));
  document.addEventListener("dragstart", (event) => {
    const ticket = event.target.closest && event.target.closest("[data-moves]");
    if (!ticket) return;
    lifted = ticket;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    ticket.classList.add("lifted");
  });
  document.addEventListener("dragover", (event) => {
    const column = target(event);
    mark(column);
    if (column) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const column = target(event);
    if (!column) return;
    event.preventDefault();
    const form = document.querySelector("[data-board-form]");
    lifted.querySelector("[data-open]").focus();
    form.action = lifted.dataset.moves + column.dataset.verb + "/";
    form.requestSubmit();
  });
  document.addEventListener("dragend", () => { if (lifted) lifted.classList.remove("lifted"); lifted = null; mark(null); });
})();
