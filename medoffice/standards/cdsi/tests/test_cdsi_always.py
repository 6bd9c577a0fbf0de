"""What must hold for whoever is asked about, whatever they were given."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from medoffice.standards.cdsi.answers import Advice, Due, OfGroup, Standing
from medoffice.standards.cdsi.api import advise, shipped
from medoffice.standards.cdsi.types import Dose, Person

USUAL = (
    "03",
    "08",
    "09",
    "10",
    "20",
    "21",
    "48",
    "62",
    "83",
    "94",
    "115",
    "116",
    "119",
    "140",
    "146",
    "165",
    "203",
    "216",
)
TODAY = date(2025, 12, 1)  # a day of the seasons that the release knows


@st.composite
def people(draw: st.DrawFn) -> Person:
    born = TODAY - timedelta(days=draw(st.integers(0, 20 * 365)))
    age = (TODAY - born).days
    days = draw(st.lists(st.tuples(st.sampled_from(USUAL), st.integers(0, age)), max_size=7))
    doses = tuple(Dose(str(at), cvx, born + timedelta(days=day)) for at, (cvx, day) in enumerate(days))
    return Person(born, draw(st.sampled_from("MFU")), doses)


def said(person: Person, today: date = TODAY) -> Advice:
    return advise(shipped(), person, today)


def of(advice: Advice, name: str) -> OfGroup:
    return next(one for one in advice.groups if one.name == name)


@settings(max_examples=40, deadline=None)
@given(people(), st.randoms(use_true_random=False))
def test_the_order_in_which_doses_are_told_is_nothing(person: Person, chance: object) -> None:
    mixed = list(person.doses)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert said(Person(person.born, person.sex, tuple(mixed))) == said(person)


@settings(max_examples=50, deadline=None)
@given(people())
def test_nothing_is_recommended_or_late_before_it_may_be_given(person: Person) -> None:
    for one in said(person).groups:
        dates = one.next.dates
        assert (dates is None) == (one.due not in {Due.OVERDUE, Due.DUE, Due.SHARED, Due.ASK, Due.LATER})
        if dates:
            assert person.born <= dates.earliest <= dates.recommended
            assert dates.late is None or dates.late >= dates.earliest
            assert dates.latest is None or dates.latest >= dates.earliest


@settings(max_examples=50, deadline=None)
@given(people(), st.data())
def test_what_is_given_when_it_is_recommended_counts(person: Person, data: st.DataObject) -> None:
    group = data.draw(st.sampled_from([one for one in said(person).groups if one.next.dates and one.next.products]))
    dates = group.next.dates
    assert dates is not None
    on = max(dates.recommended, TODAY)
    assume(dates.latest is None or on <= dates.latest)
    cvx = data.draw(st.sampled_from(group.next.products))
    after = said(Person(person.born, person.sex, (*person.doses, Dose("new", cvx, on))), on)
    new = next(one for one in after.doses if one.dose.key == "new")
    assert new.standing is Standing.VALID, (group, new)


def test_a_dose_of_a_later_day_is_left_out() -> None:
    person = Person(date(2024, 1, 15), "F", (Dose("a", "20", date(2024, 3, 15)), Dose("b", "20", date(2026, 3, 15))))
    assert [one.dose.key for one in said(person).doses] == ["a"]


def test_a_vaccine_the_schedule_does_not_know_counts_for_nothing_and_stops_nothing() -> None:
    person = Person(date(2025, 7, 1), "F", (Dose("a", "9999", date(2025, 9, 15)),))
    assert said(person).doses[0].standing is None
    assert of(said(person), "DTaP/Tdap/Td").due is Due.OVERDUE
