"""HL7 version 2: a message of results taken in, beside python-hl7, as a ratio of CPU seconds in one run.

To take in is to parse the bytes, read the twenty fields that intake uses, and give the message back as bytes. The peer
(``hl7``) is in no lock of ours: it is measured where it can be imported. A ratio above 1 means we are faster.
"""

import time
from collections.abc import Callable, Iterator
from importlib import import_module

from bench.rows import Row, at_least
from medoffice.standards.hl7.api import check_bytes, read_message, read_results
from medoffice.standards.hl7.tests.makers import MSH, NTE, OBR, OBX, ORC, PID

BAR = 20.0  # times faster than python-hl7
OURS, THEIRS, ROUNDS = 2000, 60, 3
PATHS = (
    *("MSH-3", "MSH-4", "MSH-7", "MSH-9.1", "MSH-9.2", "MSH-10", "MSH-11", "MSH-12", "PID-3.1", "PID-3.4", "PID-5.1"),
    *("PID-5.2", "PID-7", "PID-8", "ORC-2.1", "OBR-2.1", "OBR-3.1", "OBR-4.1", "OBR-7", "OBR-25"),
)
MESSAGE = b"".join(
    line + b"\r" for line in (MSH, PID, ORC, OBR, *(line for n in range(10) for line in (OBX[n % 3], NTE)))
)


def rows() -> Iterator[Row]:
    """Messages a CPU second, and how many times faster than the peer where it is at hand."""
    ours = _seconds(_take_in, OURS)
    count = MESSAGE.count(b"\r")
    yield Row(f"taken in, {count} segments", round(1 / ours), "messages a CPU s")
    yield Row("the same, every observation typed", round(1 / _seconds(_typed, OURS // 4)), "messages a CPU s")
    yield Row("the same, checked", round(1 / _seconds(_checked, OURS // 4)), "messages a CPU s")
    try:
        theirs = _seconds(_peer(), THEIRS)
    except ImportError:
        return
    yield at_least("taken in: python-hl7", round(theirs / ours, 1), "times faster", BAR)


def _take_in() -> None:
    message = read_message(MESSAGE)
    for path in PATHS:
        message.value(path)
    assert message.raw == MESSAGE


def _typed() -> None:
    read_results(read_message(MESSAGE))


def _checked() -> None:
    check_bytes(MESSAGE, "x")


def _peer() -> Callable[[], object]:
    parse, text = import_module("hl7").parse, MESSAGE.decode()
    places = [(path[:3], *(int(one) for one in f"{path[4:]}.1".split(".")[:2])) for path in PATHS]

    def work() -> str:
        message = parse(text)
        for name, field, component in places:
            message.extract_field(name, 1, field, 1, component)
        return str(message)

    return work


def _seconds(work: Callable[[], object], times: int) -> float:
    """CPU seconds of one, the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(times):
            work()
        best = min(best, time.process_time() - began)
    return best / times
