"""The table of labels: total, and what it says for each label, sink and person, as it was agreed."""

from dataclasses import replace
from itertools import product

import pytest

from medoffice.security.rules.labels import FACETS, PART2_NOTICE, decide, hidden_for, opens, strictest
from medoffice.security.types import (
    CLINICAL,
    OF_PATIENT,
    STANDS_FOR,
    Label,
    Outcome,
    Role,
    Shows,
    Sink,
    Standing,
    Verdict,
)

A, C, R, H = Outcome.ALLOW, Outcome.CONFIRM, Outcome.REFUSE, Outcome.HIDE
PEOPLE = [role for role in Role if role is not Role.SYSTEM]
EVERY = list(product(Label, Sink, Shows))


def standing(role: Role, **facets: bool) -> Standing:
    return Standing(frozenset({role}) | STANDS_FOR.get(role, frozenset()), **facets)


def who_sees(label: Label, shows: Shows = Shows.CONTENT, **facets: bool) -> set[Role]:
    return {role for role in PEOPLE if decide(label, Sink.SCREEN, shows, standing(role, **facets)).outcome is A}


@pytest.mark.parametrize(("label", "sink", "shows"), EVERY)
def test_the_table_is_total_and_its_refusals_have_words(label: Label, sink: Sink, shows: Shows) -> None:
    for role, values in product(Role, product((False, True), repeat=len(FACETS) + 1)):
        facets = dict(zip((*FACETS, "to_patient"), values, strict=True))
        found = decide(label, sink, shows, standing(role, **facets))
        assert bool(found.words) == (found.outcome in (C, R))
        assert not found.notices or found.outcome is A
        assert sink is not Sink.CLAIM or set(found.notices) <= {PART2_NOTICE}  # it stands on the claim
        if facets["own"]:
            assert found.outcome is H


@pytest.mark.parametrize(("label", "sink", "shows"), EVERY)
def test_more_is_never_shown_than_less(label: Label, sink: Sink, shows: Shows) -> None:
    """Whoever may see the note may see what the visit was for, and who the patient is."""
    for role, values in product(Role, product((False, True), repeat=len(FACETS))):
        who = standing(role, **dict(zip(FACETS, values, strict=True)))
        if shows > Shows.NOTHING:
            less = Shows(shows - 1)
            assert decide(label, sink, less, who).outcome <= decide(label, sink, shows, who).outcome


@pytest.mark.parametrize("label", sorted(Label))
def test_that_a_visit_is_there_is_hidden_from_nobody_but_the_employee_whose_it_is(label: Label) -> None:
    for role in PEOPLE:
        assert decide(label, Sink.SCREEN, Shows.PRESENCE, standing(role)).outcome is A
        assert decide(label, Sink.SCREEN, Shows.PRESENCE, standing(role, own=True)).outcome is H


@pytest.mark.parametrize("label", sorted(OF_PATIENT))
def test_a_known_persons_record_opens_with_a_reason_for_everybody(label: Label) -> None:
    for role, shows in product(PEOPLE, (Shows.PERSON, Shows.CONTENT, Shows.NOTE)):
        for sink in (Sink.SCREEN, Sink.PRINT, Sink.SEARCH, Sink.EXPORT):
            assert decide(label, sink, shows, standing(role)).outcome is C
            assert decide(label, sink, shows, standing(role, opened=True)).outcome is A
        assert decide(label, Sink.SCREEN, shows, standing(role, broken=True)).outcome is A
        assert decide(label, Sink.EXPORT, shows, standing(role, broken=True)).outcome is C
        assert {decide(label, sink, shows, standing(role)).outcome for sink in (Sink.CLAIM, Sink.MESSAGE)} == {A}


def test_part_2_is_for_those_who_treat_until_there_is_a_consent() -> None:
    assert who_sees(Label.PART2) == {Role.PROVIDER, Role.NURSE}
    assert who_sees(Label.PART2, consent=True) == set(PEOPLE)
    assert who_sees(Label.PART2, broken=True) == set(PEOPLE)
    biller = standing(Role.BILLER)
    outcomes = {sink: decide(Label.PART2, sink, Shows.CONTENT, biller).outcome for sink in Sink}
    assert outcomes == {
        Sink.SCREEN: H,
        Sink.PRINT: H,
        Sink.EXPORT: H,
        Sink.SEARCH: H,
        Sink.MESSAGE: R,
        Sink.CLAIM: R,
    }
    for sink in Sink:
        agreed = decide(Label.PART2, sink, Shows.CONTENT, replace(biller, consent=True))
        assert (agreed.outcome, agreed.notices) == (A, (PART2_NOTICE,))
    assert decide(Label.PART2, Sink.MESSAGE, Shows.CONTENT, replace(biller, to_patient=True)).outcome is A
    assert len(PART2_NOTICE) <= 80  # a note of a claim holds no more


