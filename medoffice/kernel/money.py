"""Money: exact US dollars as integer cents. No float ever touches an amount."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

# A comma is a thousands mark where thousands end, nowhere else: "12,50" is refused, not read as 1,250 dollars.
_AMOUNT = re.compile(r"(?P<sign>-?)\$?(?P<whole>\d{1,3}(?:,\d{3}){1,3}|\d{0,12})(?:\.(?P<cents>\d{1,2})0*)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An exact amount in cents; negative amounts are allowed."""

    cents: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``12``, ``12.5``, ``-0.05``, ``$1,234.50``. Raises ValueError with the text on anything else."""
        match = _AMOUNT.fullmatch(text.strip())
        if match is None or not (match["whole"] or match["cents"]):
            raise ValueError(f"not an amount of money: {text!r}")
        cents = int(match["whole"].replace(",", "") or 0) * 100 + int((match["cents"] or "0").ljust(2, "0"))
        return cls(-cents if match["sign"] else cents)

    @classmethod
    def total(cls, amounts: "Iterable[Money]") -> Self:
        """The sum of many amounts; zero for none."""
        return cls(sum(amount.cents for amount in amounts))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.cents + other.cents)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.cents - other.cents)

    def __neg__(self) -> "Money":
        return Money(-self.cents)

    def __mul__(self, units: int) -> "Money":
        return Money(self.cents * units)

    def __bool__(self) -> bool:
        return self.cents != 0

    def __str__(self) -> str:
        """As the office writes it: ``$1,234.50``, ``-$0.05``."""
        return f"{'-' if self.cents < 0 else ''}${abs(self.cents) // 100:,}.{abs(self.cents) % 100:02d}"

    def share(self, percent: int) -> "Money":
        """A whole-number percentage of this amount, rounded half up to the cent."""
        scaled = abs(self.cents) * percent
        rounded = (scaled + 50) // 100
        return Money(rounded if self.cents >= 0 else -rounded)

    def plain(self) -> str:
        """As machines write it in X12: ``1234.5``, ``-0.05``, ``12`` (no padding, no thousands mark)."""
        whole, rest = divmod(abs(self.cents), 100)
        sign = "-" if self.cents < 0 else ""
        return f"{sign}{whole}" + (f".{rest:02d}".rstrip("0") if rest else "")


ZERO = Money(0)
