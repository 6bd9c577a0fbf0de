"""The player of recordings in a browser: how soon a key is heard, how soon and how exactly a second is found; how
many keys a report takes whose draft heard every word, beside typing it; and how long the pass over danger words plays.

No database and no office: the player's own page and scripts, the recordings that ship to practise with. A key is
counted for whatever is pressed: to take it, to go to the first doubt, for each doubt (Enter goes on to the next), three
for a blank, to finish. Who types presses one for each letter of the report. Without Chromium the browser's rows are
left out. Where each word was said is made up for the pass: the words share the sound's length evenly, so it says
how much is played and not where. Where ``MEDOFFICE_CODIESP`` names the unpacked folder of CodiEsp, the pass is
reckoned for its case reports too, each word as long as one of the practice reports: written prose, which
nobody dictated.
"""

import os
import statistics
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import django
from playwright.sync_api import Page, sync_playwright

from bench.rows import Row, at_most, data_folder
from medoffice.clinic.dictation.queries.practicum import SOUNDS, practice_dictations
from medoffice.clinic.dictation.rules.charts import ChartFacts, disagreements, medicine_of
from medoffice.clinic.dictation.rules.drafting import drafted, why_doubtful
from medoffice.clinic.dictation.rules.passing import dangers_in, snippets
from medoffice.clinic.dictation.rules.practicum import BLANK, heard_words
from medoffice.clinic.dictation.tests.player_page import AUTOPLAY, open_player
from medoffice.clinic.dictation.types.dictations import Word
from medoffice.clinic.dictation.types.hands import USUAL, Hand
from medoffice.clinic.dictation.types.passing import Snippet
from medoffice.clinic.dictation.types.practicum import PracticeDictation
from medoffice.kernel.heard import Heard, HeardWord
from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS
from medoffice.standards.dictated.transcribing import transcript
from medoffice.standards.terminology.api import is_medicine

TIMES = 15
# What a key does until it is done, in milliseconds, and where the sound is then.
TIMED = """([key, what]) => new Promise((done) => {
  const audio = document.querySelector("audio"), began = performance.now();
  audio.addEventListener(what, () => done([performance.now() - began, audio.currentTime]), { once: true });
  document.dispatchEvent(new KeyboardEvent("keydown", { key, code: key, bubbles: true }));
})"""

# How many milliseconds of sound behind the end of a stretch it is silent again.
STRETCH = """([from, long]) => new Promise((done) => {
  const audio = document.querySelector("audio");
  audio.addEventListener("pause", () => done(1000 * audio.currentTime - from - long), { once: true });
  const detail = { from, to: from + long };
  document.querySelector("[data-player]").dispatchEvent(new CustomEvent("hear", { detail }));
})"""


def rows() -> Iterator[Row]:
    """The browser's rows, then the keys."""
    if Path(CHROMIUM).exists():
        yield from _player()
    else:
        yield Row("chromium", "not installed", "apt-get install chromium")
    found = [keys_of(one) for one in practice_dictations()]
    share = 100 * sum(pressed for pressed, _ in found) / sum(typed for _, typed in found)
    yield Row("keys of a report whose every word was heard, median", statistics.median(one for one, _ in found), "keys")
    yield at_most("of those to type it", round(share, 1), "percent", 15)
    yield from _pass()


def _pass() -> Iterator[Row]:
    """How long the snippets of all reports play beside their sounds, and how many danger words a minute has."""
    lengths = {key: one["seconds"] for key, one in tomllib.loads(SOUNDS.read_text(encoding="utf-8")).items()}
    heard = seconds = 0.0
    snips = 0
    tokens: list[int] = []
    for one in practice_dictations():
        count, times, played = pass_of(one, lengths[one.key])
        tokens.append(count)
        heard, seconds, snips = heard + played, seconds + lengths[one.key], snips + times
    yield Row("danger words of a report, median", statistics.median(tokens), "words")
    yield Row("danger words of a minute of sound", round(60 * sum(tokens) / seconds, 1), "words")
    yield at_most("their snippets to the whole sound", round(100 * heard / seconds, 1), "percent", 50)
    yield Row("acts of three minutes of sound", round(180 * snips / seconds), "acts")
    yield Row("their snippets as spoken", round(180 * heard / seconds), "s")
    fast = Hand(USUAL).pass_percent / 100
    yield at_most(
        f"the same at {fast:g} times the speed, where it begins", round(180 * heard / seconds / fast), "s", 30
    )
    if folder := os.environ.get("MEDOFFICE_CODIESP"):
        yield from _case_reports(Path(folder), seconds / sum(len(one.report.split()) for one in practice_dictations()))


