"""The hierarchy of an 837 or 277CA (HL): numbers that run on, parents that exist, child flags that are true."""

from medoffice.standards.x12.faults import Fault
from medoffice.standards.x12.values import Segment, at


class Levels:
    """Follows the HL segments of one transaction."""

    def __init__(self) -> None:
        self.seen: dict[str, tuple[int, str]] = {}
        self.parents: set[str] = set()

    def take(self, segment: Segment, position: int) -> list[Fault]:
        """Faults of one HL against those before it."""
        number, parent = at(segment, 1), at(segment, 2)
        found = []
        if number != str(len(self.seen) + 1):
            words = f"Level {number or '?'} should be number {len(self.seen) + 1}: levels are counted from 1."
            found.append(Fault("x12.level-number", words, "HL", position, "8", "", 1, 0, number))
        if parent and parent not in self.seen:
            words = f"The level says it belongs to level {parent}, which did not come before."
            found.append(Fault("x12.level-parent", words, "HL", position, "8", "", 2, 0, parent))
        self.seen[number] = (position, at(segment, 4))
        self.parents.add(parent)
        return found

    def finish(self) -> list[Fault]:
        """Levels that say they have children and have none, or the other way round."""
        found = []
        for number, (position, flag) in self.seen.items():
            has = number in self.parents
            if flag in ("0", "1") and has != (flag == "1"):
                words = f"Level {number} says it has {'levels' if flag == '1' else 'nothing'} below it; that is not so."
                found.append(Fault("x12.level-children", words, "HL", position, "8", "", 4, 0, flag))
        return found
