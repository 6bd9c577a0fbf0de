"use strict";
/* The player of recordings, as one stretch of time over all their parts. Its keys work wherever the cursor stands, also
   in the text; they are each person's own (data-keys), and a pedal that types one is a key. Ctrl+Space always plays and
   pauses. It goes back a little when it goes on; the speed changes with the pitch kept. Who is pressed with data-from
   is heard from there to data-to, at once if it has data-plays. Another script asks by events: to hear a stretch, to
   hush, for a speed in percent. */
(() => {
  const box = document.querySelector("[data-player]");
  if (!box) return;
  const audio = box.querySelector("audio");
  const shows = (name) => box.querySelector(`[data-shows=${name}]`);
  const back = Number(box.dataset.back) / 1000;
  const own = JSON.parse(box.dataset.keys);
  const parts = [...box.querySelectorAll("[data-part]")];
  let part = null;
  let until = null; /* seconds of all the time, where a stretch ends; it stays until something else is to be heard */
  let timer = 0;
  const begins = (one) => Number(one.dataset.begins) / 1000;
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
  const long = () => (Number.isFinite(audio.duration) ? audio.duration : 0);
  const told = () => {
    shows("time").textContent = clock(audio.currentTime) + (long() ? " / " + clock(long()) : "");
    box.querySelector("progress").value = long() ? audio.currentTime / long() : 0;
    shows("speed").textContent = audio.playbackRate.toFixed(2).replace(/0$/, "") + "×";
    shows("play").textContent = audio.paused ? "Play" : "Pause";
    box.dataset.at = part ? Math.round((begins(part) + audio.currentTime) * 1000) : "";
    if (until !== null && !audio.paused && begins(part) + audio.currentTime >= until) audio.pause();
  };
  /* A browser says only four times a second how far it is: a stretch would be heard long behind its end. */
  const watch = () => { clearTimeout(timer); if (until !== null && !audio.paused) { told(); timer = setTimeout(watch, 20); } };
  const seek = (seconds) => { audio.currentTime = Math.max(0, long() ? Math.min(seconds, long()) : seconds); told(); };
  const choose = (one) => {
    if (part === one) return;
    part = one;
    parts.forEach((other) => other.setAttribute("aria-pressed", String(other === one)));
    const speed = audio.playbackRate;
    audio.src = one.dataset.part;
    audio.defaultPlaybackRate = audio.playbackRate = speed;
    told();
  };
  const pace = (rate) => {
    audio.preservesPitch = true;
    audio.defaultPlaybackRate = audio.playbackRate = Math.min(2, Math.max(0.5, rate));
    told();
  };
  const speed = (step) => pace(Math.round((audio.playbackRate + step) * 10) / 10);
  const sound = () => audio.play().catch((error) => {
    if (error.name === "NotSupportedError") shows("trouble").textContent = "This recording does not play here. Send it again as WAV or MP3.";
  });
  const begin = () => {
    until = null;
    if (audio.currentTime > 0 && !audio.ended) seek(audio.currentTime - back);
    sound();
  };
  const acts = {
    play: () => { if (audio.paused) begin(); else audio.pause(); },
    hold: () => { if (audio.paused) begin(); },
    back: () => seek(audio.currentTime - 3),
    on: () => seek(audio.currentTime + 3),
    slower: () => speed(-0.1),
    faster: () => speed(0.1),
    loop: () => { const now = Number(box.dataset.at || 0); hear(now - 4000, now); },
  };
  const hear = (from, to) => {
    const at = Math.max(0, from) / 1000;
    choose([...parts].reverse().find((one) => begins(one) <= at) || parts[0]);
    const go = () => { audio.currentTime = at - begins(part); until = Math.max(to / 1000, at + 0.3); told(); sound(); watch(); };
    if (audio.readyState > 0) go(); else audio.addEventListener("loadedmetadata", go, { once: true });
  };
  const keys = Object.fromEntries(Object.entries(own).filter(([, key]) => key).map(([name, key]) => [key, name]));
  let held = ""; /* the key or pedal that is held down and plays */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-player] [data-do], [data-player] [data-part], [data-from]");
    if (!button || !parts.length || !box.isConnected) return;
    if (button.dataset.part) choose(button);
    else if (button.dataset.from) hear(Number(button.dataset.from), Number(button.dataset.to));
    else acts[button.dataset.do]();
  });
  document.addEventListener("keydown", (event) => {
    const name = event.ctrlKey && event.code === "Space" ? "play" : keys[keyOf(event)];
    if (!name || !parts.length || !box.isConnected) return; /* behind a lock nothing is heard */
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.repeat && ["play", "hold", "loop"].includes(name)) return; /* a pedal that stays down says so again and again */
    if (name === "hold") held = event.code || event.key;
    acts[name]();
  }, true);
  const release = () => { if (held) { held = ""; audio.pause(); } };
  document.addEventListener("keyup", (event) => { if (held && held === (event.code || event.key)) { event.preventDefault(); release(); } }, true);
  window.addEventListener("blur", release);
  box.addEventListener("hear", (event) => { if (parts.length && box.isConnected) hear(event.detail.from, event.detail.to); });
  box.addEventListener("hush", () => audio.pause());
  box.addEventListener("speed", (event) => pace(event.detail / 100));
  ["timeupdate", "play", "pause", "ended", "loadedmetadata", "ratechange", "seeked"].forEach((what) => audio.addEventListener(what, told));
  /* What ends goes on with the next part, unless only a stretch was to be heard that does not reach into it. */
  audio.addEventListener("ended", () => {
    const next = parts[parts.indexOf(part) + 1];
    if (!next || (until !== null && until <= begins(next))) return;
    choose(next);
    sound();
    watch();
  });
  audio.addEventListener("error", () => { if (audio.src) shows("trouble").textContent = "This recording does not come. Open the page again, or ask whoever sent it."; });
  audio.preservesPitch = true;
  audio.defaultPlaybackRate = audio.playbackRate = Number(box.dataset.percent) / 100;
  if (parts.length) choose(parts[0]);
  if (box.hasAttribute("data-begins-at-once") && parts.length) sound();
  const asked = document.querySelector("[data-plays]");
  if (asked && parts.length) hear(Number(asked.dataset.from), Number(asked.dataset.to));
})();
