"""Lines to payers for tests: one that answers from what the test wrote, one that breaks as asked."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from medoffice.kernel.money import Money
from medoffice.records.coverage.api import add_coverage
from medoffice.records.coverage.offers import eligibility_doors
from medoffice.records.coverage.types import Relation
from medoffice.security.types import PROGRAM
from medoffice.standards.x12.api import read_270, write_271
from medoffice.standards.x12.types import (
    Benefit,
    EligibilityAnswer,
    EligibilityRequest,
    Envelope,
    Party,
    Rejection,
)

ACTIVE = (
    Benefit("1", "IND", ("30",), "PR", "GOLD PLAN"),
    Benefit("B", "IND", ("98",), period="27", amount=Money(3000), network="Y"),
    Benefit("C", "IND", ("30",), period="23", amount=Money(50000), network="Y"),
    Benefit("C", "IND", ("30",), period="29", amount=Money(12345), network="Y"),
)
Answering = Callable[[EligibilityRequest], EligibilityAnswer]


def covered(asked: EligibilityRequest, *benefits: Benefit) -> EligibilityAnswer:
    """The payer's answer to a question: active, or these benefits."""
    told = benefits or ACTIVE
    return EligibilityAnswer(asked.payer, asked.provider, asked.subscriber, asked.dependent, asked.trace, benefits=told)


def rejected(reason: str, follow_up: str = "C", level: str = "subscriber") -> Answering:
    """A payer that refuses so."""

    def answer(asked: EligibilityRequest) -> EligibilityAnswer:
        found = Rejection(level, reason, follow_up)  # type: ignore[arg-type] # a level by name
        nobody = level in ("payer", "provider")
        empty = EligibilityAnswer(asked.payer, asked.provider if level == "provider" else Party(), trace=asked.trace)
        return replace(empty if nobody else covered(asked, Benefit("X")), benefits=(), rejections=(found,))

    return answer


def by_mail(answers: list[EligibilityAnswer]) -> bytes:
    """Answers as a file."""
    return write_271(answers, Envelope("HARBOR", "OFFICE", 7, datetime(2026, 11, 24, 15, tzinfo=UTC)))


@dataclass
class Door:
    """A line: ``answer`` says what comes back for a question, ``breaks`` what goes wrong before that."""

    key: str = "simulator"
    answer: Answering = covered
    breaks: Exception | None = None
    later: bool = False
    garbage: bytes | None = None
    asked: list[bytes] = field(default_factory=list)

    def ask(self, name: str, data: bytes) -> bytes | None:  # noqa: ARG002 - as the line is called
        """Note the call; break, or answer."""
        self.asked.append(data)
        if self.breaks is not None:
            raise self.breaks
        if self.later:
            return None
        return self.garbage if self.garbage is not None else by_mail([self.answer(one) for one in self.questions])

    @property
    def questions(self) -> list[EligibilityRequest]:
        """What was asked in the latest call."""
        return read_270(self.asked[-1])[0]


def connect(monkeypatch: pytest.MonkeyPatch, door: Door) -> Door:
    """Have the office use this line."""
    monkeypatch.setitem(eligibility_doors._entries, door.key, door)
    return door


def add_policy(patient_id: UUID, payer_id: UUID, **typed: Any) -> UUID:  # noqa: ANN401 - fields of a policy
    """A policy since January, with a copay of 25."""
    policy: dict[str, Any] = {
        "plan": "", "member_id": "PM7719642", "group": "", "relation": Relation.SELF, "subscriber": None, "order": 1,
        "starts": date(2026, 1, 1), "copay": Money(2_500),
    }  # fmt: skip
    return add_coverage(actor=PROGRAM, patient_id=patient_id, payer_id=payer_id, **{**policy, **typed})
