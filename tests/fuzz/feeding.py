"""Feeding a parser: what is counted, what counts as a fault, and how inputs are made where nothing guides."""

import resource
import time
import traceback
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any

from tests.fuzz.parsers import Parser

LONGEST, MOST_MEMORY = 1.0, 512 * 1024  # seconds of the processor; KiB
_KEPT = 5


@dataclass
class Report:
    """What was seen of one parser. Seconds are the processor's own, so that a busy machine changes nothing."""

    name: str
    executions: int = 0
    refused: int = 0
    slowest: float = 0.0
    memory_kb: int = 0
    faults: dict[str, str] = field(default_factory=dict)

    def add(self, other: "Report") -> None:
        """Take in what was seen of the same parser in another process."""
        self.executions += other.executions
        self.refused += other.refused
        self.slowest = max(self.slowest, other.slowest)
        self.memory_kb = max(self.memory_kb, other.memory_kb)
        self.faults |= other.faults

    def wrong(self) -> list[str]:
        """Why this parser does not pass; nothing if it does."""
        found = [f"{self.name}: {what} on {data[:80]}" for what, data in self.faults.items()]
        if self.slowest > LONGEST:
            found.append(f"{self.name}: {self.slowest:.2f} s for one input")
        if self.memory_kb > MOST_MEMORY:
            found.append(f"{self.name}: {self.memory_kb // 1024} MB")
        return found if self.executions else [*found, f"{self.name}: nothing was fed"]

    def as_json(self) -> dict[str, Any]:
        """For the parent process."""
        return asdict(self)


def feed(parser: Parser, data: bytes, report: Report) -> None:
    """Give a parser one input and note what happened; a fault is noted once for each place it comes from."""
    began = time.process_time()
    try:
        parser.feed(data)
    except parser.refuses:
        report.refused += 1
    except (Exception, SystemExit) as error:  # noqa: BLE001 - any other is what we look for
        last = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__} at {last.filename.rpartition('/')[2]}:{last.lineno}"
        if len(report.faults) < _KEPT:
            report.faults.setdefault(what, data.hex())
    took = time.process_time() - began
    report.executions += 1
    if took > report.slowest:
        report.slowest = took
        if took > LONGEST and len(report.faults) < _KEPT:
            report.faults["too slow"] = data.hex()
    if not report.executions % 1000 or report.executions == 1:
        report.memory_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def mutated(data: bytes, chance: Random, words: tuple[bytes, ...], other: bytes = b"") -> bytes:
    """One input near another: pieces repeated, dropped, swapped, cut, joined, and words of the format put in."""
    whole = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        start = chance.randrange(len(whole) + 1)
        end = min(len(whole), start + chance.choice((1, 2, 8, 40, 200)))
        way = chance.randrange(7)
        if way == 0:
            del whole[start:end]
        elif way == 1:
            whole[start:start] = whole[start:end] * chance.choice((1, 2, 30))
        elif way == 2 and words:
            whole[start:end] = chance.choice(words)
        elif way == 3 and end > start:
            whole[start] ^= 1 << chance.randrange(8)
        elif way == 4 and other:
            cut = chance.randrange(len(other) + 1)
            whole[start:] = other[cut:]
        elif way == 5:
            whole[start:end] = chance.randbytes(end - start)
        else:
            parts = bytes(whole).split(b"~")
            chance.shuffle(parts) if chance.random() < 0.2 else parts.insert(0, parts.pop(chance.randrange(len(parts))))
            whole = bytearray(b"~".join(parts))
        del whole[60_000:]
    return bytes(whole)
