"""Lots are taken in, given, counted and recalled; doses are corrected and never deleted; the registry is told once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from pytest_django.plugin import DjangoDbBlocker

from medoffice.clinic.charting.api import chart_of, strike_entry
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Version
from medoffice.clinic.immunizations.actions.send_reports import STUCK
from medoffice.clinic.immunizations.api import (
    correct_dose,
    count_lot,
    dose,
    doses_of_lots,
    doses_of_visit,
    give_dose,
    keep_registry,
    lot,
    lots_for,
    moves_of,
    recall_lot,
    receive_lot,
    reports_of,
    strike_dose,
    take_out,
)
from medoffice.clinic.immunizations.jobs import send
from medoffice.clinic.immunizations.models import LotMove, VaccineDose, VaccineLot, VaccineReport, WrongDose
from medoffice.clinic.immunizations.offers import doors
from medoffice.clinic.immunizations.tests.makers import FLU, TDAP, make_dose, make_lot, said
from medoffice.clinic.immunizations.types import BodySite, Funding, Moved, Told, ToRegistry
from medoffice.clinic.orders.api import order, place_order
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel import clock
from medoffice.kernel.checks import run_checks
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, make_site, work
from medoffice.records.disclosures.api import accounting
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import make_user, person, written_down
from medoffice.security.types import PROGRAM, Actor, Label
from medoffice.standards.hl7.api import read_message
from tests.faults.parallel import at_once

NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
IIS = ToRegistry("State registry", "IIS", "IL", "RB17")


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def assistant(office: Office) -> Actor:  # noqa: ARG001 - after the office
    return make_user("farrow", "Tess Farrow", "medical_assistant")


def on_list(visit: UUID) -> list[Version]:
    """What the patient's list of immunizations says."""
    return list(chart_of(PROGRAM, encounter(visit).patient_id).lists[ListKind.IMMUNIZATION])


def sums_hold() -> bool:
    """Whether what is on hand of each lot is the sum of what moved."""
    return all(one.ok for one in run_checks(of_world=True) if one.key == "vaccines")


@pytest.mark.django_db
def test_tl7_a_dose_is_one_less_on_hand_on_the_list_with_lot_and_cause_and_answers_the_order(
    office: Office, assistant: Actor
) -> None:
    visit, flu = make_visit(office), make_lot(office)
    asked = place_order(actor=office.provider, encounter_id=visit, key="vaccine_flu", words="Influenza vaccine")
    made = give_dose(actor=assistant, encounter_id=visit, given=said(flu), order_id=asked)
    assert lot(flu).on_hand == 9
    assert [(one.what, one.by_how_many) for one in moves_of(flu)] == [(Moved.GIVEN, -1), (Moved.RECEIVED, 10)]
    (entry,) = on_list(visit)
    assert (entry.told.code, entry.told.began, entry.cause) == ("140", "2026-11-24", Cause(CauseKind.ENCOUNTER, visit))
    assert entry.told.details == {"lot": "FL26A", "record": "given here", "site": "left deltoid"}
    done = order(asked)
    assert done.state is OrderState.DONE
    assert done.result == "lot FL26A, 0.5 mL, intramuscular, left deltoid, VIS 01/31/2025"
    assert dose(assistant, made).entered_by == "Tess Farrow"
    assert [who for who, _ in written_down("vaccines.give")] == ["Tess Farrow"]
    assert work("order") == []
    with pytest.raises(Refusal) as twice:
        give_dose(actor=assistant, encounter_id=visit, given=said(flu), order_id=asked)
    assert twice.value.code == "order-of-another"
    assert lot(flu).on_hand == 9
    assert sums_hold()


@pytest.mark.django_db
def test_nothing_is_given_of_what_is_expired_empty_recalled_or_elsewhere(office: Office, assistant: Actor) -> None:
    visit = make_visit(office)
    elsewhere = receive_lot(actor=PROGRAM, site_id=make_site("Mill Road"), vial=replace(FLU, lot="M1"), count=1)
    last, ends = (
        make_lot(office, replace(FLU, lot="LAST"), 1),
        make_lot(office, replace(FLU, lot="E", expires=NOW.date())),
    )
    bad = make_lot(office, replace(FLU, lot="BAD"))
    make_dose(visit, ends)  # its last day is today
    make_dose(visit, last)
    VaccineLot.objects.filter(id=ends).update(expires=date(2026, 11, 23))
    recall_lot(actor=assistant, lot_id=bad, why="particles were seen")
    for which, code in (
        (elsewhere, "lot-elsewhere"),
        (last, "lot-empty"),
        (ends, "lot-expired"),
        (bad, "lot-recalled"),
    ):
        with pytest.raises(Refusal) as told:
            give_dose(actor=assistant, encounter_id=visit, given=said(which))
        assert told.value.code == code
    assert lots_for(encounter(visit)) == []
    with pytest.raises(Invalid) as odd:
        give_dose(actor=assistant, encounter_id=visit, given=replace(said(make_lot(office)), site=None, vis=None))
    assert set(odd.value.detail["fields"]) == {"site", "vis"}
    for who in ("lind", "nox", "abara"):
        with pytest.raises(NotFound):
            give_dose(actor=person(who), encounter_id=visit, given=said(bad))
    assert len(doses_of_visit(visit)) == len(on_list(visit)) == 2
    assert sums_hold()


