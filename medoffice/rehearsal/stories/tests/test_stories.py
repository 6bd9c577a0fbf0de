"""The stories: every code has its words in the note, is valid on the date, and every day adds up."""

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.rehearsal.population.api import demo_office, make_population
from medoffice.rehearsal.population.types import Person, Population
from medoffice.rehearsal.stories.api import all_stories, fits, plan_day, plan_weeks, render, story
from medoffice.rehearsal.stories.types import Fate, RenderedVisit, Story, VisitType
from medoffice.standards.terminology.api import icd10_check, placeholder_services

TODAY = date(2026, 11, 24)
KEYS = [one.key for one in all_stories()]


@cache
def town(seed: int = 7, people: int = 3000) -> Population:
    return make_population(seed, people, TODAY)


@cache
def fitting(key: str) -> tuple[tuple[Person, date], ...]:
    """People a story fits, and the day it does."""
    days = [TODAY - timedelta(days=back) for back in (0, 9, 18)]
    return tuple((one, day) for one in town().people for day in days if fits(story(key), one, day))[:200]


def told(key: str, seed: int) -> tuple[Story, Person, RenderedVisit]:
    person, day = fitting(key)[seed % len(fitting(key))]
    return story(key), person, render(story(key), person, str(seed), day)


@pytest.mark.parametrize("key", KEYS)
@given(seed=st.integers(0, 10**6))
@settings(max_examples=25)
def test_every_evidence_is_words_of_the_note(key: str, seed: int) -> None:
    _, _, visit = told(key, seed)
    assert visit.codes
    assert visit.services
    for code in visit.codes:
        assert visit.note_text[code.start : code.end] == code.phrase
        assert icd10_check(code.code, TODAY) == []
    ordered = {order.key for order in visit.orders}
    for service in visit.services:
        assert (service.order_key in ordered) != bool(service.phrase)
        assert visit.note_text[service.start : service.end] == service.phrase
    for text in (visit.note_text, visit.call_words, *(order.result for order in visit.orders)):
        assert text
        assert not any(mark in text for mark in "{}<>[]|~")
        assert "((" not in text
    assert [section.name for section in visit.sections] == ["Reason", "History", "Exam", "Assessment", "Plan"]
    starts = [visit.note_text[section.start : section.end] for section in visit.sections]
    assert "\n\n".join(f"{s.name}: {text}" for s, text in zip(visit.sections, starts, strict=True)) == visit.note_text


def test_services_are_those_the_office_knows() -> None:
    known = {service.key for service in placeholder_services()}
    used = {service.service_key for key in KEYS for service in told(key, 1)[2].services}
    assert used <= known


def test_there_are_enough_stories_of_every_kind_with_chains() -> None:
    assert len(KEYS) >= 36
    assert {one.visit_type for one in all_stories()} == set(VisitType)
    sequels = {(one.key, sequel.story) for one in all_stories() for sequel in one.sequels}
    assert {key for _, key in sequels} <= set(KEYS)
    assert {"diabetes_high", "htn_high", "laceration"} <= {key for key, _ in sequels}
    assert all(one.key in {key for _, key in sequels} for one in all_stories() if one.chain_only)


def test_a_story_is_told_in_more_than_one_way_and_the_same_for_a_seed() -> None:
    for key in KEYS:
        person, day = fitting(key)[0]
        notes = {render(story(key), person, str(seed), day).note_text for seed in range(12)}
        assert len(notes) >= 2, key
        assert render(story(key), person, "4", day) == render(story(key), person, "4", day)


@given(st.integers(0, 10**6))
def test_a_chain_keeps_its_side(seed: int) -> None:
    person, day = fitting("laceration")[0]
    first = render(story("laceration"), person, str(seed), day)
    second = render(story("suture_removal"), person, f"{seed}~1", day + timedelta(days=8))
    assert first.codes[0].code[:-1] == second.codes[0].code[:-1]


@given(st.integers(0, 1000), st.integers(0, 13), st.integers(0, 60))
@settings(max_examples=30)
def test_every_day_adds_up(seed: int, back: int, encounters: int) -> None:
    on = TODAY - timedelta(days=back)
    office, population = demo_office(), town()
    day = plan_day(seed, population, office, on, encounters)
    assert day == plan_day(seed, population, office, on, encounters)
    assert len(day.visits) <= encounters
    assert on.weekday() < 5 or not day.visits
    assert len({visit.person for visit in day.visits}) == len(day.visits)
    for visit in day.visits:
        person = population.people[visit.person]
        assert fits(story(visit.story), person, on)
        assert (visit.call is None) == visit.walk_in
        assert (visit.arrives is None) == (visit.fate not in (Fate.SEEN, Fate.LEFT))
        assert (visit.visit_type is VisitType.NEW) == (person.first_visit == on)
        if visit.call:
            assert visit.call.at < visit.starts
            assert (visit.call.at.date() == on) == story(visit.story).urgent
            assert population.people[visit.call.caller].age_on(on) >= 18
    for one in day.visits:
        for other in day.visits:
            if one is not other and one.provider == other.provider and one.starts <= other.starts:
                assert one.starts + timedelta(minutes=one.visit_type.minutes) <= other.starts


def test_forty_visits_fit_into_a_working_day() -> None:
    day = plan_day(7, make_population(7, 300, TODAY), demo_office(), TODAY, 40)
    assert len(day.visits) == 40
    assert len({visit.provider for visit in day.visits}) == 6
    assert set(range(14)) <= {visit.person for visit in day.visits}, "the named cast are seen by whoever looks at today"


def test_weeks_bring_sequels_and_nobody_new_twice() -> None:
    days = plan_weeks(7, town(), demo_office(), TODAY, weeks=4, encounters=40)
    visits = [visit for day in days for visit in day.visits]
    assert len(days) == 20
    assert max(day.on for day in days) < TODAY
    assert {"suture_removal", "htn_check", "diabetes_check"} <= {visit.story for visit in visits}
    new = [visit.person for visit in visits if visit.visit_type is VisitType.NEW]
    assert len(new) == len(set(new)) > 0
    assert {visit.fate for visit in visits} == set(Fate)
