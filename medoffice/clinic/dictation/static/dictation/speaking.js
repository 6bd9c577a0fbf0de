"use strict";
/* Whether somebody speaks, by a few milliseconds of sound every tenth of a second: speech is voiced by turns, and its
   pitch moves. A fan, traffic, knocks and a hum do not do both; a melody may. No word is recognised and nothing is kept. */
const speaking = (rate) => {
  const FEWER = 4, STEP = 6, TICKS = 30, LOW = 65, HIGH = 400, VOICED = 0.6, MOVES = 1.04;
  const hz = rate / FEWER, first = Math.floor(hz / HIGH), last = Math.ceil(hz / LOW);
  const pitches = []; /* of the last three seconds, a figure each tick; 0 where nothing is voiced */

  /* Fewer samples, and what changes slowly taken out of them: of a hiss and of a rumble little is left. */
  const plain = (samples) => {
    const few = Float32Array.from({ length: Math.floor(samples.length / FEWER) }, (_, at) => samples.subarray(at * FEWER, (at + 1) * FEWER).reduce((sum, one) => sum + one, 0));
    return few.subarray(STEP).map((one, at) => one - few[at]);
  };
  /* How alike the sound is to itself a period later; the shortest such period is the pitch. */
  const pitchOf = (samples) => {
    const few = plain(samples), reach = few.length - last;
    const like = [];
    for (let lag = first; lag <= last; lag += 1) {
      let both = 0, here = 0, there = 0;
      for (let at = 0; at < reach; at += 1) {
        both += few[at] * few[at + lag];
        here += few[at] ** 2;
        there += few[at + lag] ** 2;
      }
      like.push(here && there ? both / Math.sqrt(here * there) : 0);
    }
    const most = Math.max(...like);
    return most < VOICED ? 0 : hz / (first + like.findIndex((one) => one >= 0.95 * most));
  };
  return (samples) => {
    pitches.push(pitchOf(samples));
    if (pitches.length > TICKS) pitches.shift();
    const voiced = pitches.filter(Boolean).sort((a, b) => a - b);
    const turns = pitches.filter((one, at) => at && Boolean(one) !== Boolean(pitches[at - 1])).length;
    const of = (share) => voiced[Math.floor(share * (voiced.length - 1))];
    return voiced.length >= 6 && turns >= 3 && of(0.8) / of(0.2) > MOVES;
  };
};
