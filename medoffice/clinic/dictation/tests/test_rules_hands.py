"""Keys of one's own: what a pedal types is taken, what is needed elsewhere is not, no key does two things."""

import pytest

from medoffice.clinic.dictation.rules.hands import wrong_keys
from medoffice.clinic.dictation.types.hands import USUAL, Act


def test_the_usual_keys_are_taken() -> None:
    assert wrong_keys(USUAL) == {}


@pytest.mark.parametrize(
    "key", ["F13", "F24", "Ctrl+F1", "Ctrl+Alt+Shift+F4", "Pause", "MediaPlayPause", "Insert", "Ctrl+Shift+p", ""]
)
def test_what_a_pedal_types_is_taken(key: str) -> None:
    assert wrong_keys({**USUAL, Act.HOLD: key}) == {}


@pytest.mark.parametrize(
    "key", ["p", "Enter", "Tab", "F25", "Ctrl+p", "Shift+p", "F8", "F10", "Ctrl+b", "Ctrl+Shift+s", "F1 F2"]
)
def test_what_types_or_is_needed_elsewhere_is_not(key: str) -> None:
    assert set(wrong_keys({**USUAL, Act.HOLD: key})) == {Act.HOLD}


def test_no_key_does_two_things_and_something_plays() -> None:
    assert wrong_keys({**USUAL, Act.LOOP: "F4"}) == {Act.LOOP: "F4 is taken: Play, and pause."}
    assert set(wrong_keys({**USUAL, Act.PLAY: ""})) == {Act.PLAY}
    assert wrong_keys({**USUAL, Act.PLAY: "", Act.HOLD: "F4"}) == {}
