"""Allergies stand beside the name for those who treat, severe ones first; for nobody else."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from medoffice.clinic.charting.api import (
    attest_list,
    chart_of,
    charts_of,
    decide_incoming,
    incoming_of,
    take_in_entries,
)
from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import Cause, CauseKind, Decision, Incoming, ListKind, Told
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


def test_not_asked_none_known_and_asked_are_told_apart(office: Office) -> None:  # noqa: ARG001 - the office must stand
    who, okafor = make_patient(), sign_in("okafor")
    assert "Allergies not asked" in okafor.get(f"/charting/chart/{who}/").content.decode()
    attest_list(actor=PROGRAM, patient_id=who, kind=ListKind.ALLERGY, none=True, encounter_id=None)
    page = okafor.get(f"/patient/{who}/").content.decode()
    assert "Allergies not asked" not in page
    assert '<span class="chip ok">No known allergies</span>' in page
    assert "No known allergies" not in signed_in("lind").get(f"/patient/{who}/").content.decode()


def test_severe_ones_stand_first_and_more_than_five_are_counted(office: Office) -> None:  # noqa: ARG001 - the office must stand
    who, okafor = make_patient(), sign_in("okafor")
    for words in ("Apples", "Bees", "Cats", "Dust", "Eggs"):
        enter(who, ListKind.ALLERGY, words)
    enter(who, ListKind.ALLERGY, "Penicillin", details={"reaction": "anaphylaxis", "severity": "severe"})
    page = okafor.get(f"/patient/{who}/").content.decode()
    assert '<span class="chip bad">Allergy: Penicillin, severe, anaphylaxis</span>' in page
    assert page.index("Allergy: Penicillin") < page.index("Allergy: Apples")
    assert "and 1 more allergies" not in page
    assert "and 1 more allergy" in page
    assert "Allergy: Eggs" not in page


def test_where_a_label_hides_the_only_one_neither_none_nor_unasked_is_said(office: Office) -> None:
    who = make_patient()
    visit = make_visit(office, who)
    attest_list(actor=PROGRAM, patient_id=who, kind=ListKind.ALLERGY, none=True, encounter_id=None)
    enter(who, ListKind.ALLERGY, "Naltrexone", Cause(CauseKind.ENCOUNTER, visit))
    okafor = sign_in("okafor")
    assert "Allergy: Naltrexone" in okafor.get(f"/patient/{who}/").content.decode()
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="asked for")
    page = signed_in("vega").get(f"/patient/{who}/").content.decode()
    for told in ("Naltrexone", "No known allergies", "Allergies not asked"):
        assert told not in page


def test_what_came_in_and_waits_is_told_and_none_is_said_nowhere(office: Office) -> None:  # noqa: ARG001 - the office must stand
    """Nobody knows that there are none while an allergy of another office waits: not beside the name, nor on paper."""
    who, okafor = make_patient(), sign_in("okafor")
    attest_list(actor=PROGRAM, patient_id=who, kind=ListKind.ALLERGY, none=True, encounter_id=None)
    came = [Incoming(ListKind.ALLERGY, Told("Sulfamethoxazole"), "a"), Incoming(ListKind.MEDICATION, Told("Rest"), "b")]
    cause = Cause(CauseKind.IMPORT, None, "CCD of Harbor Clinic")
    assert take_in_entries(actor=PROGRAM, patient_id=who, entries=came, cause=cause) == 2
    for address in (f"/patient/{who}/", f"/charting/chart/{who}/"):
        page = okafor.get(address).content.decode()
        assert '<span class="chip warn">1 allergy came in, not reviewed</span>' in page
        assert "No known allergies</span>" not in page
    assert chart_of(PROGRAM, who).none_known == {}
    assert ListKind.ALLERGY not in charts_of(PROGRAM, [who], "lists.read")[who].none_known
    (waits,) = [one for one in incoming_of(PROGRAM, who) if one.kind is ListKind.ALLERGY]
    decide_incoming(actor=PROGRAM, incoming_id=waits.id, decision=Decision.IGNORED)
    assert '<span class="chip ok">No known allergies</span>' in okafor.get(f"/patient/{who}/").content.decode()
