"""How planted files are made and judged: envelopes around segments written one a line, and expectations one a line.

The files are fictitious; they are written from what payers and clearinghouses send, without a look at the readers.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from medoffice.kernel.money import Money
from medoffice.standards.x12.types import Adjustment, Procedure, ProviderAdjustment

GUIDES = {
    "835": ("HP", "005010X221A1"),
    "277": ("HN", "005010X214"),
    "999": ("FA", "005010X231A1"),
    "997": ("FA", "004010"),
    "271": ("HB", "005010X279A1"),
    "837": ("HC", "005010X222A1"),
}


@dataclass(frozen=True)
class Planted:
    """A planted file: its bytes, what is read in it (``path = value`` a line), words of findings, whether it passes."""

    name: str
    raw: bytes
    reads: str = ""
    words: tuple[str, ...] = ()
    ok: bool = True


def isa(control: int = 101, repeat: str = "^", version: str = "00501", usage: str = "P") -> str:
    """An interchange header with the usual delimiters."""
    sender, receiver = "HARBORPLAN".ljust(15), "RIVERBEND".ljust(15)
    start = f"ISA*00*{' ' * 10}*00*{' ' * 10}*ZZ*{sender}*ZZ*{receiver}"
    return f"{start}*260302*0915*{repeat}*{version}*{control:09d}*0*{usage}*:~"


def transaction(body: str, control: str = "0001", count: int | None = None) -> str:
    """A transaction: the first line is its code, the rest its segments; ST and SE are put around."""
    code, *segments = [line.strip() for line in body.strip().splitlines()]
    guide = GUIDES[code][1]
    head = f"ST*{code}*{control}" + ("" if code in ("835", "997") else f"*{guide}")
    lines = [head, *segments, f"SE*{count or len(segments) + 2}*{control}"]
    return "".join(f"{line}~" for line in lines)


def group(*transactions: str, control: int = 7) -> str:
    """A functional group of transactions."""
    kind, version = GUIDES[transactions[0][3:6]]
    head = f"GS*{kind}*HARBORPLAN*RIVERBEND*20260302*0915*{control}*X*{version}~"
    return head + "".join(transactions) + f"GE*{len(transactions)}*{control}~"


def interchange(*groups: str, control: int = 101) -> str:
    """An interchange of groups."""
    return isa(control) + "".join(groups) + f"IEA*{len(groups)}*{control:09d}~"


def file(*bodies: str) -> bytes:
    """A file of one interchange, one group and these transactions."""
    sets = [transaction(body, f"{place:04d}") for place, body in enumerate(bodies, 1)]
    return interchange(group(*sets)).encode()


def value_at(noun: object, path: str) -> str:
    """What stands at a path of nouns (``0.claims.1.paid``; ``claims.#`` counts), as text."""
    for step in path.split("."):
        if step == "#":
            noun = len(noun)  # type: ignore[arg-type] # whatever stands on the way to a value
        elif step.isdigit():
            noun = noun[int(step)]  # type: ignore[index] # as above
        else:
            noun = getattr(noun, step)
    return said(noun)


def said(noun: object) -> str:
    """A value as expectations write it."""
    if isinstance(noun, tuple | list):
        return " | ".join(" ".join(map(said, item)) if isinstance(item, tuple) else said(item) for item in noun)
    if isinstance(noun, bool):
        return "yes" if noun else "no"
    if is_dataclass(noun) and type(noun) not in WORDS:
        return " ".join(filter(None, (said(getattr(noun, one.name)) for one in fields(noun))))
    return WORDS.get(type(noun), str)(noun)


def _adjusted(noun: Adjustment) -> str:
    more = f" x{said(noun.quantity)}" if noun.quantity is not None else ""
    return f"{noun.group}{noun.reason} {said(noun.amount)}{more}"


WORDS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "-",
    Money: Money.plain,
    Decimal: lambda number: f"{number.normalize():f}",
    date: date.isoformat,
    Adjustment: _adjusted,
    ProviderAdjustment: lambda moved: f"{moved.reason}:{moved.reference} {said(moved.amount)}",
    Procedure: lambda procedure: ":".join((procedure.qualifier, procedure.code, *procedure.modifiers)),
}


def amiss(planted: Planted, nouns: object, findings: list[tuple[str, str]]) -> list[str]:
    """Where the reading is not the expected one; nothing when it is. ``findings`` are (severity, words)."""
    found = []
    for line in filter(None, (line.strip() for line in planted.reads.splitlines())):
        path, _, expected = (part.strip() for part in line.partition(" ="))
        try:
            got = value_at(nouns, path)
        except (AttributeError, IndexError) as missing:
            got = f"nothing ({missing})"
        if got != expected:
            found.append(f"{path}: {got!r} instead of {expected!r}")
    found += [
        f"no finding says {pattern!r}"
        for pattern in planted.words
        if not any(re.search(pattern, words, re.IGNORECASE) for _, words in findings)
    ]
    errors = [words for severity, words in findings if severity == "error"]
    if planted.ok == bool(errors):
        found.append(f"errors: {errors}")
    return found
