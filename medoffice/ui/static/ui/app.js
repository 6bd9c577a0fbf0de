"use strict";
/* Keys first: data-key activates, j/k move a data-list, / finds patients, Ctrl-K commands, ? keys, Esc back. */
(() => {
  const typing = (el) => el && (el.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") || el.isContentEditable);
  const $ = (sel, root = document) => root.querySelector(sel);
  const $$ = (sel, root = document) => [...root.querySelectorAll(sel)];
  const openDialog = () => $("dialog[open]");

  function rows() {
    const list = $("[data-list].active") || $("[data-list]");
    return list ? $$("[data-row]", list) : [];
  }
  function select(row) {
    rows().forEach((r) => r.setAttribute("aria-selected", r === row ? "true" : "false"));
    if (!row) return;
    row.scrollIntoView({ block: "nearest" });
    const target = row.matches("a, button") ? row : $("a, button", row) || row;
    if (target.tabIndex < 0 && !target.matches("a, button")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
  function move(step) {
    const all = rows();
    if (!all.length) return;
    const at = all.findIndex((r) => r.getAttribute("aria-selected") === "true");
    select(all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))]);
  }
  function showKeys() {
    const dialog = $("#keys");
    const box = $(".keys", dialog);
    box.replaceChildren();
    const fixed = [["j k", "next, previous"], ["Enter", "open"], ["/", "find a patient"], ["Ctrl K", "commands"], ["Esc", "back"], ["Ctrl Enter", "finish"]];
    const own = $$("[data-key]").map((el) => [el.dataset.key, (el.dataset.says || el.textContent).replace(el.dataset.key, "").trim()]);
    for (const [key, says] of [...own, ...fixed]) {
      const line = document.createElement("div");
      const k = document.createElement("kbd");
      k.textContent = key;
      line.append(k, document.createTextNode(" " + says));
      box.append(line);
    }
    dialog.showModal();
  }
  function palette() {
    const dialog = $("#palette");
    if (!dialog) return;
    dialog.showModal();
    const input = $("input", dialog);
    input.value = "";
    filterPalette("");
    input.focus();
  }
  function filterPalette(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    let first = true;
    for (const item of $$("#palette [data-command]")) {
      const fits = words.every((w) => item.textContent.toLowerCase().includes(w));
      item.hidden = !fits;
      item.setAttribute("aria-selected", fits && first ? "true" : "false");
      if (fits) first = false;
    }
  }
  function activate(el) {
    if (el.matches("input, select, textarea")) { el.focus(); if (el.select) el.select(); } else el.click();
  }
  function paletteKeys(event) {
    const items = $$("#palette [data-command]").filter((i) => !i.hidden);
    const at = items.findIndex((i) => i.getAttribute("aria-selected") === "true");
    if (event.key === "Enter" && items[at]) { event.preventDefault(); items[at].click(); return; }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step || !items.length) return;
    event.preventDefault();
    items.forEach((i) => i.setAttribute("aria-selected", "false"));
    const next = items[(at + step + items.length) % items.length];
    next.setAttribute("aria-selected", "true");
    next.scrollIntoView({ block: "nearest" });
  }
  function finderKeys(event) {
    const hits = $$(".finder [role=option]");
    if (!hits.length) return;
    const at = hits.findIndex((h) => h.getAttribute("aria-selected") === "true");
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      event.preventDefault();
      hits.forEach((h) => h.setAttribute("aria-selected", "false"));
      const next = hits[(at + step + hits.length) % hits.length];
      next.setAttribute("aria-selected", "true");
      event.target.setAttribute("aria-activedescendant", next.id);
      next.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      (hits[at] || hits[0]).click();
    }
  }

  document.addEventListener("keydown", (event) => {
    const el = document.activeElement;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); palette(); return; }
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      const form = (el && el.closest("form[method=post]")) || $("form[data-primary]");
      if (form) { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (openDialog() && openDialog().id === "palette") { paletteKeys(event); return; }
    if (el && el.id === "finder") { finderKeys(event); }
    if (event.key === "Escape") {
      if (openDialog()) return;
      const hits = $(".finder .hits");
      if (hits && hits.children.length) { hits.replaceChildren(); el && el.id === "finder" && el.blur(); return; }
      if (typing(el)) { el.blur(); return; }
      const back = $("[data-back]");
      if (back) back.click();
      return;
    }
    if (typing(el) || event.ctrlKey || event.metaKey || event.altKey || openDialog()) return;
    if (event.key === "/") { const f = $("#finder"); if (f) { event.preventDefault(); f.focus(); f.select(); } return; }
    if (event.key === "?") { event.preventDefault(); showKeys(); return; }
    if (event.key === "j" || event.key === "ArrowDown") { if (rows().length) { event.preventDefault(); move(1); } return; }
    if (event.key === "k" || event.key === "ArrowUp") { if (rows().length) { event.preventDefault(); move(-1); } return; }
    const target = $$("[data-key]").find((t) => t.dataset.key === event.key && !t.disabled && t.offsetParent !== null);
    if (target) { event.preventDefault(); activate(target); }
  });

  document.addEventListener("input", (event) => {
    if (event.target.closest("#palette")) filterPalette(event.target.value);
    const form = event.target.closest("form[data-guard]");
    if (form) form.dataset.dirty = "yes";
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    delete form.dataset.dirty;
    const button = event.submitter;
    setTimeout(() => { $$("button", form).forEach((b) => { b.disabled = true; }); }, 0);
    setTimeout(() => { $$("button", form).forEach((b) => { b.disabled = false; }); if (button) button.disabled = false; }, 4000);
  });
  window.addEventListener("beforeunload", (event) => { if ($("form[data-dirty=yes]")) event.preventDefault(); });
  window.addEventListener("pageshow", () => $$("button:disabled[data-once]").forEach((b) => { b.disabled = false; }));
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) { const d = document.getElementById(opener.dataset.opens); if (d) { d.showModal(); const f = $("input, textarea, select", d); if (f) f.focus(); } }
    if (event.target.closest("[data-closes]")) { const d = event.target.closest("dialog"); if (d) d.close(); }
    if (event.target.closest("[data-palette]")) palette();
    if (event.target.closest("[data-shows-keys]")) showKeys();
    if (event.target.closest("[data-prints]")) window.print();
    const theme = event.target.closest("[data-theme-toggle]");
    if (theme) {
      const dark = document.documentElement.dataset.theme === "dark" || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
      document.documentElement.dataset.theme = dark ? "light" : "dark";
      document.cookie = "theme=" + document.documentElement.dataset.theme + "; path=/; max-age=31536000; samesite=lax";
    }
  });

  /* Evidence: words selected in a note (by mouse or shift and arrows) fill the start, end and quote of the form. */
  function offsetIn(root, node, offset) {
    const range = document.createRange();
    range.setStart(root, 0);
    range.setEnd(node, offset);
    return [...range.toString()].length;
  }
  document.addEventListener("selectionchange", () => {
    const note = $("[data-evidence]");
    const picked = document.getSelection();
    if (!note || !picked || picked.isCollapsed || !note.contains(picked.anchorNode) || !note.contains(picked.focusNode)) return;
    const range = picked.getRangeAt(0);
    const start = offsetIn(note, range.startContainer, range.startOffset);
    const text = range.toString();
    const lead = [...text].length - [...text.trimStart()].length;
    const quote = text.trim();
    for (const [name, value] of [["start", start + lead], ["end", start + lead + [...quote].length], ["quote", quote]]) {
      $$(`[data-evidence-${name}]`).forEach((input) => { input.value = value; });
    }
    $$("[data-evidence-shown]").forEach((out) => { out.textContent = quote ? "\u201c" + quote + "\u201d" : ""; });
  });
  const light = (event, on) => {
    const row = event.target.closest && event.target.closest("[data-lights]");
    if (!row) return;
    $$(`mark[data-code="${row.dataset.lights}"]`).forEach((m) => { m.classList.toggle("on", on); if (on) m.scrollIntoView({ block: "nearest" }); });
  };
  document.addEventListener("mouseover", (e) => light(e, true));
  document.addEventListener("mouseout", (e) => light(e, false));
  document.addEventListener("focusin", (e) => light(e, true));
  document.addEventListener("focusout", (e) => light(e, false));
  $$("[autofocus-later]").forEach((el) => el.focus());
})();
