"""Scores of reviewed reports, how each person stands, and which reports are drawn."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.dictation.rules.grading import critical_ones, passes, score, standings
from medoffice.clinic.dictation.rules.sampling import SHIPPED, TICKETS, picked, sampling_of, ticket
from medoffice.clinic.dictation.types.dictations import Dictation, Priority, State
from medoffice.clinic.dictation.types.reviews import ErrorClass, Mistake, Picked, Review, ReviewState, Sampling
from medoffice.kernel.ids import new_id

CRITICAL = Mistake(ErrorClass.CRITICAL, "no fever", "fever", 4)
MINOR = Mistake(ErrorClass.MINOR, "recieve", "receive", 7)
AT = datetime(2026, 11, 24, 18, tzinfo=UTC)
ANN, BEA = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("errors", "wanted", "well"),
    [
        ([], 100, True),
        ([MINOR], 99, True),
        ([MINOR, Mistake(ErrorClass.MINOR, " Recieve", "receive ", 90)], 99, True),
        ([MINOR, Mistake(ErrorClass.MINOR, "teh", "the")], 98, True),
        ([MINOR, Mistake(ErrorClass.MINOR, "teh"), Mistake(ErrorClass.MINOR, "adn")], 97, False),
        ([CRITICAL], 97, False),
        ([Mistake(ErrorClass.FEEDBACK, "pt", "patient")], 100, True),
        ([Mistake(ErrorClass.CRITICAL, str(number)) for number in range(40)], 0, False),
    ],
)
def test_the_score_of_a_report(errors: list[Mistake], wanted: int, well: bool) -> None:
    assert (score(errors), passes(score(errors))) == (wanted, well)


def test_critical_errors_are_counted_once_each() -> None:
    assert critical_ones([CRITICAL, CRITICAL, MINOR, Mistake(ErrorClass.CRITICAL, "left", "right")]) == 2


def reviewed(typist: UUID, name: str, points: int | None, critical: int = 0, read_at: datetime | None = AT) -> Review:
    nobody = UUID(int=9)
    one = Dictation(
        nobody, "D-1", nobody, nobody, nobody, "Dr A", "visit-note", Priority.ROUTINE, State.SIGNED, "", AT, AT, None,
        "", "", 1,
    )  # fmt: skip
    state = ReviewState.WAITS if points is None else ReviewState.READ
    return Review(
        nobody, one, typist, name, Picked.DRAWN, state, AT, "Cy", points, critical, "", AT, "", read_at, None, ""
    )


def test_each_persons_reviews_are_weighed_against_both_goals() -> None:
    bea, ann = reviewed(BEA, "Bea", 100), reviewed(ANN, "Ann", 99)
    found = standings([bea, ann, reviewed(ANN, "Ann", None), reviewed(ANN, "Ann", 97, 1, None)])
    assert [(one.typist, one.reviews, one.mean, one.passed, one.critical, one.unread) for one in found] == [
        ("Ann", 2, 98.0, 1, 1, 1),
        ("Bea", 1, 100.0, 1, 0, 0),
    ]
    assert [one.meets for one in found] == [False, True]
    assert not standings([reviewed(ANN, "Ann", 97)])[0].meets


@pytest.mark.parametrize(
    ("before", "blanks", "drawn", "wanted"),
    [
        (0, 0, 9_999, Picked.NEW),
        (19, 0, 9_999, Picked.NEW),
        (20, 4, 9_999, Picked.BLANKS),
        (20, 3, 500, Picked.PASSED_OVER),
        (20, 3, 499, Picked.DRAWN),
    ],
)
def test_the_new_and_the_blank_are_reviewed_and_of_others_some(
    before: int, blanks: int, drawn: int, wanted: Picked
) -> None:
    assert picked(SHIPPED, before=before, blanks=blanks, drawn=drawn) is wanted


def test_a_ticket_is_the_same_for_ever_and_as_even_as_chance() -> None:
    assert ticket(UUID("0193a000-0000-7000-8000-000000000001")) == ticket(UUID("0193a000-0000-7000-8000-000000000001"))
    drawn = [ticket(new_id()) for _ in range(4000)]
    assert all(0 <= one < TICKETS for one in drawn)
    assert 0.02 < sum(one < 500 for one in drawn) / 4000 < 0.09
    assert picked(Sampling(None, 0, 0, 0), before=1, blanks=0, drawn=0) is Picked.PASSED_OVER
    assert picked(Sampling(None, 100, 0, 0), before=1, blanks=0, drawn=9_999) is Picked.DRAWN


def test_ones_own_sampling_stands_before_everybodys_and_the_last_holds() -> None:
    everybody, other, own, later = (
        Sampling(None, 10, 0, 1), Sampling(BEA, 50, 0, 1), Sampling(ANN, 25, 5, 1), Sampling(None, 3, 0, 1)
    )  # fmt: skip
    assert sampling_of([], ANN) == SHIPPED
    assert sampling_of([everybody, other, later], ANN) == later
    assert sampling_of([everybody, own, later], ANN) == own
    assert sampling_of([own, Sampling(ANN, 7, 0, 0)], ANN).percent == 7