def _case_reports(folder: Path, word: float) -> Iterator[Row]:
    """The pass over three minutes of published case reports; ``word``: the seconds of one."""
    played = seconds = 0.0
    snips = 0
    for file in sorted(folder.rglob("*.txt")):
        text = file.read_text(encoding="utf-8")
        begins = [(said, 1000 * word * at) for at, said in enumerate(text.split())]
        words = [Word(at, said, round(begin), round(begin + 800 * word)) for at, (said, begin) in enumerate(begins, 1)]
        found = snippets(text, words, dangers_in(text, words, is_medicine))
        snips, seconds = snips + len(found), seconds + word * len(words)
        played += _played(found)
    fast = Hand(USUAL).pass_percent / 100
    yield Row("acts of three minutes of case reports", round(180 * snips / seconds), "acts")
    yield at_most(f"their snippets at {fast:g} times the speed", round(180 * played / seconds / fast), "s", 30)


def _played(found: Iterable[Snippet]) -> float:
    """The seconds that snippets play as spoken."""
    times = ((part.start_ms, part.end_ms) for part in found)
    return sum(end - begin for begin, end in times if begin is not None and end is not None) / 1000


def pass_of(one: PracticeDictation, seconds: float) -> tuple[int, int, float]:
    """How many danger words a report has, how many snippets they are, and how many seconds these play as spoken."""
    said = heard_words(one.say).split()
    step = seconds / len(said)
    words = [HeardWord(text, at * step, (at + 0.8) * step, 0.95) for at, text in enumerate(said)]
    made = transcript(Heard(seconds, True, ((0.0, seconds),), tuple(words), (), ""), ())
    typed = drafted(made)
    dangers = dangers_in(made.text, typed, is_medicine)
    found = snippets(made.text, typed, dangers)
    return len(dangers), len(found), _played(found)


def keys_of(one: PracticeDictation) -> tuple[int, int]:
    """The keys from a draft in which every word was heard to the finished report, and those to type the report."""
    words = [HeardWord(text, at / 2, at / 2 + 0.4, 0.95) for at, text in enumerate(heard_words(one.say).split())]
    made = transcript(Heard(len(words) / 2, True, ((0.0, len(words) / 2),), tuple(words), (), ""), ())
    chart = one.chart
    facts = ChartFacts(tuple(map(medicine_of, chart.medicines)), chart.problems, chart.allergies, chart.sex)
    doubts = sum(bool(why_doubtful(word)) for word in drafted(made, disagreements(made.text, facts)))
    if made.text != one.report:
        raise ValueError(f"{one.key}: the draft is another than the report")
    blanks = 3 * one.report.count(BLANK)
    return 2 + (doubts + 1 if doubts else 0) + blanks, len(one.report) + 2 + blanks


def _player() -> Iterator[Row]:
    with data_folder() as folder, sync_playwright() as playwright:
        os.environ |= {"MEDOFFICE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "medoffice.config.settings"}
        django.setup()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, AUTOPLAY])
        page = open_player(browser, Hand(USUAL, back_ms=0))
        starts, seeks, errors = [], [], []
        for _ in range(TIMES):
            starts.append(_timed(page, "F4", "playing")[0])
            page.wait_for_timeout(250)
            _timed(page, "F4", "pause")
        for number in range(TIMES):
            before = page.evaluate("document.querySelector('audio').currentTime")
            took, now = _timed(page, "F3" if number < TIMES - 5 else "F2", "seeked")
            seeks.append(took)
            errors.append(1000 * abs(abs(now - before) - 3))
        ends = [float(page.evaluate(STRETCH, [1000 + 700 * number, 900])) for number in range(TIMES)]
        browser.close()
    yield at_most("key to sound, median", round(statistics.median(starts)), "ms", 100)
    yield at_most("key to sound, worst", round(max(starts)), "ms", 250)
    yield at_most("3 seconds on or back, median", round(statistics.median(seeks)), "ms", 100)
    yield at_most("how far from the second, worst", round(max(errors)), "ms", 50)
    yield at_most("a stretch ends behind its end, worst", round(max(ends)), "ms", 100)


def _timed(page: Page, key: str, what: str) -> tuple[float, float]:
    took, at = page.evaluate(TIMED, [key, what])
    return float(took), float(at)
