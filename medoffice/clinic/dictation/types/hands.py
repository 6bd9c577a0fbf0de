"""How somebody works the player of recordings: which key or pedal does what, how far it goes back, how fast it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a key or a pedal does with the sound."""

    PLAY = "play"
    HOLD = "hold"
    BACK = "back"
    ON = "on"
    SLOWER = "slower"
    FASTER = "faster"
    LOOP = "loop"

    @property
    def says(self) -> str:
        """In words."""
        return {
            "play": "Play, and pause",
            "hold": "Play as long as it is held",
            "back": "3 seconds back",
            "on": "3 seconds on",
            "slower": "Slower",
            "faster": "Faster",
            "loop": "Last phrase again",
        }[self.value]


USUAL: Mapping[Act, str] = {
    Act.PLAY: "F4",
    Act.HOLD: "",
    Act.BACK: "F2",
    Act.ON: "F3",
    Act.SLOWER: "F5",
    Act.FASTER: "F6",
    Act.LOOP: "F7",
}


@dataclass(frozen=True, slots=True)
class Hand:
    """The key of each act ("" for none), ``back_ms`` it goes back when it goes on, and the percent of the speed it has
    at the beginning, and where danger words are heard; ``version`` is 0 until somebody says how they work it.
    """

    keys: Mapping[Act, str]
    back_ms: int = 1500
    percent: int = 100
    pass_percent: int = 150
    version: int = 0

    @property
    def shown(self) -> dict[str, str]:
        """The keys by the names of their acts."""
        return {act.value: self.keys.get(act, "") for act in Act}
