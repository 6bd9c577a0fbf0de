"""What a simulated laboratory finds and tells of a test: always the same for a seed and a number."""

import hashlib
from base64 import b64encode
from collections.abc import Callable

from medoffice.exchange.simulators.lab.types import Habit, LabMood, News, OrderTaken, TestAsked

FIRST, SECOND, THIRD = 90, 240, 600  # minutes after the order
# Of a test whose name it knows, and of any other: (name, unit, usual from, usual to, decimals). The figures are of an
# invented laboratory, and of no real method.
_OTHER = (("Finding", "U/L", 7.0, 56.0, 0),)
_FIGURES = {
    "metabolic": (
        ("Potassium", "mmol/L", 3.5, 5.1, 1),
        ("Glucose", "mg/dL", 70.0, 99.0, 0),
        ("Creatinine", "mg/dL", 0.5, 1.2, 2),
        ("ALT", "U/L", 7.0, 56.0, 0),
    ),
    "lipid": (
        ("Cholesterol", "mg/dL", 110.0, 200.0, 0),
        ("LDL cholesterol", "mg/dL", 40.0, 130.0, 0),
        ("HDL cholesterol", "mg/dL", 40.0, 90.0, 0),
        ("Triglycerides", "mg/dL", 40.0, 150.0, 0),
    ),
    "thyrotropin": (("Thyrotropin", "mIU/L", 0.4, 4.0, 2),),
    "blood count": (
        ("Hemoglobin", "g/dL", 12.0, 16.0, 1),
        ("Leukocytes", "10*3/uL", 4.0, 11.0, 1),
        ("Platelets", "10*3/uL", 150.0, 400.0, 0),
    ),
}
PAPER = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\nxref\n0 4\n0000000000 65535 f \n"
    b"0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \n"
    b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n169\n%%EOF\n"
)


def drawn(mood: LabMood, number: str, what: str, sides: int) -> int:
    """A throw that is always the same."""
    return int.from_bytes(hashlib.sha256(f"{mood.seed} {number} {what}".encode()).digest()[:4]) % sides


def habit_of(mood: LabMood, number: str) -> Habit:
    """What becomes of this test."""
    left = drawn(mood, number, "habit", 100)
    for name, share in mood.habits:
        if left < share:
            return Habit(name)
        left -= share
    return Habit.PLAIN


def news_of(mood: LabMood, order: OrderTaken, at: str) -> list[News]:
    """All it will tell of an order; ``at`` is when it took it, as it is written."""
    return [one for test in order.tests for one in _of_test(mood, order, test, at)]


def _of_test(mood: LabMood, order: OrderTaken, test: TestAsked, at: str) -> list[News]:
    return _HABITS[habit_of(mood, test.number)](_Written(mood, order, test, at))


class _Written:
    """Writes the messages of one test."""

    def __init__(self, mood: LabMood, order: OrderTaken, test: TestAsked, at: str) -> None:
        self.mood, self.order, self.test, self.at = mood, order, test, at
        self.filler = f"S{drawn(mood, test.number, 'filler', 900_000) + 100_000}-{test.number}"

    def news(
        self, status: str, after: int, turn: int, *, other: bool = False, stranger: bool = False,
        numberless: bool = False, critical: bool = False, paper: bool = False,
    ) -> News:  # fmt: skip
        """One message; ``turn``: which it is by the laboratory's own clock."""
        number = "" if numberless else self.test.number
        control = f"{self.test.number}.{turn}"
        said = f"{self.at[:-7]}{turn:02d}{self.at[-5:]}" if len(self.at) > 12 else self.at
        who = self._who(stranger=stranger)
        code = f"{self.test.code}^{self.test.words}^L"
        rows = [
            f"MSH|^~\\&|LIS|SIMLAB|||{said}||ORU^R01|{control}|P|2.5.1",
            who,
            f"OBR|1|{number}|{self.filler}|{code}|||{self.at}|||||||||{self.order.ordered_by}||||||{said}|||{status}",
            *self._found(status, other=other, critical=critical),
        ]
        if paper:
            rows.append(f"OBX|9|ED|PDF^Report^L||LIS^application^pdf^Base64^{b64encode(PAPER).decode()}||||||F")
        return News(control, after, ("\r".join(rows) + "\r").encode())

    def _who(self, *, stranger: bool) -> str:
        if not stranger:
            return "|".join(self.order.patient)
        return "PID|1||||Wrong^Person||19010101|M"

    def _figures(self) -> tuple[tuple[str, str, float, float, int], ...]:
        words = self.test.words.lower()
        return next((found for name, found in _FIGURES.items() if name in words), _OTHER)

    def _found(self, status: str, *, other: bool, critical: bool) -> list[str]:
        if status == "X":
            return ["OBX|1|ST|CANCEL^Cancelled^L||Specimen not sufficient||||||X"]
        rows = []
        for place, (name, unit, low, high, places) in enumerate(self._figures(), 1):
            spread = (high - low) * (drawn(self.mood, self.test.number, name, 120) - 10) / 100
            value = low + spread + ((high - low) if other and place == 1 else 0)
            if critical and place == 1:
                value = high + 2 * (high - low)
            value = round(value, places)
            flag = "HH" if critical and place == 1 else "H" if value > high else "L" if value < low else "N"
            shown = f"{value:.{places}f}"
            usual = f"{low:.{places}f}-{high:.{places}f}"
            rows.append(f"OBX|{place}|NM|{name.upper()}^{name}^L||{shown}|{unit}|{usual}|{flag}|||{status}")
        return rows


def _twice(now: _Written) -> list[News]:
    first = now.news("F", FIRST, 1)
    return [first, News(f"{first.key}-again", SECOND, first.data)]


def _broken(now: _Written) -> list[News]:
    first = now.news("F", FIRST, 1)
    return [News(f"{first.key}-cut", FIRST, first.data[: len(first.data) // 2], broken=True), first]


_HABITS: dict[Habit, Callable[[_Written], list[News]]] = {
    Habit.PLAIN: lambda now: [now.news("F", FIRST, 1)],
    Habit.PARTIAL: lambda now: [now.news("P", FIRST, 1), now.news("F", SECOND, 2)],
    Habit.CORRECTED: lambda now: [now.news("F", FIRST, 1), now.news("C", THIRD, 2, other=True)],
    Habit.LATE: lambda now: [now.news("C", FIRST, 2, other=True), now.news("F", SECOND, 1)],
    Habit.CANCELLED: lambda now: [now.news("X", FIRST, 1)],
    Habit.STRANGER: lambda now: [now.news("F", FIRST, 1, stranger=True)],
    Habit.NUMBERLESS: lambda now: [now.news("F", FIRST, 1, numberless=True)],
    Habit.SILENT: lambda _: [],
    Habit.TWICE: _twice,
    Habit.CRITICAL: lambda now: [now.news("F", FIRST, 1, critical=True)],
    Habit.BROKEN: _broken,
    Habit.PAPER: lambda now: [now.news("F", FIRST, 1, paper=True)],
}
