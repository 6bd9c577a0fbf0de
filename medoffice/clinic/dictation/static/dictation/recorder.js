"use strict";
/* The recorder: every two seconds what was said goes to the office, in order, each piece until it is kept. A page that
   goes loses what was not sent yet, and nothing else; what is kept is offered when the page is opened again. */
(() => {
  const box = document.querySelector("[data-recorder]");
  if (!box) return;
  const EVERY = 2000, LONGEST = 119 * 60 * 1000, FLAT = 10000, QUIET = 0.008;
  /* Looked up once: what locks the screen takes all of it out of the page, and recording goes on. The player behind the
     recorder shows things of the same names. */
  const shown = Object.fromEntries([...document.querySelectorAll("[data-shows]")].reverse().map((one) => [one.dataset.shows, one]));
  const shows = (name) => shown[name];
  const button = (name) => box.querySelector(`[data-do=${name}]`);
  const clock = (ms) => `${Math.floor(ms / 60000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;
  const trouble = (words) => { shows("trouble").hidden = !words; shows("trouble").textContent = words; };
  const says = (words) => { if (shows("says").textContent !== words) shows("says").textContent = words; };
  const begins = ["record", "insert", "over"];
  const waits = []; /* pieces that are not kept yet */
  let recorder = null, stream = null, hearing = null, frees = null;
  let take = "", stretch = 0, number = 0, began = 0, before = 0, told = 0, loud = 0, here = 0;
  let sending = null, lost = false, late = false;

  /* What was recorded of this stretch, without pauses. */
  const length = () => before + (recorder && recorder.state === "recording" ? performance.now() - began : 0);

  /* One window of this browser records about a visit; the office itself asks of others. */
  const alone = () => new Promise((free) => {
    navigator.locks.request("dictation-" + box.dataset.visit, { ifAvailable: true }, (lock) => {
      free(Boolean(lock));
      return lock ? new Promise((done) => { frees = done; }) : null;
    });
  });
  const post = async (address, more, headers = {}) => {
    const body = new FormData();
    Object.entries({ csrfmiddlewaretoken: box.dataset.token, ...more }).forEach(([name, value]) => body.append(name, value));
    const answer = await fetch(address, { method: "POST", body, headers, redirect: "manual" }).catch(() => null);
    const json = answer && answer.headers.get("Content-Type") === "application/json" ? await answer.json().catch(() => null) : null;
    if (answer && answer.status === 403) await renew();
    return { ok: Boolean(answer && answer.ok && json), again: !answer || !json || answer.status >= 500, json: json || {} };
  };
  /* Whoever signed in again has another token for the forms. */
  const renew = async () => {
    const page = await fetch(box.dataset.page, { redirect: "manual" }).catch(() => null);
    const found = page && page.ok && new DOMParser().parseFromString(await page.text(), "text/html").querySelector("[data-recorder]");
    if (found) box.dataset.token = found.dataset.token;
  };
  const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });

  /* Pieces go one after the other; what fails is tried again until it is kept or the office will never take it. */
  const drain = async () => {
    while (waits.length && !lost) {
      const [piece] = waits;
      /* Who speaks or presses a key is there; a microphone that was left on in a room, noisy or not, keeps nobody signed in. */
      const nobody = performance.now() - here > FLAT ? { "X-Poll": "1" } : {};
      const { ok, again, json } = await post(box.dataset.keeps, { take, stretch, number: piece.number, ms: piece.ms, sound: new File([piece.sound], "piece") }, nobody);
      if (ok) {
        waits.shift();
        late = false;
        if (!json.here) { trouble("It was gone on with in another window. What was said here until now is kept; recording has stopped here."); halt(); }
      } else if (again) {
        shows("kept").textContent = `${clock(waits.reduce((sum, one) => sum + one.ms, 0))} waits: the office does not answer, or wants you to sign in or unlock; it is sent again. Leave this page open.`;
        late = true;
        await wait(1500);
        continue;
      } else if (json.next > 0 && json.next < piece.number) { /* what came before is not there any more: what follows is kept behind it */
        waits.forEach((one, at) => { one.number = json.next + at; });
        number = json.next + waits.length;
        trouble("Some seconds before these did not reach the office. Stop, hear what is kept, and say what is missing again.");
      } else {
        lost = true;
        trouble(`${json.words} The last ${clock(waits.reduce((sum, one) => sum + one.ms, 0))} were not kept.`);
        halt();
      }
      if (!waits.length) shows("kept").textContent = "kept";
    }
  };
  const send = () => { sending = (sending || Promise.resolve()).catch(() => {}).then(drain); return sending; };
  const taken = ({ data }) => {
    const now = Math.round(length());
    if (!data.size) return;
    waits.push({ number, sound: data, ms: Math.max(0, now - told) });
    number += 1;
    told = now;
    send();
  };

  /* How loud it is, and that nothing comes in. */
  const listen = () => {
    const context = new AudioContext(), analyser = context.createAnalyser(), samples = new Float32Array(2048), speaks = speaking(context.sampleRate);
    analyser.fftSize = 2048;
    context.createMediaStreamSource(stream).connect(analyser);
    loud = here = performance.now();
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
      box.querySelector("progress").value = Math.min(1, Math.sqrt(peak));
      shows("time").textContent = clock(length());
      if (peak > QUIET || recorder.state !== "recording") loud = performance.now();
      if (speaks(samples) && recorder.state === "recording") here = performance.now();
      says(late ? "The office does not answer. What you say waits in this page." : recorder.state === "paused" ? "Paused." : performance.now() - loud > FLAT ? "No sound comes in. Is the microphone on, and the right one?" : "Recording.");
      if (length() > LONGEST) { trouble("Almost two hours are recorded; the recorder has stopped. Send it, and record the rest anew."); halt(); }
    }, 100);
    return () => { clearInterval(timer); context.close(); };
  };
  const stand = (on) => {
    begins.forEach((name) => { if (button(name)) button(name).hidden = on; });
    button("pause").hidden = button("stop").hidden = shows("meter").hidden = !on;
    shows("rest").hidden = on;
  };
  const REFUSED = "This browser may not use the microphone. Allow it at the lock beside the address, or send a file.";
  const NONE = "No microphone was found. Plug one in and try again, or send a file.";
  /* On: behind all. Insert, over: at the time at which the player stands. */
  const record = async (way) => {
    const player = document.querySelector("[data-player]"), at = (player && player.dataset.at) || 0;
    if (player && !player.querySelector("audio").paused) player.querySelector("audio").pause();
    button("record").disabled = true;
    trouble("");
    try {
      if (!(await alone())) { trouble("This is being recorded in another window of this browser. Stop it there first."); return; }
      stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((error) => error.name);
      if (typeof stream === "string") { trouble(stream === "NotFoundError" ? NONE : REFUSED); frees(); return; }
      const { ok, json } = await post(box.dataset.begins, { take: box.dataset.take, seen: box.dataset.seen, way, at });
      if (!ok) { trouble(json.words || "The office does not answer. Try again."); quiet(); return; }
      ({ take, stretch } = json);
      const kind = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"].find((one) => MediaRecorder.isTypeSupported(one));
      recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: 24000 });
      recorder.addEventListener("dataavailable", taken);
      recorder.addEventListener("stop", over);
      stream.getAudioTracks()[0].addEventListener("ended", () => { trouble("The microphone has gone. What was said until now is kept."); halt(); });
      recorder.start(EVERY);
      began = performance.now();
      hearing = listen();
      stand(true);
      button("pause").focus();
    } finally { button("record").disabled = false; }
  };
  const quiet = () => {
    if (hearing) hearing();
    hearing = null;
    stream.getTracks().forEach((one) => one.stop());
    frees();
  };
  const pause = () => {
    if (recorder.state === "paused") { recorder.resume(); began = performance.now(); shows("pause").textContent = "Pause"; return; }
    before = length();
    recorder.requestData();
    recorder.pause();
    shows("pause").textContent = "Go on";
  };
  const halt = () => { if (recorder && recorder.state !== "inactive") { before = length(); recorder.stop(); } };
  /* Once all is kept, the page says what is kept and asks what becomes of it; where something went wrong it stays. */
  const over = async () => {
    quiet();
    button("pause").hidden = button("stop").hidden = true;
    says("Stopped.");
    await send();
    recorder = null;
    if (shows("trouble").hidden) location.assign(box.dataset.page);
    else { says("What is kept waits."); shows("anew").hidden = false; shows("anew").focus(); }
  };
  const acts = { record: () => record("on"), insert: () => record("insert"), over: () => record("over"), pause, stop: halt };
  box.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-do]");
    if (pressed) acts[pressed.dataset.do]();
  });
  ["keydown", "pointerdown"].forEach((what) => window.addEventListener(what, () => { here = performance.now(); }, true));
  window.addEventListener("beforeunload", (event) => { if (recorder || waits.length) event.preventDefault(); });
  if (!window.isSecureContext || !navigator.mediaDevices || !window.MediaRecorder) {
    button("record").hidden = true;
    says("This browser gives no microphone here: it does so only at an address that begins with https, or on the office's own machine. Record with another program and send the file.");
  }
})();
