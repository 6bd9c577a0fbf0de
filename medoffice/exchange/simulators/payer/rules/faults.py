"""Faults of the wire, asked for by name: a file spoiled or lost on its way. The truth is never touched."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from medoffice.exchange.simulators.payer.rules.wire import at, cents, dollars


class FaultKind(StrEnum):
    """What can go wrong with a file."""

    UNBALANCED = "unbalanced"
    UNKNOWN_CARC = "unknown-carc"
    WRONG_CLAIM = "wrong-claim"
    TRUNCATED = "truncated"
    LOWER_CASE = "lower-case"
    ODD_DELIMITERS = "odd-delimiters"
    DUPLICATED = "duplicated"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class FileFault:
    """The ``nth`` file of a kind (TA1, 999, 277CA, 835), counted from 1, arrives so; 0 is every file of the kind."""

    kind: FaultKind
    file: str = "835"
    nth: int = 1

    def hits(self, file: str, nth: int) -> bool:
        """Whether this file is the one."""
        return self.file == file and self.nth in (0, nth)


def spoil(kind: FaultKind, data: bytes) -> bytes:
    """The file with this fault. DUPLICATED and LOST are about delivery and leave the bytes alone."""
    return _SPOILERS.get(kind, _as_is)(data)


def _as_is(data: bytes) -> bytes:
    return data


def _first(data: bytes, name: str, change: Callable[[list[str]], list[str]]) -> bytes:
    """The file with its first segment of a name changed; as it is where there is none."""
    rows = data.decode("ascii").split("~\n")
    for place, text in enumerate(rows):
        row = text.split("*")
        if row[0] == name:
            rows[place] = "*".join(change(row))
            break
    return "~\n".join(rows).encode("ascii")


def _unbalanced(data: bytes) -> bytes:
    """BPR02 a cent too high."""
    return _first(data, "BPR", lambda row: [*row[:2], dollars((cents(at(row, 2)) or 0) + 1), *row[3:]])


def _unknown_carc(data: bytes) -> bytes:
    """A reason that no code list has."""
    return _first(data, "CAS", lambda row: [*row[:2], "999", *row[3:]])


def _wrong_claim(data: bytes) -> bytes:
    """A claim id the office never sent."""
    return _first(data, "CLP", lambda row: [row[0], f"X{row[1]}"[:38], *row[2:]])


def _truncated(data: bytes) -> bytes:
    """Cut off at two thirds."""
    return data[: len(data) * 2 // 3]


def _lower_case(data: bytes) -> bytes:
    """Everything after the ISA in lower case."""
    return data[:106] + data[106:].lower()


def _odd_delimiters(data: bytes) -> bytes:
    """Other separators, declared in the ISA as they must be: the file is right, only unusual."""
    text = data.decode("ascii").replace("~\n", "~")
    return text.translate(str.maketrans("*:~^", "|>'!")).encode("ascii")


_SPOILERS: dict[FaultKind, Callable[[bytes], bytes]] = {
    FaultKind.UNBALANCED: _unbalanced,
    FaultKind.UNKNOWN_CARC: _unknown_carc,
    FaultKind.WRONG_CLAIM: _wrong_claim,
    FaultKind.TRUNCATED: _truncated,
    FaultKind.LOWER_CASE: _lower_case,
    FaultKind.ODD_DELIMITERS: _odd_delimiters,
}
