"use strict";
/* The workbench: what is typed is kept within two seconds, each word plays its own sound, blanks have reasons, short
   forms expand, the formatter proposes. Nothing is kept in the browser. */
(() => {
  const form = document.querySelector("[data-bench]");
  if (!form) return;
  const text = form.querySelector("textarea");
  const player = document.querySelector("[data-player]");
  const shows = (name) => document.querySelector(`[data-shows=${name}]`);
  const shorts = JSON.parse(form.dataset.shorts);
  const dialog = document.getElementById("bench-blank");
  const pass = document.querySelector("[data-pass]");
  let told = JSON.parse(form.dataset.told);
  let kept = text.value;
  let busy = null;
  let timer = 0;
  let asks = 0;
  let before = null;
  let saved = 0;
  let finishing = false;
  let stopped = false; /* it is another's, or about another visit: nothing of this page is sent any more */
  let doubt = null; /* the doubtful word that was gone to, until anything else is done */
  const at = () => (Number(player.dataset.at) > 0 ? player.dataset.at : "");
  const body = (more) => new URLSearchParams({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, text: text.value, text_version: told.version, visit: form.dataset.visit, at_ms: at(), ...more });
  const lost = (words) => { const box = shows("lost"); box.hidden = !words; box.textContent = words; };

  /* One sending at a time; what was typed meanwhile goes with the next. What fails is tried again until it is kept. */
  const send = async (more) => {
    const sent = text.value;
    const answer = await fetch(form.dataset.keep, { method: "POST", body: body(more), redirect: "manual" }).catch(() => null);
    const known = answer && answer.headers.get("Content-Type") === "application/json" ? await answer.json() : null;
    if (answer && answer.ok && known) {
      told = known;
      kept = sent;
      lost("");
      if (text.value === kept) { shows("kept").textContent = "kept"; delete form.dataset.dirty; }
      flags();
      again();
      pass.dispatchEvent(new CustomEvent("told", { detail: told.pass }));
      return true;
    }
    if (answer && answer.status === 404) stop("This dictation is not yours to type any more.");
    else if (known && known.over) stop(known.words);
    else lost(known ? known.words : "Not kept yet: the office does not answer. What you typed is here; it is tried again.");
    return false;
  };
  const stop = (words) => {
    stopped = text.readOnly = true;
    lost(`${words} What you typed since it was last kept stays here alone: copy it before you leave this page.`);
  };
  const keep = (more = {}) => {
    if (stopped) return Promise.resolve(false);
    clearTimeout(timer);
    timer = 0;
    busy = (busy || Promise.resolve()).then(() => send(more)).then((done) => {
      if (text.value !== kept && !stopped) later(done ? 1200 : 3000);
      return done;
    });
    return busy;
  };
  const again = () => { if (told.awaited && !asks) asks = setTimeout(() => { asks = 0; keep(); }, 10000); }; /* a draft that is being made is asked for */
  const settle = (which, offset) => keep({ settle: which, offset });
  const later = (wait) => { if (!timer) timer = setTimeout(keep, wait); };
  text.addEventListener("input", () => { shows("kept").textContent = ""; later(1200); });
  window.addEventListener("pagehide", () => { if (text.value !== kept && !stopped) fetch(form.dataset.keep, { method: "POST", body: body({}), keepalive: true }); });
  window.addEventListener("submit", (event) => { /* before any other who listens: what is not kept is kept first */
    if ((event.target !== form && !shows("ready").contains(event.target)) || text.value === kept || finishing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keep().then((done) => { if (done) { finishing = true; event.target.requestSubmit(event.submitter); } });
  }, true);

  /* Words: the n-th of the text is the n-th that was kept. */
  const places = () => [...text.value.matchAll(/\S+/g)].map((one) => [one.index, one.index + one[0].length]);
  const here = () => { const all = places(); const cursor = text.selectionStart; return all.findIndex(([, end]) => cursor <= end); };
  const choose = (place) => { const span = places()[place]; if (!span) return; text.focus(); text.setSelectionRange(span[0], span[1]); };
  const hear = (place, lead, tail) => {
    const time = told.times[place];
    if (time && time[0] !== null) player.dispatchEvent(new CustomEvent("hear", { detail: { from: time[0] - lead, to: time[1] + tail } }));
  };
  const go = (place) => { choose(place); hear(place, 1000, 500); doubt = told.doubtful.includes(place) ? place : null; };
  /* What is offered for a word, with the mark that clings to it; the points of an abbreviation are its own. */
  const instead = (was, words) => words + (/^[^.]*?([.,;:?!]*)$/.exec(was) || ["", ""])[1];
  /* At a doubtful word: Enter says that it is right, a figure takes what is offered; both go on to the next. With Shift
     it is said of the same word wherever it is doubtful. */
  const judge = async (key, all) => {
    const place = doubt;
    const spans = places();
    doubt = null;
    if (key === "Enter") { await settle(all ? "same" : "word", spans[place][0]); step(told.doubtful, false); return; }
    const same = (all && told.same[place]) || [place];
    [...same].reverse().forEach((at) => put(instead(text.value.slice(...spans[at]), told.offers[place][Number(key) - 1]), ...spans[at]));
    await keep();
    step(told.doubtful, false);
  };
  const flags = () => {
    const items = [...told.blanks.map((one) => [one.word, "blank: " + one.says]), ...told.unheard.map((span) => [span, "somebody speaks, and no word was found"]), ...told.doubtful.map((place) => [place, [told.why[place], ...told.offers[place].map((words, at) => `${at + 1} ${words}`), told.same[place] ? `with Shift all ${told.same[place].length}` : ""].filter(Boolean).join(" · ")])];
    const left = told.doubtful.length;
    shows("draft").textContent = told.awaited ? "A recogniser is hearing it; you are told when its draft is there." : left ? `${left} doubtful ${left === 1 ? "word" : "words"}: F8 goes to them, Enter says one is right, a figure takes what is offered; with Shift wherever the word stands.` : "";
    shows("lacking").textContent = told.lacking.length ? `Usual in such a report and not there: ${told.lacking.join(", ")}.` : "";
    shows("ready").hidden = !told.ready;
    const words = text.value.split(/\s+/).filter(Boolean);
    shows("flags").replaceChildren(...(items.length ? items : [[null, "Nothing."]]).map(([place, why]) => {
      const line = document.createElement("li");
      if (place === null) { line.textContent = why; line.className = "muted"; return line; }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn small quiet";
      const span = Array.isArray(place);
      button.textContent = span || why.startsWith("blank") ? why : `${words[place]}: ${why}`;
      button.addEventListener("click", () => {
        if (span) player.dispatchEvent(new CustomEvent("hear", { detail: { from: place[0] - 500, to: place[1] + 500 } }));
        else go(place);
      });
      line.append(button);
      return line;
    }));
  };
  const step = (list, back) => {
    if (!list.length) return;
    const now = here();
    const next = back ? [...list].reverse().find((place) => place < now) : list.find((place) => place > now);
    const place = next === undefined ? list[back ? list.length - 1 : 0] : next;
    go(place);
  };
  const put = (words, begin, end) => {
    if (stopped) return;
    text.focus();
    text.setSelectionRange(begin, end);
    if (!document.execCommand(words ? "insertText" : "delete", false, words)) { /* it keeps the browser's own undo */
      text.setRangeText(words, begin, end, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  /* The last phrase before the cursor, as "scratch that" means it: back to the last mark or line break, with the mark that
     ended it. A point within a number is no mark, and a heading stays. */
  const phrase = () => {
    const cursor = text.selectionEnd; /* undone, what came back is selected: it can be scratched again */
    const head = text.value.slice(0, cursor).replace(/[^\S\n]+$/, "");
    const heading = /(^|\n)[A-Z][\w ,&'/-]*:$/.test(head);
    const within = heading ? head : head.replace(/[.,;:?!]$/, "");
    const last = [...within.matchAll(/[.,;:?!](?=\s|$)|\n/g)].at(-1);
    const mark = last ? last.index + 1 : 0;
    const space = /^[^\S\n]*/.exec(text.value.slice(mark, cursor))[0].length; /* it stays, unless one follows */
    const begin = /^\s/.test(text.value.slice(cursor)) ? mark : mark + space;
    return [begin, cursor];
  };
  const blank = async (reason) => {
    dialog.close();
    const begin = text.selectionStart;
    const lead = begin > 0 && !/\s/.test(text.value[begin - 1]) ? " " : "";
    const tail = /^\S/.test(text.value.slice(text.selectionEnd)) && !/^[.,;:?!]/.test(text.value.slice(text.selectionEnd)) ? " " : "";
    const where = begin + lead.length;
    put(lead + "____" + tail, begin, text.selectionEnd);
    await keep({ offset: where, reason });
  };
  const acts = {
    word: () => hear(here(), 0, 0),
    blank: () => dialog.showModal(),
    field: () => {
      const next = (from) => { const found = /____|\[[^\]\n]*\]/g; found.lastIndex = from; return found.exec(text.value); };
      const found = next(text.selectionEnd) || next(0);
      if (found) { text.focus(); text.setSelectionRange(found.index, found.index + found[0].length); }
    },
    doubt: (back) => step(told.doubtful, back),
    all: () => settle("all", 0),
    scratch: () => { const [begin, cursor] = phrase(); if (begin < cursor) put("", begin, cursor); else text.focus(); },
    expand: () => {
      const cursor = text.selectionStart;
      const short = /[A-Za-z0-9]+$/.exec(text.value.slice(0, cursor));
      const words = short && shorts[short[0].toLowerCase()];
      if (!words) return;
      saved += Math.max(0, words.length - short[0].length - 1);
      shows("saved").textContent = saved;
      put(words, cursor - short[0].length, cursor);
    },
    format: async () => {
      if (stopped) return;
      const answer = await fetch(form.dataset.format, { method: "POST", body: body({}), redirect: "manual" }).catch(() => null);
      const known = answer && answer.headers.get("Content-Type") === "application/json" ? await answer.json() : null;
      if (known && known.over) { stop(known.words); return; }
      if (!answer || !answer.ok || !known) { lost("The formatter does not answer. Your words stand as they are."); return; }
      before = text.value;
      put(known.text, 0, text.value.length);
      text.setSelectionRange(0, 0);
      document.querySelector("[data-bench-do=unformat]").hidden = false;
      known.flags.forEach((flag) => {
        const line = document.createElement("li");
        line.textContent = `${flag.kind}: ${flag.words}`;
        shows("flags").append(line);
      });
    },
    unformat: () => { if (before !== null) { put(before, 0, text.value.length); before = null; document.querySelector("[data-bench-do=unformat]").hidden = true; } },
  };
  /* A word looked up: the one at the cursor, or what is chosen, is sought; what is taken stands in its place. */
  const look = document.getElementById("pick-term");
  const taken = document.querySelector("input[name=term]");
  let sought = [0, 0];
  look.addEventListener("focus", () => {
    const { selectionStart: begin, selectionEnd: end } = text;
    const word = [...text.value.matchAll(/[\p{L}'-]+/gu)].find((one) => one.index <= begin && begin <= one.index + one[0].length);
    sought = begin === end && word ? [word.index, word.index + word[0].length] : [begin, end];
    look.value = text.value.slice(...sought);
    look.select();
    if (look.value) look.dispatchEvent(new Event("input", { bubbles: true }));
  });
  taken.addEventListener("change", () => {
    if (!taken.value) return;
    const capital = /^\p{Lu}/u.test(text.value.slice(...sought));
    put(capital ? taken.value[0].toUpperCase() + taken.value.slice(1) : taken.value, ...sought);
    taken.value = look.value = "";
  });
  look.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    look.value = "";
    look.setCustomValidity("");
    document.getElementById("pick-term-hits").replaceChildren();
    text.focus();
  });
  const keys = { F8: "doubt", F9: "field", "Ctrl+b": "blank", "Ctrl+.": "expand", "Alt+e": "word", "Alt+f": "format", "Alt+z": "unformat", "Alt+h": "all", "Ctrl+Shift+s": "scratch" };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-bench-do], [data-reason]");
    if (!button) return;
    if (button.dataset.reason) blank(button.dataset.reason); else acts[button.dataset.benchDo](false);
  });
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    const combo = (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
    const section = /^Alt\+([1-9])$/.exec(combo);
    if (section) {
      const head = [...text.value.matchAll(/^[A-Z][\w ,&'/-]*:/gm)][Number(section[1]) - 1];
      if (head) { event.preventDefault(); text.focus(); text.setSelectionRange(head.index + head[0].length, head.index + head[0].length); }
      return;
    }
    if (doubt !== null && document.activeElement === text) {
      const figure = event.shiftKey && !event.ctrlKey && !event.altKey ? event.code.replace(/^Digit/, "") : combo; /* with Shift a figure types a sign */
      const key = combo === "Enter" ? combo : /^[1-5]$/.test(figure) && told.offers[doubt][Number(figure) - 1] ? figure : "";
      if (key) { event.preventDefault(); event.stopImmediatePropagation(); judge(key, event.shiftKey); return; }
      if (!["Shift", "Alt", "Control"].includes(event.key)) doubt = null; /* what works the player never comes here */
    }
    const name = keys[combo === "Ctrl+s" && event.shiftKey ? "Ctrl+Shift+s" : combo];
    if (combo === "F10") { event.preventDefault(); event.stopImmediatePropagation(); form.requestSubmit(); return; }
    if (!name) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    acts[name](event.shiftKey);
  }, true);
  pass.addEventListener("asked", (event) => { /* a danger word is heard as it is kept */
    event.preventDefault();
    keep().then((done) => { if (done) pass.dispatchEvent(new CustomEvent("begin")); });
  });
  flags();
  again();
})();
