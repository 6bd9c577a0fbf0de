"use strict";
/* Evidence: words selected in a note, by mouse or by arrows (Shift adds words), fill the start, end and quote of a form;
   pointing at a row with data-lights marks the words that carry it. Offsets count characters (code points). */
(() => {
  const $$ = (sel) => [...document.querySelectorAll(sel)];
  const length = (text) => [...text].length;
  let last = null;

  function before(note, node, offset) {
    const range = document.createRange();
    range.setStart(note, 0);
    range.setEnd(node, offset);
    return range.toString();
  }
  function fill() {
    if (!last) return;
    for (const name of ["start", "end", "quote"]) $$(`[data-evidence-${name}]`).forEach((input) => { input.value = last[name]; });
    $$("[data-evidence-shown]").forEach((out) => { out.textContent = "\u201c" + last.quote + "\u201d"; });
  }
  function take() {
    const picked = document.getSelection();
    if (!picked || picked.isCollapsed || !picked.anchorNode) return;
    const from = picked.anchorNode.parentElement;
    const note = from && (picked.anchorNode.matches ? picked.anchorNode.closest("[data-evidence]") : from.closest("[data-evidence]"));
    if (!note || !note.contains(picked.focusNode)) return;
    const range = picked.getRangeAt(0);
    const text = range.toString();
    const quote = text.trim();
    if (!quote) return;
    const start = length(before(note, range.startContainer, range.startOffset)) + length(text) - length(text.trimStart());
    last = { start, end: start + length(quote), quote };
    fill();
  }
  document.addEventListener("selectionchange", take);

  /* A code without its words is not sent: what is chosen for it stays, and the way to the words is said. */
  document.addEventListener("submit", (event) => {
    const end = event.target.querySelector("[data-evidence-end]");
    if (!end || end.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    document.dispatchEvent(new CustomEvent("say", { detail: { value: "Choose the words of the note first, then send it again." } }));
  }, true);

  /* The word cursor: arrows choose a word, Shift with arrows adds or gives back words, up and down go by lines of text. */
  function point(note, offset) {
    const walker = document.createTreeWalker(note, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && offset > node.length) { offset -= node.length; node = walker.nextNode(); }
    return [node || note, node ? offset : 0];
  }
  function words(note) { return [...note.textContent.matchAll(/[\p{L}\p{N}]+(?:[.\-\/'%,][\p{L}\p{N}]+)*%?/gu)].map((m) => [m.index, m.index + m[0].length]); }
  document.addEventListener("keydown", (event) => {
    const note = event.target.closest && event.target.closest("[data-evidence]");
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
    if (!note || event.target !== note || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = words(note);
    if (!all.length) return;
    event.preventDefault();
    const at = (n) => Math.min(all.length - 1, Math.max(0, n));
    let [first, tip] = (note.dataset.words || "-1 -1").split(" ").map(Number);
    if (event.shiftKey && first >= 0) tip = at(tip + step);
    else first = tip = at(tip + (tip < 0 ? 1 : step));
    note.dataset.words = `${first} ${tip}`;
    document.getSelection().setBaseAndExtent(...point(note, all[Math.min(first, tip)][0]), ...point(note, all[Math.max(first, tip)][1]));
    take(); /* the next key may move the focus before the browser tells of the selection */
  });

  const light = (event, on) => {
    const row = event.target.closest && event.target.closest("[data-lights]");
    if (!row) return;
    $$(`mark[data-code~="${CSS.escape(row.dataset.lights)}"]`).forEach((m, i) => { m.classList.toggle("on", on); if (on && !i) m.scrollIntoView({ block: "nearest" }); });
  };
  document.addEventListener("mouseover", (event) => light(event, true));
  document.addEventListener("mouseout", (event) => light(event, false));
  document.addEventListener("focusin", (event) => light(event, true));
  document.addEventListener("focusout", (event) => light(event, false));
  document.addEventListener("htmx:after:swap", () => { if (last && $$("[data-evidence]").length) fill(); });
})();