@pytest.mark.django_db
def test_a_wrong_entry_is_corrected_and_stays_to_be_read(office: Office, assistant: Actor) -> None:
    visit, flu, tdap = make_visit(office), make_lot(office), make_lot(office, TDAP)
    wrong = make_dose(visit, flu)
    recall_lot(
        actor=PROGRAM, lot_id=tdap, why="too warm on the way"
    )  # it was given all the same, and that must be said
    really = replace(said(tdap), site=BodySite.RIGHT_DELTOID)
    with pytest.raises(Invalid):
        correct_dose(actor=assistant, dose_id=wrong, given=really, why=" ")
    right = correct_dose(actor=assistant, dose_id=wrong, given=really, why="the other vial")
    assert (lot(flu).on_hand, lot(tdap).on_hand) == (10, 9)
    before, now = doses_of_visit(visit)
    assert (before.id, before.stands, before.struck_why, before.struck_by) == (
        wrong,
        False,
        "the other vial",
        "Tess Farrow",
    )
    assert (now.id, now.instead_of, now.number) == (right, wrong, before.number)
    (entry,) = on_list(visit)
    assert (entry.version, entry.told.code, entry.told.details["lot"], entry.why) == (
        2,
        "115",
        "TD99",
        "the other vial",
    )
    with pytest.raises(Refusal) as twice:
        correct_dose(actor=assistant, dose_id=wrong, given=really, why="again")
    assert twice.value.code == "dose-corrected"
    strike_dose(actor=assistant, dose_id=right, why="the patient went before it")
    assert (lot(flu).on_hand, lot(tdap).on_hand) == (10, 10)
    assert on_list(visit)[0].struck
    assert [one.stands for one in doses_of_visit(visit)] == [False, False]
    with pytest.raises(DatabaseError), transaction.atomic():
        VaccineDose.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        WrongDose.objects.update(why="x")
    assert sums_hold()


@pytest.mark.django_db
def test_a_correction_needs_a_dose_that_was_there_and_enters_anew_what_was_struck_on_the_list(
    office: Office, assistant: Actor
) -> None:
    visit, flu, other = make_visit(office), make_lot(office), make_lot(office, TDAP, 1)
    wrong = make_dose(visit, flu)
    take_out(actor=PROGRAM, lot_id=other, count=1, why="broken")
    with pytest.raises(Refusal) as empty:
        correct_dose(actor=assistant, dose_id=wrong, given=said(other), why="the other vial")
    assert empty.value.code == "lot-empty"
    (entry,) = on_list(visit)
    strike_entry(actor=assistant, entry_id=entry.entry_id, seen_version=1, cause=entry.cause, why="by hand")
    right = correct_dose(
        actor=assistant, dose_id=wrong, given=replace(said(flu), site=BodySite.LEFT_THIGH), why="thigh"
    )
    assert [one.struck for one in on_list(visit)] == [False, True]
    assert dose(PROGRAM, right).entry_id != entry.entry_id
    assert lot(flu).on_hand == 9


@pytest.mark.django_db
def test_a_box_is_taken_in_counted_and_taken_out(office: Office) -> None:
    flu = make_lot(office)
    assert make_lot(office, replace(FLU, lot="fl26a")) == flu
    assert make_lot(office, replace(FLU, funding=Funding.VFC)) != flu
    assert lot(flu).on_hand == 20
    with pytest.raises(Refusal):
        make_lot(office, replace(FLU, expires=date(2028, 1, 1)))
    for odd in (replace(FLU, cvx="9999"), replace(FLU, expires=date(2026, 11, 1))):
        with pytest.raises(Invalid):
            make_lot(office, odd)
    ruiz = person("ruiz")
    take_out(actor=ruiz, lot_id=flu, count=2, why="the fridge was open")
    with pytest.raises(Refusal):
        take_out(actor=ruiz, lot_id=flu, count=19, why="more than there are")
    with pytest.raises(Conflict):
        count_lot(actor=ruiz, lot_id=flu, there=17, seen=20, why="x")
    count_lot(actor=ruiz, lot_id=flu, there=17, seen=18, why="one fell and nobody wrote it down")
    assert (lot(flu).on_hand, [one.by_how_many for one in moves_of(flu)]) == (17, [-1, -2, 10, 10])
    with pytest.raises(NotFound):
        take_out(actor=person("lind"), lot_id=flu, count=1, why="x")
    with pytest.raises(DatabaseError), transaction.atomic():
        LotMove.objects.all().delete()
    assert sums_hold()
    VaccineLot.objects.filter(id=flu).update(on_hand=3)
    assert not sums_hold()


