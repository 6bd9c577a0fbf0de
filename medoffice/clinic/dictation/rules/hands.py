"""Which keys may work the player: those that a pedal types and that neither the text nor the workbench needs."""

import re
from collections.abc import Mapping

from medoffice.clinic.dictation.types.hands import Act

# As browsers name keys: what pedals and small keypads type, with or without Ctrl, Alt and Shift before it.
_KEY = re.compile(
    r"(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:F(?:[1-9]|1\d|2[0-4])|Pause|ScrollLock|Insert|Media[A-Z][A-Za-z]+)"
)
_LETTER = re.compile(r"(?:Ctrl\+)(?:Alt\+|Shift\+|Alt\+Shift\+)[a-z]")
_BENCH = {
    "F8": "next doubt",
    "Shift+F8": "the doubt before",
    "F9": "next blank",
    "F10": "finish",
    "Ctrl+Shift+s": "scratch that",
}
# What the machine or its browser keeps for itself: a page never hears it, or is closed by it.
_KEPT = {"Alt+F4", "Ctrl+F4", "Shift+F9", "Shift+F10", *(f"Ctrl+Shift+{one}" for one in "cijnqtw")}
BACK_MOST, SLOWEST, FASTEST = 5000, 50, 200


def wrong_keys(keys: Mapping[Act, str]) -> dict[Act, str]:
    """What is wrong with a key, by its act; an act may have none, but playing may not."""
    wrong = {act: words for act, key in keys.items() if key and (words := _wrong(key))}
    first: dict[str, Act] = {}
    for act, key in keys.items():
        if key and act not in wrong and first.setdefault(key, act) is not act:
            wrong[act] = f"{key} is taken: {first[key].says}."
    if not keys.get(Act.PLAY) and not keys.get(Act.HOLD):
        wrong[Act.PLAY] = "Nothing would play. Ctrl and the space bar do so as well; choose a key of your own."
    return wrong


def _wrong(key: str) -> str:
    if key in _BENCH:
        return f"{key} is taken at the workbench: {_BENCH[key]}."
    if key in _KEPT:
        return f"{key} is kept by the browser or the machine."
    if _KEY.fullmatch(key) or _LETTER.fullmatch(key):
        return ""
    return "Take a key that types nothing: F1 to F24, Pause, Insert, a media key, or Ctrl and Shift with a letter."
