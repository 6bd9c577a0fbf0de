"use strict";
/* The pass over danger words: each is played with a little around it and shown in its sentence; Enter says that it is
   right and goes on to the next, once all of its words have sounded. It has a speed of its own, which is kept. What was
   heard is kept one by one, and what has no sound as read; what is changed is to be heard again. */
(() => {
  const dialog = document.querySelector("[data-pass]");
  if (!dialog) return;
  const player = document.querySelector("[data-player]");
  const audio = player.querySelector("audio");
  const field = document.getElementById(dialog.dataset.field);
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  const boxes = Object.fromEntries([...document.querySelectorAll("[data-shows^=pass]")].map((one) => [one.dataset.shows, one])); /* also while a lock keeps the page elsewhere */
  const shows = (name) => boxes[name];
  const around = 600; /* milliseconds more on both sides, when it is heard again */
  const again = 100; /* percent of the speed then, at most */
  const twice = 250; /* milliseconds in which a second press is the same one */
  const margin = 250; /* milliseconds before a stretch's first word, which may be missed */
  const lag = 1500; /* milliseconds of sound between two looks at where it is, at most, as long as nobody jumped */
  let told = JSON.parse(dialog.dataset.told);
  let way = []; /* the snippets of this pass */
  let at = 0;
  let chosen = 0; /* which of the words that are marked is corrected */
  let since = 0;
  let run = null; /* from when to when it has sounded, without a jump */
  let pace = Number(dialog.dataset.percent);
  let usual = null; /* the player's own speed, while the pass has another */
  let slowed = false;
  let busy = Promise.resolve();
  const trouble = (said) => { const box = shows("pass-trouble"); box.hidden = !said; box.textContent = said; };
  const foot = () => { shows("passed").textContent = told.says; };
  const speed = (percent) => player.dispatchEvent(new CustomEvent("speed", { detail: percent }));
  const rate = () => Math.round(audio.playbackRate * 100);
  const sounds = () => player.querySelector("[data-part]");
  const silent = () => way[at].from === null || !sounds() || Boolean(audio.error);
  const play = (more) => { if (!silent()) player.dispatchEvent(new CustomEvent("hear", { detail: { from: way[at].from - more, to: way[at].to + more } })); };
  /* Who presses twice, or before the last of its words was reached, or jumped over some of it, has not heard it. */
  const sounded = () => {
    const now = Number(player.dataset.at);
    if (run && now >= run.from && now <= run.to + (audio.seeking ? 0 : lag)) run.to = Math.max(run.to, now);
    else run = { from: now, to: now };
  };
  const whole = () => { sounded(); return run.from < way[at].from + margin && (audio.ended || run.to > way[at].said); };
  const reached = () => performance.now() - since > twice && (silent() || whole());
  const paced = () => { if (slowed) { slowed = false; speed(pace); } };
  const choose = (place) => {
    const marks = [...shows("pass-sentence").querySelectorAll("mark")];
    chosen = place % marks.length;
    marks.forEach((mark, other) => { if (other === chosen && marks.length > 1) mark.setAttribute("aria-current", "true"); else mark.removeAttribute("aria-current"); });
    return marks[chosen].textContent;
  };
  const show = () => {
    const one = way[at];
    const some = (place, count) => one.words.slice(place - one.first, place - one.first + count).join(" ");
    const marked = one.dangers.map(({ first, count }) => some(first, count)).join(", ");
    shows("pass-kind").textContent = [...new Set(one.dangers.map((danger) => danger.kind))].join(", ");
    shows("pass-place").textContent = `${at + 1} of ${way.length}`;
    shows("pass-way").value = at / way.length;
    const parts = [];
    for (let place = one.first; place < one.first + one.words.length;) {
      const danger = one.dangers.find(({ first }) => first === place);
      const shown = document.createElement(danger ? "mark" : "span");
      shown.textContent = some(place, danger ? danger.count : 1);
      parts.push(shown, " ");
      place += danger ? danger.count : 1;
    }
    shows("pass-sentence").replaceChildren(...parts);
    shows("pass-said").textContent = `${shows("pass-kind").textContent}: ${marked}`;
    const gone = sounds() ? "no place of the sound is known." : "the sound is not there.";
    choose(0);
    dialog.querySelector("[data-pass-do=other]").hidden = one.dangers.length < 2;
    shows("pass-sound").textContent = silent() ? `Nothing to hear here; read it: ${gone}` : one.rough ? "Typed by hand: it was said about here." : "";
    since = performance.now();
    run = null;
    paced();
    play(0);
  };
  const begin = () => {
    if (dialog.open) return;
    way = told.snippets.filter((one) => one.dangers.some((danger) => !danger.heard));
    if (!way.length) way = told.snippets; /* all are heard: once more */
    at = 0;
    if (!way.length) return;
    trouble("");
    usual = rate();
    speed(pace);
    audio.preload = "auto";
    dialog.showModal();
    show();
  };
  const send = async (one, unheard) => {
    const ids = one.dangers.flatMap((danger) => danger.ids).join(",");
    const sent = new URLSearchParams({ csrfmiddlewaretoken: token.value, text_version: told.version, visit: dialog.dataset.visit, words: ids, ...(unheard && { silent: "on" }) });
    const answer = await fetch(dialog.dataset.pass, { method: "POST", body: sent, redirect: "manual" }).catch(() => null);
    const known = answer && answer.headers.get("Content-Type") === "application/json" ? await answer.json() : null;
    if (answer && answer.ok && known) { told = known; foot(); return; }
    const why = known ? known.words : "The office does not answer.";
    if (dialog.open) trouble(`Not kept: ${why}`);
    shows("passed").textContent = `${told.says}. One was not kept: ${why}`;
  };
  const paceKept = async () => {
    const sent = new URLSearchParams({ csrfmiddlewaretoken: token.value, pass_percent: pace });
    const answer = await fetch(dialog.dataset.pace, { method: "POST", body: sent, redirect: "manual", keepalive: true }).catch(() => null);
    if (answer && answer.status === 204) dialog.dataset.percent = pace;
    else shows("passed").textContent = `${told.says}. The speed was not kept.`;
  };
  const acts = {
    right: () => {
      if (!reached()) { shows("pass-sound").textContent = "Not heard yet. Enter once it was; r plays it again."; return; }
      const one = way[at];
      if (one.dangers.some((danger) => !danger.heard)) { const unheard = silent(); busy = busy.then(() => send(one, unheard)); }
      at += 1;
      if (at < way.length) show(); else dialog.close();
    },
    again: () => {
      if (!slowed) { pace = rate(); slowed = true; speed(Math.min(pace, again)); }
      play(around);
      dialog.querySelector("[data-pass-do=right]").focus();
    },
    slower: () => speed(rate() - 10),
    faster: () => speed(rate() + 10),
    other: () => { shows("pass-said").textContent = `To correct: ${choose(chosen + 1)}`; },
    correct: () => {
      const place = way[at].dangers[chosen].first;
      dialog.close();
      if (!field) return;
      if (field.closest("details")) field.closest("details").open = true;
      const word = [...field.value.matchAll(/\S+/g)][place];
      field.focus();
      if (word) field.setSelectionRange(word.index, word.index + word[0].length);
    },
    end: () => dialog.close(),
  };
  new MutationObserver(() => { if (dialog.open) sounded(); }).observe(player, { attributeFilter: ["data-at"] });
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pass-do]");
    if (button) acts[button.dataset.passDo]();
  });
  audio.addEventListener("ratechange", () => { shows("pass-speed").textContent = player.querySelector("[data-shows=speed]").textContent; });
  dialog.addEventListener("close", () => {
    player.dispatchEvent(new CustomEvent("hush"));
    if (!slowed) pace = rate(); /* as it was made faster or slower here, from now on */
    slowed = false;
    speed(usual);
    if (pace !== Number(dialog.dataset.percent)) busy = busy.then(paceKept);
  });
  dialog.addEventListener("told", (event) => { told = event.detail; foot(); });
  dialog.addEventListener("begin", begin);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-pass-begin]")) return;
    if (dialog.dispatchEvent(new CustomEvent("asked", { cancelable: true }))) begin(); /* where one types, it is kept first */
  });
})();
