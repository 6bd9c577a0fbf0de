"""What a prescription says on paper so that nobody can alter it: figures with their words, nothing left blank.

After the three properties that paper for Medicaid must have (SMDL 07-012): what is printed here helps against change;
against copying and counterfeiting the office's own stock has to.
"""

from decimal import Decimal

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
COPY = "Copy only - not valid for dispensing"


def in_words(value: Decimal) -> str:
    """A number as people write it out: ``two hundred and forty``, ``seven point five``."""
    whole, _, part = f"{value.normalize():f}".partition(".")
    ones = _ONES.split()
    told = _whole(int(whole))
    return f"{told} point {' '.join(ones[int(digit)] for digit in part)}" if part else told


def bordered(value: Decimal) -> str:
    """A figure that takes no further digit: ``**30** (thirty)``."""
    return f"**{value.normalize():f}** ({in_words(value)})"


def _whole(number: int) -> str:
    ones, tens = _ONES.split(), _TENS.split()
    if number < len(ones):
        return ones[number]
    if number < 100:
        ten, rest = divmod(number, 10)
        return tens[ten - 2] + (f"-{ones[rest]}" if rest else "")
    if number < 1_000:
        hundred, rest = divmod(number, 100)
        return f"{ones[hundred]} hundred" + (f" and {_whole(rest)}" if rest else "")
    thousand, rest = divmod(number, 1_000)
    return f"{_whole(thousand)} thousand" + (f" {_whole(rest)}" if rest else "")
