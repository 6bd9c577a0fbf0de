"""Files as others send them, planted: what is read in each, what is said of it, and that no cent is lost."""

from collections.abc import Callable
from typing import Any

import pytest

from medoffice.standards.x12.api import (
    check_bytes,
    read_271,
    read_277ca,
    read_835,
    read_837p,
    read_999,
    read_ta1,
)
from medoffice.standards.x12.tests import (
    planted_acks,
    planted_answers,
    planted_bytes,
    planted_decisions,
    planted_odd_answers,
    planted_odd_remits,
    planted_remits,
)
from medoffice.standards.x12.tests.planting import Planted, amiss

Reader = Callable[[bytes], tuple[list[Any], list[Any]]]

FILES: list[tuple[Reader, Planted]] = [
    (reader, planted)
    for reader, several in (
        (read_835, planted_remits.PAYMENTS + planted_decisions.DECISIONS + planted_decisions.REFUSED),
        (read_835, planted_bytes.WRITTEN + planted_bytes.WRONG),
        (read_835, planted_odd_remits.TAKEN_BACK + planted_odd_remits.ODD),
        (read_277ca, planted_acks.CLAIMS + planted_odd_answers.CLAIMS),
        (read_999, planted_acks.GROUPS + planted_odd_answers.GROUPS),
        (read_ta1, planted_acks.INTERCHANGES + planted_odd_answers.INTERCHANGES),
        (read_271, planted_answers.ANSWERS + planted_odd_answers.ANSWERS),
        (read_837p, planted_answers.CLAIMS),
    )
    for planted in several
]


@pytest.mark.parametrize(("reader", "planted"), FILES, ids=[f"{r.__name__}: {p.name}" for r, p in FILES])
def test_planted(reader: Reader, planted: Planted) -> None:
    nouns, _ = reader(planted.raw)
    findings = [
        (finding.severity.value, f"{finding.where} {finding.words}")
        for result in check_bytes(planted.raw, planted.name)
        for finding in result.findings
    ]
    assert amiss(planted, nouns, findings) == []
