"use strict";
/* A grid of times, five minutes a row: a visit is lifted (by its key, or dragged), a free cell chosen, and what is put down is sent. */
(() => {
  const grid = document.querySelector("[data-grid]");
  const form = document.querySelector("[data-grid-form]");
  if (!grid || !form) return;
  const told = document.querySelector("[data-grid-says]");
  let lifted = null;
  let at = null;

  const say = (words) => { told.textContent = words; };
  const heads = [...grid.querySelectorAll("[data-begins]")];
  const begins = (cell, head) => new Date(Date.parse(head.dataset.begins) + cell.parentElement.sectionRowIndex * 300000).toISOString();
  const cells = () => [...grid.querySelectorAll("[data-cell]")];
  const middle = (box) => [box.left + box.width / 2, box.top + 1];
  const mark = (cell) => {
    if (at) at.classList.remove("target");
    at = cell;
    if (!at) return;
    at.classList.add("target");
    at.scrollIntoView({ block: "nearest", inline: "nearest" });
    say(at.parentElement.dataset.time);
  };
  /* The nearest free cell above, below or beside: up and down stay in their column, left and right in their row. */
  const next = (from, across, down) => {
    const [x, y] = middle(from.getBoundingClientRect());
    let best = null;
    let least = Infinity;
    for (const cell of cells()) {
      const [cx, cy] = middle(cell.getBoundingClientRect());
      const ahead = across ? Math.sign(cx - x) === across && Math.abs(cx - x) > 4 : Math.sign(cy - y) === down && Math.abs(cy - y) > 4;
      const far = across ? Math.abs(cx - x) + 3 * Math.abs(cy - y) : Math.abs(cy - y) + 30 * Math.abs(cx - x);
      if (ahead && far < least) { least = far; best = cell; }
    }
    return best;
  };
  const drop = (cell) => {
    const head = heads[cell.dataset.cell];
    form.action = lifted.dataset.lifts;
    for (const [name, value] of [["provider", head.dataset.provider], ["site", head.dataset.site], ["starts", begins(cell, head)]]) form.elements[name].value = value;
    form.requestSubmit();
  };
  const leave = () => { if (lifted) lifted.classList.remove("lifted"); mark(null); lifted = null; };
  const lift = (visit) => {
    leave();
    lifted = visit;
    lifted.classList.add("lifted");
    mark(next(visit, 0, 1) || next(visit, 0, -1) || cells()[0]);
  };

  let hand = null;
  grid.addEventListener("focusin", (event) => { hand = event.target.closest("[data-lifts]"); });
  document.querySelector("[data-lift]").addEventListener("click", () => { if (hand) lift(hand); else say("Go to a visit first."); });
  document.addEventListener("keydown", (event) => {
    if (!lifted) return;
    const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], k: [0, -1], j: [0, 1], h: [-1, 0], l: [1, 0] }[event.key];
    if (!step && !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (step) mark(next(at, ...step) || at);
    else if (event.key === "Enter") drop(at);
    else { const visit = lifted; leave(); visit.focus(); say("It stays where it is."); }
  }, true);

  grid.addEventListener("dragstart", (event) => {
    const visit = event.target.closest("[data-lifts]");
    if (!visit) return;
    lifted = visit;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    visit.classList.add("lifted");
  });
  grid.addEventListener("dragover", (event) => {
    const cell = event.target.closest("[data-cell]");
    if (!lifted || !cell) return;
    event.preventDefault();
    if (cell !== at) mark(cell);
  });
  grid.addEventListener("drop", (event) => { if (lifted && at) { event.preventDefault(); drop(at); } });
  grid.addEventListener("dragend", leave);
})();
