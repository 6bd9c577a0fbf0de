"use strict";
/* The pass over danger words: each is played with a little around it and shown in its sentence; Enter says that it is
   right and goes on to the next. What was heard is kept one by one; what is changed is to be heard again. */
(() => {
  const dialog = document.querySelector("[data-pass]");
  if (!dialog) return;
  const player = document.querySelector("[data-player]");
  const field = document.getElementById(dialog.dataset.field);
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  const boxes = Object.fromEntries([...document.querySelectorAll("[data-shows^=pass]")].map((one) => [one.dataset.shows, one])); /* also while a lock keeps the page elsewhere */
  const shows = (name) => boxes[name];
  let told = JSON.parse(dialog.dataset.told);
  let words = dialog.dataset.words.split(/\s+/).filter(Boolean);
  let way = []; /* the snippets of this pass */
  let at = 0;
  let busy = Promise.resolve();
  const trouble = (said) => { const box = shows("pass-trouble"); box.hidden = !said; box.textContent = said; };
  const foot = () => { shows("passed").textContent = told.says; };
  const play = () => { const one = way[at]; if (one.from !== null) player.dispatchEvent(new CustomEvent("hear", { detail: { from: one.from, to: one.to } })); };
  const show = () => {
    const one = way[at];
    const sounds = player.querySelector("[data-part]");
    shows("pass-kind").textContent = [...new Set(one.dangers.map((danger) => danger.kind))].join(", ");
    shows("pass-place").textContent = `${at + 1} of ${way.length}`;
    shows("pass-sentence").replaceChildren(...words.slice(one.first, one.first + one.count).flatMap((word, step) => {
      const place = one.first + step;
      const danger = one.dangers.find(({ first, count }) => first <= place && place < first + count);
      const shown = document.createElement(danger ? "mark" : "span");
      shown.textContent = word;
      return [shown, " "];
    }));
    shows("pass-sound").textContent = one.from === null || !sounds ? "Nothing can be heard of it: no place of the sound is known." : one.rough ? "Typed by hand: it was said about here." : "";
    if (sounds) play();
  };
  const begin = () => {
    way = told.snippets.filter((one) => one.dangers.some((danger) => !danger.heard));
    if (!way.length) way = told.snippets; /* all are heard: once more */
    at = 0;
    if (!way.length) return;
    trouble("");
    if (!dialog.open) dialog.showModal();
    show();
  };
  const send = async (one) => {
    const ids = one.dangers.flatMap((danger) => danger.ids).join(",");
    const sent = new URLSearchParams({ csrfmiddlewaretoken: token.value, text_version: told.version, visit: dialog.dataset.visit, words: ids });
    const answer = await fetch(dialog.dataset.pass, { method: "POST", body: sent, redirect: "manual" }).catch(() => null);
    const known = answer && answer.headers.get("Content-Type") === "application/json" ? await answer.json() : null;
    if (answer && answer.ok && known) { told = known; foot(); return; }
    const why = known ? known.words : "The office does not answer.";
    if (dialog.open) trouble(`Not kept: ${why}`);
    shows("passed").textContent = `${told.says}. One was not kept: ${why}`;
  };
  const acts = {
    right: () => {
      const one = way[at];
      if (one.dangers.some((danger) => !danger.heard)) busy = busy.then(() => send(one));
      at += 1;
      if (at < way.length) show(); else dialog.close();
    },
    again: () => { play(); dialog.querySelector("[data-pass-do=right]").focus(); },
    correct: () => {
      const place = way[at].dangers[0].first;
      dialog.close();
      if (!field) return;
      if (field.closest("details")) field.closest("details").open = true;
      const word = [...field.value.matchAll(/\S+/g)][place];
      field.focus();
      if (word) field.setSelectionRange(word.index, word.index + word[0].length);
    },
    end: () => dialog.close(),
  };
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pass-do]");
    if (button) acts[button.dataset.passDo]();
  });
  dialog.addEventListener("close", () => player.dispatchEvent(new CustomEvent("hush")));
  dialog.addEventListener("told", (event) => { told = event.detail.told; words = event.detail.text.split(/\s+/).filter(Boolean); foot(); });
  dialog.addEventListener("begin", begin);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-pass-begin]")) return;
    if (dialog.dispatchEvent(new CustomEvent("asked", { cancelable: true }))) begin(); /* where one types, it is kept first */
  });
})();
