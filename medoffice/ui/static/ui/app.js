"use strict";
/* Keys first. data-key activates, j/k move through a data-list, / finds patients, Ctrl-K commands, ? keys, Esc back. */
(() => {
  const $ = (sel, root = document) => root.querySelector(sel);
  const $$ = (sel, root = document) => [...root.querySelectorAll(sel)];
  const typing = (el) => Boolean(el) && (el.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") || el.isContentEditable);
  const shown = (el) => !el.disabled && el.checkVisibility();
  const opened = () => $$("dialog[open]").pop();
  const element = (tag, text, ...children) => { const el = document.createElement(tag); if (text) el.textContent = text; el.append(...children); return el; };

  /* Lists: the row at hand carries data-at and its link has the focus, so Enter opens it. */
  let list = null;
  const rows = () => {
    if (!list || !list.isConnected || !shown(list)) list = $$("[data-list]").find((l) => shown(l) && $$("[data-row]", l).some(shown));
    return list ? $$("[data-row]", list).filter(shown) : [];
  };
  const goTo = (row) => {
    $$("[data-at]").forEach((r) => r.removeAttribute("data-at"));
    row.setAttribute("data-at", "");
    const target = row.matches("a, button, [tabindex='0']") ? row : $("[data-open]", row) || $("a, button", row) || row;
    if (target === row && !row.matches("a, button, [tabindex='0']")) row.tabIndex = -1;
    target.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const letGo = () => {
    const row = document.activeElement && document.activeElement.closest("[data-row]");
    $$("[data-at]").forEach((r) => r.removeAttribute("data-at"));
    list = null;
    if (row) { document.activeElement.blur(); hint(); }
  };
  const place = (all) => {
    const focused = all.findIndex((r) => r.contains(document.activeElement));
    return focused >= 0 ? focused : all.findIndex((r) => r.matches("[data-at], [aria-current]"));
  };
  const move = (step) => {
    const all = rows();
    const at = place(all);
    if (all.length) goTo(all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))]);
  };
  /* Left and right go to the next column of a board that has rows. */
  const across = (step) => {
    const column = document.activeElement && document.activeElement.closest(".board > section");
    if (!column && $(".board")) { move(1); return true; }
    for (let next = column; next;) {
      next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
      const row = next && $$("[data-row]", next).find(shown);
      if (row) { goTo(row); return true; }
    }
    return false;
  };

  /* Which rows are near: the one at hand, then those after it and before it, or what the address names behind its #. The
     first that is there, under its id or one it had before, is at hand again, wherever it stands; of a list its first row. */
  let near = [];
  let inside = false;
  const nearby = (el) => {
    const row = el.closest("[data-list] [data-row][id]");
    inside = Boolean(row);
    if (!row) return;
    const all = $$("[data-row][id]", row.closest("[data-list]"));
    const at = all.indexOf(row);
    near = [...all.slice(at, at + 9), ...all.slice(Math.max(0, at - 9), at).reverse()].map((r) => r.id);
  };
  const again = () => {
    const rowOf = (el) => el && (el.matches("[data-row]") ? el : el.matches("[data-list]") && $$("[data-row]", el).find(shown));
    const found = near.map((id) => rowOf(document.getElementById(id) || $(`[data-was="${CSS.escape(id)}"]`))).find((row) => row && shown(row));
    if (found) goTo(found);
    return Boolean(found);
  };

  /* Keys of the page, from its own marks: in the foot line and in the ? dialog. Those of a row are live at their row; a
     key the row at hand is deaf to reaches no other row, and it is said why. */
  const deaf = (key) => { const row = document.activeElement && document.activeElement.closest("[data-deaf]"); return row && row.dataset.deaf.split(" ").includes(key) ? row : null; };
  const live = (el) => (!el.hasAttribute("data-at-row") || el.closest("[data-row]").contains(document.activeElement)) && !deaf(el.dataset.key);
  const nearness = (el) => (el.hasAttribute("data-at-row") ? 0 : el.closest("main") ? 1 : 2); /* the row at hand, the page, every page */
  const keyed = () => $$("[data-key]").filter((el) => live(el) && shown(el) && !el.closest("dialog:not([open])")).sort((a, b) => nearness(a) - nearness(b));
  const says = (el) => {
    if (el.dataset.says) return el.dataset.says;
    if (el.matches("input, select, textarea")) return el.labels && el.labels[0] ? el.labels[0].textContent.trim() : el.name;
    const copy = el.cloneNode(true);
    $$("kbd", copy).forEach((k) => k.remove());
    return copy.textContent.trim().replace(/\s+/g, " ");
  };
  const caps = { ArrowRight: "→", ArrowLeft: "←", ArrowUp: "↑", ArrowDown: "↓" };
  const cap = (key) => (key.length === 1 ? key : key.split("+").map((k) => caps[k] || k).join(" "));
  const known = () => {
    const seen = new Map();
    keyed().forEach((el) => { if (!seen.has(el.dataset.key)) seen.set(el.dataset.key, says(el)); });
    if (rows().length) seen.set("j k", "move");
    if ($(".board > section [data-row]")) seen.set("\u2190 \u2192", "next column");
    if ($("[data-evidence]")) { seen.set("\u2190 \u2192", "word by word"); seen.set("Shift+ArrowRight", "one word more"); }
    return seen;
  };
  /* Keys that say the same stand together: 1 to 9, or one beside the other. */
  const grouped = (all) => {
    const words = new Map();
    all.forEach((word, key) => words.set(word, [...(words.get(word) || []), key]));
    const last = (key) => key.charCodeAt(key.length - 1);
    words.forEach((keys, word) => {
      const row = keys.length > 2 && keys.every((key, at) => last(key) === last(keys[0]) + at);
      words.set(word, row ? cap(keys[0]) + "\u2013" + cap(keys[keys.length - 1]) : keys.map(cap).join(" "));
    });
    return words;
  };
  const hint = () => {
    const line = $(".foot .hints");
    if (!line) return;
    line.replaceChildren(...[...grouped(known())].slice(0, 8).map(([word, keys]) => element("span", "", element("kbd", keys), " " + (/^\p{Lu}{2}/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1)))));
    keyed().forEach((el) => el.setAttribute("aria-keyshortcuts", el.dataset.key.replace("Ctrl", "Control")));
  };
  const showKeys = () => {
    const fixed = [["Enter", "open"], ["/", "find a patient"], ["Ctrl+K", "commands"], ["Ctrl+Enter", "finish"], ["Esc", "back"], ["?", "these keys"]];
    const all = known();
    fixed.forEach(([key, word]) => { if (!all.has(key)) all.set(key, word); });
    $("#keys .keys").replaceChildren(...[...grouped(all)].map(([word, keys]) => element("div", "", element("kbd", keys), element("span", word))));
    $("#keys").showModal();
  };
  const open = (id) => {
    const dialog = document.getElementById(id);
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const field = $("input:not([type=hidden]), textarea, select", dialog);
    if (field) { field.focus(); if (dialog.classList.contains("palette")) { field.value = ""; field.dispatchEvent(new Event("input", { bubbles: true })); } }
  };
  const activate = (el) => {
    if (typing(el)) { el.focus(); if (el.select && !el.matches("textarea")) el.select(); return; }
    if (el.matches("[tabindex]")) { el.focus(); return; }
    el.click();
    const opens = el.matches("summary") && el.parentElement.open && $("input:not([type=hidden]), textarea, select", el.parentElement);
    if (opens) opens.focus();
  };
  const escape = (event) => {
    const el = document.activeElement;
    if (opened()) return;
    if (typing(el)) { event.preventDefault(); el.blur(); return; }
    const back = $$("[data-back]").find(shown);
    if (back) back.click(); else letGo();
  };

  /* Who has left types for the page that comes: until it is there, keys do nothing on this one. What turns out to be a
     file, not a page, leaves nobody anywhere: after three seconds the keys are back. */
  let left = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (performance.now() - left > 3000) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  /* A key that is held presses once: Enter that repeats would answer the page that comes, too. In a text it makes lines. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.repeat || (event.target.matches("textarea") && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const el = document.activeElement;
    const ctrl = event.ctrlKey || event.metaKey;
    const combo = (ctrl ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + event.key;
    const target = keyed().find((t) => t.dataset.key === combo && (!opened() || opened().contains(t) || t.closest("form[data-covers]")));
    if (combo.toLowerCase() === "ctrl+k") { event.preventDefault(); open("palette"); return; }
    if (combo === "Ctrl+Enter") {
      const form = (el && el.closest("form[method=post]")) || $$("form[data-primary]").find(shown);
      if (!form && !target) return;
      event.preventDefault();
      const pressed = form && keyed().find((one) => one.dataset.key === combo && one.form === form && one.type === "submit");
      if (form) form.requestSubmit(pressed || null); else target.click();
      return;
    }
    if (event.key === "Escape") { escape(event); return; }
    if (event.key === "Enter" && el && el.matches("[data-along]") && rows().length) { event.preventDefault(); goTo(rows()[0]); return; }
    if (event.key === "Enter" && el && el.matches("form[method=get] select, form:has([name=show]) select")) { event.preventDefault(); el.form.requestSubmit(); return; }
    if (target && (ctrl || event.altKey || !typing(el))) { event.preventDefault(); activate(target); return; }
    if (typing(el) || ctrl || event.altKey || opened()) return;
    const row = deaf(event.key);
    if (row) { event.preventDefault(); say(row.dataset.why); return; }
    if ($$("[data-at-row]").some((t) => t.dataset.key === event.key && shown(t))) { event.preventDefault(); say(`${event.key} is a key of a line: go to one first, with j or k.`); return; }
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "/" && $("#finder")) { event.preventDefault(); activate($("#finder")); }
    else if (event.key === "?" && $("#keys")) { event.preventDefault(); showKeys(); }
    else if (step && rows().length && !el.matches("[data-evidence], [type=radio]")) { event.preventDefault(); move(step); }
    else if (side && across(side)) event.preventDefault();
  });
  document.addEventListener("focusin", (event) => {
    list = event.target.closest("[data-list]") || list;
    nearby(event.target);
    if ($("[data-at-row]")) hint();
  });

  /* Heads: a press puts the head into the text, or goes to where it stands. */
  const begin = (el) => {
    const text = document.getElementById(el.dataset.into);
    const at = text.value.search(new RegExp("^" + el.dataset.head + ":", "m"));
    text.focus();
    if (at >= 0) {
      const next = text.value.indexOf("\n\n", at);
      const end = next < 0 ? text.value.length : next;
      if (text.value[end - 1] === ":") text.setRangeText(" ", end, end, "end"); /* words do not stick to their head */
      else text.setSelectionRange(end, end);
      return;
    }
    const before = text.value.trimEnd();
    text.setRangeText((before ? "\n\n" : "") + el.dataset.inserts, before.length, text.value.length, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };

  /* Forms: one press, one sending (the server holds it too, by the field "once"); typed words are not lost unasked. */
  const release = (form) => { delete form.dataset.sent; $$("button[data-held]", form).forEach((b) => { b.disabled = false; delete b.dataset.held; }); };
  document.addEventListener("input", (event) => { const form = event.target.closest("form[data-guard]"); if (form) form.dataset.dirty = "yes"; });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if ($("input[data-look]", form) && !("looked" in form.dataset)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      say("This has only just come up. Look at it, then send it.");
      return;
    }
    const keeping = $("[data-keeps].htmx-request", form); /* what is being kept first, then what is sent */
    if (keeping) {
      event.preventDefault();
      event.stopImmediatePropagation();
      keeping.addEventListener("htmx:finally:request", () => setTimeout(() => form.requestSubmit(event.submitter), 0), { once: true });
      return;
    }
    $$("[data-along]").forEach((el) => { if (form.elements[el.name]) form.elements[el.name].value = el.value; });
    if (form.dataset.sent) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    form.dataset.sent = "yes";
    delete form.dataset.dirty;
    setTimeout(() => $$("button:not(:disabled)", form).forEach((b) => { b.disabled = true; b.dataset.held = ""; }), 0);
    setTimeout(() => release(form), 8000);
  }, true);
  window.addEventListener("beforeunload", (event) => { if ($("form[data-dirty=yes]")) event.preventDefault(); else left = performance.now(); });
  window.addEventListener("pageshow", () => { left = -Infinity; $$("form[data-sent]").forEach(release); });

  /* What is to be looked at before it is answered: the field data-look tells the server that it was, but not before the
     page and its pictures (those that do not come are waited for five seconds) have stood in sight for a moment, longer
     than between two presses of one hand. Until then its form is not sent, by key or by mouse. */
  const look = () => {
    const inSight = () => (document.hidden ? document.addEventListener("visibilitychange", inSight, { once: true }) : setTimeout(looked, 700));
    const looked = () => $$("input[data-look]").forEach((field) => { field.value = field.dataset.look; field.form.dataset.looked = ""; });
    let begun = false;
    const begin = () => { if (!begun) inSight(); begun = true; };
    if (document.readyState === "complete") begin(); else { window.addEventListener("load", begin); setTimeout(begin, 5000); }
  };
  if ($("input[data-look]")) look();

  const say = (text) => { const box = $("#toasts"); if (box && text) { const toast = element("div", text); toast.className = "toast"; toast.dataset.fades = "10"; box.append(toast); fade(); } };
  const fade = () => $$("[data-fades]:not([data-fading])").forEach((toast) => {
    toast.dataset.fading = "";
    const go = () => setTimeout(() => { if (toast.matches(":hover, :focus-within")) go(); else { toast.remove(); hint(); } }, toast.dataset.fades * 1000);
    go();
  });
  document.addEventListener("say", (event) => say(event.detail && event.detail.value));
  document.addEventListener("htmx:error", (event) => event.detail.error && event.detail.error.name === "AbortError" || say("The server does not answer. What you typed is still here; try again."));
  document.addEventListener("htmx:finally:request", () => { $$("form[data-sent]").forEach((f) => { if (f.hasAttribute("hx-post")) release(f); }); });
  document.addEventListener("htmx:before:request", (event) => { if (event.target.matches("[data-keeps]")) event.detail.ctx.asked = event.target.value; });
  document.addEventListener("htmx:after:swap", (event) => {
    const kept = event.target;
    if (kept.matches && kept.matches("[data-keeps]") && kept.value === event.detail.ctx.asked) delete kept.closest("form").dataset.dirty;
    const row = document.activeElement && document.activeElement.closest("[data-row]");
    if (row) row.setAttribute("data-at", "");
    else if (inside && document.activeElement === document.body) again();
    fresh();
  });

  document.addEventListener("click", (event) => {
    const at = (sel) => event.target.closest(sel);
    if (at("[data-opens]")) open(at("[data-opens]").dataset.opens);
    if (at("[data-inserts]")) begin(at("[data-inserts]"));
    if (at("[data-closes]") && at("dialog")) at("dialog").close();
    if (at("[data-shows-keys]")) showKeys();
    if (at("[data-prints]")) window.print();
    if (at("[data-goes-back]") && history.length > 1) { event.preventDefault(); history.back(); } /* what was typed there is still there */
    if (at("[data-theme-toggle]")) {
      const root = document.documentElement;
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      document.cookie = "theme=" + root.dataset.theme + "; path=/; max-age=31536000; samesite=lax";
    }
  });

  /* What every new piece of a page needs: panes that scroll take the focus, toasts fade, the foot line tells the keys. */
  const fresh = () => {
    $$(".pane, .page, .board > section, .scroll").forEach((p) => { if (!p.hasAttribute("tabindex") && p.scrollHeight > p.clientHeight) p.tabIndex = 0; });
    fade();
    hint();
  };
  fresh();
  const wrong = $("main [aria-invalid=true]") || $("[autofocus]");
  near = location.hash.slice(1).split(",").filter(Boolean);
  if (wrong) wrong.focus(); else if (again()) history.replaceState(history.state, "", location.pathname + location.search);
})();