def test_a_minors_visit_is_for_those_who_treat_code_and_bill_and_goes_nowhere() -> None:
    working = {*CLINICAL, Role.CODER, Role.BILLER, Role.BOOKKEEPER, Role.SPECIALIST}
    assert who_sees(Label.MINOR) == working
    assert who_sees(Label.MINOR, consent=True) == set(PEOPLE)
    for role in PEOPLE:
        for sink in (Sink.CLAIM, Sink.MESSAGE):
            assert decide(Label.MINOR, sink, Shows.CONTENT, standing(role, to_patient=True)).outcome is R
            assert decide(Label.MINOR, sink, Shows.CONTENT, standing(role, consent=True)).outcome is A
        assert decide(Label.MINOR, Sink.EXPORT, Shows.CONTENT, standing(role)).outcome is H


def test_a_psychotherapy_note_is_its_authors() -> None:
    assert who_sees(Label.PSYCHOTHERAPY, Shows.NOTE) == set()
    assert who_sees(Label.PSYCHOTHERAPY, Shows.NOTE, broken=True) == set()
    assert who_sees(Label.PSYCHOTHERAPY, Shows.NOTE, author=True) == set(PEOPLE)
    assert who_sees(Label.PSYCHOTHERAPY, Shows.NOTE, consent=True) == {*CLINICAL, Role.SPECIALIST}
    assert who_sees(Label.PSYCHOTHERAPY, Shows.CONTENT) == set(PEOPLE)  # the session is coded and billed as others are
    for role, values in product(PEOPLE, product((False, True), repeat=len(FACETS))):
        who = standing(role, **dict(zip(FACETS, values, strict=True)))
        for sink in (Sink.EXPORT, Sink.SEARCH, Sink.MESSAGE, Sink.CLAIM):
            assert decide(Label.PSYCHOTHERAPY, sink, Shows.NOTE, who).outcome is H


def test_nothing_opens_a_claim_for_a_visit_that_was_paid_in_full() -> None:
    for role, values in product(Role, product((False, True), repeat=len(FACETS))):
        who = standing(role, **dict(zip(FACETS, values, strict=True)))
        for shows in (Shows.CONTENT, Shows.NOTE):
            assert decide(Label.RESTRICTED, Sink.CLAIM, shows, who).outcome is (H if who.own else R)
    assert who_sees(Label.RESTRICTED) == set(PEOPLE)


@pytest.mark.parametrize(("label", "sink", "shows"), EVERY)
def test_the_conditions_of_a_list_are_the_decisions(label: Label, sink: Sink, shows: Shows) -> None:
    """``hidden_for`` is true of exactly those whom ``decide`` keeps out of a list."""
    for role, glass in product(Role, (False, True)):
        roles = standing(role).roles
        ways = hidden_for(label, sink, shows, roles, glass=glass)
        for values in product((False, True), repeat=len(FACETS)):
            facets = dict(zip(FACETS, values, strict=True))
            who = Standing(roles, **{**facets, "broken": facets["broken"] and glass})
            outcome = decide(label, sink, shows, who).outcome
            left_out = outcome is H or (outcome is not A and sink not in (Sink.SCREEN, Sink.SEARCH))
            assert any(all(facets[name] is value for name, value in way.items()) for way in ways) == left_out


def test_the_strictest_of_several_holds_and_notices_add_up() -> None:
    refused, closed = Verdict(R, "no"), Verdict(C, "why?")
    assert strictest([]) == Verdict()
    assert strictest([Verdict(), closed, refused]) is refused
    assert strictest([closed, Verdict(H), refused]).outcome is H
    assert strictest([Verdict(notices=("a", "b")), Verdict(notices=("b", "c"))]).notices == ("a", "b", "c")


def test_what_a_reason_or_the_glass_would_open() -> None:
    assistant, nurse = standing(Role.MEDICAL_ASSISTANT), standing(Role.NURSE)
    assert opens(Label.PART2, assistant, emergency=True)
    assert not opens(Label.PART2, assistant, emergency=False)
    assert not opens(Label.PART2, nurse, emergency=True)  # it is open to them
    assert opens(Label.VIP, nurse, emergency=False)
    assert not opens(Label.VIP, replace(nurse, opened=True), emergency=False)
    assert not any(opens(Label.PSYCHOTHERAPY, standing(role), emergency=True) for role in PEOPLE)
    assert not any(opens(label, standing(role, own=True), emergency=True) for label in Label for role in PEOPLE)
