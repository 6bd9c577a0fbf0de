"""Who speaks is told from what a room sounds like, in a browser: voices of a program, and noises that are reckoned."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from medoffice.clinic.dictation.queries.practicum import practice_sound
from medoffice.clinic.dictation.tests.player_page import STATIC
from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS

pytestmark = pytest.mark.journey
PATIENCE = 10  # seconds without a word after which whoever records counts as gone
SCRIPT = (STATIC / "dictation/speaking.js").read_text(encoding="utf-8").replace("const speaking", "window.speaking")
ASKED = """(data) => {
  const speaks = speaking(48000), found = [];
  for (let at = 0; at + 2048 < data.length; at += 4800) found.push(speaks(data.subarray(at, at + 2048)));
  return found;
}"""
SOUND = """async ([sound, noise]) => {
  const bytes = Uint8Array.from(atob(sound), (one) => one.charCodeAt(0));
  const data = (await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes.buffer)).getChannelData(0);
  return (%s)(data.map((one) => one + noise * (Math.random() * 2 - 1)));
}"""
NOISE = """() => {
  let slow = 0;
  const hum = (t) => [1, 2, 3, 4].reduce((sum, h) => sum + Math.sin(2 * Math.PI * 120 * h * t) / h, 0) * 0.2;
  return (%s)(Float32Array.from({ length: 15 * 48000 }, (_, at) => {
    const t = at / 48000, w = Math.random() * 2 - 1;
    slow = 0.998 * slow + 0.05 * w;
    return %s;
  }));
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with sync_playwright() as player:
        chromium: Browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        made = chromium.new_page()
        made.goto("about:blank")
        made.add_script_tag(content=SCRIPT)
        yield made
        chromium.close()


@pytest.mark.parametrize("noise", [0, 0.05])
@pytest.mark.parametrize("name", ["addendum-1", "consultation-3", "procedure-note-2", "telephone-note-4"])
def test_a_voice_is_heard_long_before_whoever_speaks_counts_as_gone(page: Page, name: str, noise: float) -> None:
    found = page.evaluate(SOUND % ASKED, [base64.b64encode(practice_sound(name)).decode(), noise])
    silent = worst = 0
    for one in found:
        silent = 0 if one else silent + 1
        worst = max(worst, silent)
    assert worst < PATIENCE * 10 / 2


@pytest.mark.parametrize("sound", [
    "0", "0.3 * w", "Math.max(-1, Math.min(1, slow))", "slow * (0.6 + 0.4 * Math.sin(2 * t))", "hum(t)",
    "Math.floor(2 * t) % 2 ? hum(t) : 0.01 * w", "0.5 * hum(t) + 0.2 * w",
    "t % 0.7 < 0.08 ? w * Math.exp(-40 * (t % 0.7)) : 0",
    "t % 1 < 0.4 ? 0.4 * Math.sin(2 * Math.PI * 300 * t) : 0", "t % 0.17 < 0.01 ? 0.5 * w : 0.002 * w",
])  # fmt: skip
def test_silence_a_hiss_a_rumble_a_hum_knocks_beeps_and_keys_are_nobody(page: Page, sound: str) -> None:
    assert not any(page.evaluate(NOISE % (ASKED, sound)))
