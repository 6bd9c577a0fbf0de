"""What a command says: answers on stdout, one JSON object a line if asked for; everything else on stderr."""

import json
import sys
from collections.abc import Mapping
from typing import Any

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal


def answer(found: Mapping[str, Any]) -> None:
    """One JSON object on a line of its own; characters outside of Unicode (undecodable file names) are escaped."""
    text = json.dumps(found, ensure_ascii=False, default=str)
    sys.stdout.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")


def line(words: str = "") -> None:
    """A line of an answer for a person."""
    sys.stdout.write(words.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")


def say(words: str) -> None:
    """A message: on stderr, where no program reads."""
    sys.stderr.write(words.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")


def words_of(refusal: Refusal) -> str:
    """A refusal as one sentence or two."""
    return f"{refusal.words} {refusal.fix}".strip()


def dollars(money: Money) -> str:
    """An amount as other programs read it: ``-1234.50``."""
    return f"{'-' if money.cents < 0 else ''}{abs(money.cents) // 100}.{abs(money.cents) % 100:02d}"