@pytest.mark.django_db
def test_who_got_of_a_recalled_lot_at_every_site_and_what_labels_keep_is_counted(
    office: Office, assistant: Actor
) -> None:
    flu, free = make_lot(office), make_lot(office, replace(FLU, funding=Funding.VFC))
    mill = receive_lot(actor=PROGRAM, site_id=make_site("Mill Road"), vial=FLU, count=5)
    plain, kept = make_visit(office), make_visit(office, make_patient("Ortiz", "Ana"))
    for visit in (plain, kept):
        make_dose(visit, flu)
    strike_dose(actor=PROGRAM, dose_id=make_dose(plain, flu), why="pressed twice")
    label_visit(actor=PROGRAM, subject=encounter(kept).patient_id, things=[kept], label=Label.PART2, why="asked for")
    assert recall_lot(actor=assistant, lot_id=flu, why="too little in it") == 3
    assert recall_lot(actor=assistant, lot_id=flu, why="again") == 0
    assert lot(mill).recall_why == "too little in it"
    got, hidden = doses_of_lots(person("petrov"), [flu, free, mill])
    assert ([one.encounter_id for one in got], hidden) == ([plain], 1)
    with pytest.raises(Refusal) as back:
        make_lot(office)
    assert back.value.code == "lot-recalled"


@pytest.mark.django_db
def test_rp7_the_registry_is_told_once_of_a_dose_its_correction_and_that_there_was_none(office: Office) -> None:
    visit, flu = make_visit(office), make_lot(office)
    untold = make_dose(visit, flu)
    keep_registry(actor=person("petrov"), to=IIS)
    first = make_dose(visit, flu)
    send()
    second = correct_dose(actor=PROGRAM, dose_id=first, given=replace(said(flu), site=BodySite.LEFT_THIGH), why="thigh")
    third = correct_dose(actor=PROGRAM, dose_id=second, given=said(flu), why="no, the arm")
    send()
    strike_dose(actor=PROGRAM, dose_id=third, why="none")
    send()
    send()
    rows = list(VaccineReport.objects.order_by("id"))
    assert [(row.dose_id, row.what, row.state) for row in rows] == [
        (first, "A", Told.SENT), (second, "U", Told.HELD), (third, "U", Told.SENT), (third, "D", Told.SENT),
    ]  # fmt: skip
    numbers = {read_message(bytes(row.message)).value("ORC-3") for row in rows if row.message}
    assert numbers == {dose(PROGRAM, first).number}
    assert reports_of([untold]) == {}
    told = [one for one in accounting(PROGRAM, encounter(visit).patient_id) if one.to_name == "State registry"]
    assert len(told) == 3
    never = make_dose(visit, flu)
    strike_dose(actor=PROGRAM, dose_id=never, why="none")
    assert [(row.what, row.state) for row in VaccineReport.objects.filter(dose_id=never)] == [("A", Told.HELD)]


@pytest.mark.django_db
def test_what_a_label_keeps_is_not_told_and_a_shut_door_is_tried_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_registry(actor=PROGRAM, to=IIS)
    flu, kept, visit = make_lot(office), make_visit(office), make_visit(office, make_patient("Ortiz", "Ana"))
    label_visit(actor=PROGRAM, subject=encounter(kept).patient_id, things=[kept], label=Label.PART2, why="asked for")
    hidden, plain = make_dose(kept, flu), make_dose(visit, flu)
    seen: list[bytes] = []

    def shut(name: str, data: bytes) -> None:  # noqa: ARG001 - called as what it stands for
        seen.append(data)
        raise Refusal("door-shut", "The folder is full.", "")

    monkeypatch.setattr(doors["simulator"], "put", shut)
    for hours in range(0, 40, 4):
        with clock.frozen(NOW + timedelta(hours=hours)):
            send()
    assert len(seen) >= 8
    assert len(set(seen)) == 1
    assert work(STUCK) == ["The immunization registry is not told: The folder is full."]
    assert VaccineReport.objects.get(dose_id=hidden).state == Told.HELD
    assert accounting(PROGRAM, encounter(visit).patient_id) == []
    monkeypatch.undo()
    with clock.frozen(NOW + timedelta(days=3)):
        send()
    assert VaccineReport.objects.get(dose_id=plain).state == Told.SENT
    assert work(STUCK) == []


def test_the_last_dose_is_given_once_though_twenty_hands_give_it(
    fresh_world: str, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock(), clock.frozen(NOW):
        office = make_office()
        flu = make_lot(office, count=3)
        visits = [make_visit(office, make_patient("Vale", f"Person{number}")) for number in range(20)]
        nurse = person("ruiz")

        def hand(number: int) -> UUID:
            return give_dose(actor=nurse, encounter_id=visits[number], given=said(flu))

        came = at_once(fresh_world, 20, hand)
        assert sum(isinstance(one, UUID) for one in came) == 3
        assert {one.code for one in came if isinstance(one, Refusal)} == {"lot-empty"}
        assert (lot(flu).on_hand, VaccineDose.objects.count()) == (0, 3)
        assert sum(len(on_list(visit)) for visit in visits) == 3
        wrong = VaccineDose.objects.first()
        assert wrong is not None
        back = at_once(fresh_world, 8, lambda _: strike_dose(actor=nurse, dose_id=wrong.id, why="pressed twice"))
        assert back.count(None) == 1
        assert lot(flu).on_hand == 1
        assert sums_hold()
