"""How a medicine is taken: shorthand is read as a careful person would, and said in words that cannot be misread."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.prescriptions.rules.english import english
from medoffice.clinic.prescriptions.rules.shorthand import read, shorthand
from medoffice.clinic.prescriptions.types.prescribing import Frequency, Route, Sig, Unit, When

READ = [
    ("1 tab PO BID x10d", "Take 1 tablet by mouth twice a day for 10 days."),
    ("1-2 tabs po q4-6h prn pain", "Take 1 to 2 tablets by mouth every 4 to 6 hours as needed for pain."),
    (
        "1-2 tabs po q4-6h prn pain x3d",
        "Take 1 to 2 tablets by mouth every 4 to 6 hours as needed for pain, for 3 days.",
    ),
    ("5 mL po tid x 7 days", "Take 5 mL by mouth three times a day for 7 days."),
    ("1 tsp po qid", "Take 1 teaspoon by mouth four times a day."),
    ("1 gtt OD QID", "Put 1 drop in the right eye four times a day."),
    ("2 gtts ou bid for 1 week", "Put 2 drops in both eyes twice a day for 7 days."),
    ("4 gtt AS tid x7d", "Put 4 drops in the left ear three times a day for 7 days."),
    ("apply thin layer to affected area bid", "Apply a thin layer on the affected area twice a day."),
    ("inhale 2 puffs q4h prn wheezing", "Inhale 2 puffs every 4 hours as needed for wheezing."),
    ("2 sprays en daily", "Use 2 sprays in each nostril once a day."),
    ("1 patch td q72h", "Apply 1 patch on the skin every 3 days."),
    ("inject 10 units SC qhs", "Inject 10 units under the skin every day at bedtime."),
    ("0.5 mL im once", "Inject 0.5 mL into the muscle one time only."),
    ("1/2 tab po qd", "Take 0.5 tablet by mouth once a day."),
    (".5 tab po qam", "Take 0.5 tablet by mouth every morning."),
    ("500 mg po tid", "Take 500 mg by mouth three times a day."),
    ("1 tab po qod", "Take 1 tablet by mouth every other day."),
    ("1 tab po once a week", "Take 1 tablet by mouth once a week."),
    ("4 tabs po once weekly on an empty stomach", "Take 4 tablets by mouth once a week on an empty stomach."),
    ("1 cap po bid with meals", "Take 1 capsule by mouth twice a day with meals."),
    ("1 supp pr q6h prn nausea", "Insert 1 suppository in the rectum every 6 hours as needed for nausea."),
    ("1 tab sl q5min", None),
    ("1 tab po as needed for pain", None),
    ("swish and spit 15 ml", None),
    ("", None),
    ("2 tabs po", None),
]


@pytest.mark.parametrize(("typed", "words"), READ)
def test_shorthand_is_read_as_a_careful_person_would(typed: str, words: str | None) -> None:
    found = read(typed)
    assert (english(found.sig) if found.sig else None) == words
    assert bool(found.lacks) == (words is None)


def test_as_needed_is_not_the_left_ear_and_once_a_week_is_not_once() -> None:
    needed = read("1 tab daily as needed for sleep", route=Route.ORAL).sig
    assert needed
    assert (needed.route, needed.as_needed, needed.reason) == (Route.ORAL, True, "sleep")
    weekly = read("6 tabs po once a week").sig
    assert weekly
    assert weekly.frequency == Frequency(1, 168)


def test_what_nobody_understood_stays_as_words_and_is_told() -> None:
    found = read("1 cap po tid until gone #30 rf 2")
    assert (found.left, found.quantity, found.refills) == ("until gone", Decimal(30), 2)
    assert found.sig
    assert english(found.sig) == "Take 1 capsule by mouth three times a day. Until gone."


def test_the_medicines_own_unit_and_route_fill_in_and_what_is_typed_wins() -> None:
    usual = read("1 daily", Unit.CAPSULE, Route.ORAL).sig
    assert usual
    assert (usual.unit, usual.route) == (Unit.CAPSULE, Route.ORAL)
    typed = read("5 ml sl daily", Unit.CAPSULE, Route.ORAL).sig
    assert typed
    assert (typed.unit, typed.route) == (Unit.ML, Route.SUBLINGUAL)


HALVES = st.integers(1, 400).map(lambda n: Decimal(n) / 4)
OFTEN = st.one_of(
    st.integers(1, 6).map(lambda n: Frequency(n, 24)),
    st.sampled_from([Frequency(1, h) for h in (1, 2, 3, 4, 6, 8, 12, 48, 72, 168)]),
    st.sampled_from([Frequency(2, 168), Frequency(3, 168), Frequency(once=True), Frequency(1, 4, 6)]),
)
REASONS = st.sampled_from(["", "pain", "chest pain", "shortness of breath"])


@st.composite
def sigs(draw: st.DrawFn) -> Sig:
    """Any sig that a person may mean."""
    low, high = draw(HALVES), draw(st.one_of(st.just(Decimal(0)), HALVES))
    needed = draw(st.booleans())
    return Sig(
        low, draw(st.sampled_from(Unit)), draw(st.sampled_from(Route)), draw(OFTEN), high if high > low else Decimal(0),
        draw(st.sampled_from([None, *When])), needed, draw(REASONS) if needed else "", draw(st.integers(0, 120)),
    )  # fmt: skip


@given(sigs())
def test_what_is_written_is_read_again_as_the_same(sig: Sig) -> None:
    assert read(shorthand(sig)).sig == sig


@given(sigs())
def test_plain_words_are_read_again_as_the_same_but_for_days_in_weeks(sig: Sig) -> None:
    again = read(english(sig), sig.unit, sig.route).sig
    assert again == sig


@given(sigs())
def test_no_number_can_be_misread(sig: Sig) -> None:
    words = english(sig)
    assert " ." not in words
    assert ".0 " not in words
    assert not {"QD", "QOD", "U", "IU"} & set(words.split())
