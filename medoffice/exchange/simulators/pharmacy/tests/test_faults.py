"""What goes wrong between the office and a pharmacy by wire: each ends with somebody who knows."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.prescriptions.api import (
    answer_renewal,
    call_back_prescription,
    deny_renewal,
    dispatch,
    open_renewals,
    prescription,
    renewals_of,
    set_aside,
    tell_dispatch,
)
from medoffice.clinic.prescriptions.tests.makers import make_signed
from medoffice.clinic.prescriptions.types.exchange import Event, Stand
from medoffice.clinic.prescriptions.types.renewals import Renewal, Way
from medoffice.exchange.simulators.pharmacy import models, registry
from medoffice.exchange.simulators.pharmacy.api import set_mood, taken
from medoffice.exchange.simulators.pharmacy.rules.paper import written
from medoffice.exchange.simulators.pharmacy.tests.makers import (
    NOW,
    kinds,
    passes,
    put,
    stands,
    wired,
)
from medoffice.exchange.simulators.pharmacy.types import Habit, News, PharmacyMood
from medoffice.kernel import clock
from medoffice.kernel.checks import run_checks
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import make_user
from medoffice.security.types import PROGRAM, Actor, Label, Role

pytestmark = pytest.mark.django_db
ASKED = 27 * 24 + 1  # hours, when a pharmacy of that habit asks again


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def moss(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    return make_user("moss", "Ada Moss", Role.MEDICAL_ASSISTANT)


def denied(office: Office) -> Renewal:
    """A renewal that was asked by wire and denied."""
    wired(office, Habit.RENEWAL)
    passes(0, 1, 5, ASKED)
    (asked,) = open_renewals(PROGRAM)
    with clock.frozen(NOW + timedelta(hours=ASKED)):
        deny_renewal(actor=office.provider, renewal_id=asked.id, seen_version=asked.version, why="Come in first")
    return asked


def answered(asked: Renewal) -> str:
    (told,) = renewals_of(PROGRAM, asked.patient_id)
    return told.answered


def is_told_by_a_person(asked: Renewal) -> bool:
    (told,) = renewals_of(PROGRAM, asked.patient_id)
    answer_renewal(actor=PROGRAM, renewal_id=asked.id, seen_version=told.version, way=Way.PHONE, told="Ann")
    return answered(asked) == "telephone, Ann"


def number_of_denial() -> str:
    return models.PharmacyTaken.objects.filter(kind="RxRenewalResponse").latest("number").number


def test_rx3_a_denial_that_is_refused_is_no_answer_and_a_person_tells_them(office: Office, moss: Actor) -> None:
    asked = denied(office)
    set_mood(PharmacyMood(habits=((Habit.SILENT.value, 100),)))
    passes(ASKED + 0.1)
    assert (answered(asked), kinds(moss, "renewal")) == ("wire, Denied", [])
    put(kind="Error", number=number_of_denial(), said_="900")
    passes(ASKED + 0.2)
    assert (answered(asked), kinds(moss, "renewal"), set_aside(PROGRAM)) == ("", ["renewal-to-answer"], [])
    put(key="X-2", kind="Error", number=number_of_denial(), said_="900")
    passes(ASKED + 0.3)
    assert is_told_by_a_person(asked)
    assert kinds(moss, "renewal") == []


def test_rx3_a_denial_that_did_not_come_through_goes_anew_and_silence_is_no_answer(office: Office, moss: Actor) -> None:
    asked = denied(office)
    set_mood(PharmacyMood(habits=((Habit.SILENT.value, 100),)))
    passes(ASKED + 0.1)
    put(kind="Error", number=number_of_denial(), said_="600")
    passes(ASKED + 0.2, ASKED + 0.5)
    assert models.PharmacyTaken.objects.filter(kind="RxRenewalResponse").count() == 2
    assert answered(asked) == "wire, Denied"
    passes(ASKED + 25)
    assert (answered(asked), kinds(moss, "renewal")) == ("", ["renewal-to-answer"])
    assert is_told_by_a_person(asked)


@pytest.mark.parametrize(("kind", "said_"), [("Verify", ""), ("Status", "010")])
def test_rx3_a_late_word_of_a_denial_ends_the_work_that_its_silence_made(
    office: Office, moss: Actor, kind: str, said_: str
) -> None:
    asked = denied(office)
    set_mood(PharmacyMood(habits=((Habit.SILENT.value, 100),)))
    passes(ASKED + 0.1, ASKED + 25)
    assert (answered(asked), kinds(moss, "renewal")) == ("", ["renewal-to-answer"])
    put(kind=kind, number=number_of_denial(), said_=said_)
    passes(ASKED + 25.1)
    assert (answered(asked), kinds(moss, "renewal"), set_aside(PROGRAM)) == ("wire, Denied", [], [])


def test_rx3_a_denial_that_a_label_keeps_is_no_answer(office: Office) -> None:
    visit = make_visit(office, make_patient())
    wired(office, Habit.RENEWAL, visit)
    passes(0, 1, 5, ASKED)
    (asked,) = open_renewals(PROGRAM)
    with clock.frozen(NOW + timedelta(hours=ASKED)):
        deny_renewal(actor=office.provider, renewal_id=asked.id, seen_version=asked.version, why="Come in first")
        label_visit(actor=PROGRAM, subject=asked.patient_id, things=[visit], label=Label.PART2, why="asked for")
    passes(ASKED + 0.1)
    assert not models.PharmacyTaken.objects.filter(kind="RxRenewalResponse").exists()
    assert answered(asked) == ""
    assert len(work("renewal-to-answer")) == 1


def test_what_answers_a_denial_and_is_no_answer_is_set_aside_with_whose_it_is(office: Office) -> None:
    asked = denied(office)
    passes(ASKED + 0.1)
    put(kind="RxFill", number=number_of_denial())
    passes(ASKED + 0.2)
    assert [(one.why, one.patient_id) for one in set_aside(PROGRAM)] == [
        ("RxFill of what was denied", asked.patient_id)
    ]


def test_what_is_set_aside_names_the_patient_whenever_it_names_a_prescription(office: Office) -> None:
    sent = dispatch(PROGRAM, wired(office))
    passes(0)
    put(order=sent.number, said_="Partially")
    passes(0.03)
    put(order=sent.number, kind="Verify", said_="")
    asks = News("X-3", 0, "RxRenewalRequest", sent.number, "", "", medicine=sent.medicine)
    put(data=written(asks, "9999999", NOW))
    who = make_patient("Bell")
    away = prescription(PROGRAM, make_signed(office, who)).number
    put(key="X-4", order=away)
    passes(0.06)
    why = {one.why: one.patient_id for one in set_aside(PROGRAM)}
    assert len(why) == 3
    assert why["Its number X-1 came before with another message."] == sent.patient_id
    assert [whose for words, whose in why.items() if "a pharmacy of the directory" in words] == [sent.patient_id]
    assert [whose for words, whose in why.items() if "that this office sent by wire" in words] == [who], away


def test_while_nothing_can_be_fetched_a_person_knows_though_nothing_waits_to_go(moss: Actor) -> None:
    set_mood(PharmacyMood(dead=True))
    passes(0, 0.1)
    assert kinds(moss) == ["pharmacy-wire-down"]
    set_mood(PharmacyMood())
    passes(0.2)
    assert kinds(moss) == []


def test_a_telephone_answer_ends_the_wait_for_the_wire(office: Office, moss: Actor) -> None:
    sent = wired(office, Habit.SILENT)
    passes(0, 1)
    version = dispatch(PROGRAM, sent).version
    tell_dispatch(actor=moss, dispatch_id=sent, event=Event.VERIFIED, words="Ann has it", seen_version=version)
    passes(24.5, 30)
    assert (stands(sent), kinds(moss)) == (Stand.VERIFIED, [])


def test_what_was_handed_over_though_nobody_knows_is_cancelled_by_wire(
    office: Office, moss: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = wired(office)
    send = registry.SimulatorLine.send

    def crash(self: registry.SimulatorLine, name: str, data: bytes) -> None:
        send(self, name, data)
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(registry.SimulatorLine, "send", crash)
        passes(0)
    assert stands(sent) is Stand.QUEUED
    call_back_prescription(actor=moss, dispatch_id=sent, seen_version=1)
    assert stands(sent) is Stand.CANCEL_ASKED
    passes(0.1, 1, 5)
    assert stands(sent) is Stand.CANCELLED
    assert [one.kind for one in models.PharmacyTaken.objects.order_by("number")].count("NewRx") <= 1


def test_a_line_that_took_it_and_failed_is_told_that_it_is_cancelled(office: Office, moss: Actor) -> None:
    sent = wired(office)
    set_mood(PharmacyMood(deaf=True))
    passes(0)
    assert stands(sent) is Stand.QUEUED
    set_mood(PharmacyMood())
    call_back_prescription(actor=moss, dispatch_id=sent, seen_version=1)
    assert stands(sent) is Stand.CANCEL_ASKED
    passes(0.1, 1, 5)
    assert stands(sent) is Stand.CANCELLED
    assert [one.kind for one in models.PharmacyTaken.objects.order_by("number")] == ["CancelRx"]


@pytest.mark.parametrize(("tried", "stand"), [(False, Stand.FAILED), (True, Stand.UNKNOWN)])
def test_what_a_label_keeps_before_it_went_is_a_call_that_asks_if_it_was_tried(
    office: Office,
    tried: bool,
    stand: Stand,
) -> None:
    visit = make_visit(office, make_patient())
    sent = wired(office, visit=visit)
    set_mood(PharmacyMood(dead=True))
    passes(*([0] if tried else []))
    who = dispatch(PROGRAM, sent).patient_id
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="asked for")
    set_mood(PharmacyMood())
    passes(0.2, 1)
    assert (stands(sent), taken()) == (stand, {})
    assert len(work("pharmacy-to-call")) == 1


def test_a_label_makes_a_cancellation_by_wire_a_call(office: Office) -> None:
    visit = make_visit(office, make_patient())
    sent = wired(office, visit=visit)
    passes(0, 0.6)
    call_back_prescription(actor=PROGRAM, dispatch_id=sent, seen_version=dispatch(PROGRAM, sent).version)
    who = dispatch(PROGRAM, sent).patient_id
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="asked for")
    passes(0.7, 0.8)
    assert (stands(sent), len(taken())) == (Stand.CANCEL_ASKED, 1)
    assert len(work("pharmacy-to-cancel")) == 1


def test_a_folder_that_cannot_be_read_fails_the_check(
    office: Office,  # noqa: ARG001 - the world
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "pharmacy").write_text("a file where the folder should be")
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    (told,) = [one for one in run_checks(of_world=True) if one.key == "pharmacy_link"]
    assert not told.ok
    assert "cannot be used" in told.findings[0].words
