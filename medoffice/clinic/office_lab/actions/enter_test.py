"""Test for an order of a visit, and correct what was entered."""

from datetime import date
from uuid import UUID

from medoffice.clinic.office_lab.actions.keeping import refuse_found
from medoffice.clinic.office_lab.models import OfficeTest, Tested
from medoffice.clinic.office_lab.queries.bench import kit, standings, to_test
from medoffice.clinic.office_lab.queries.found import orders_to_test
from medoffice.clinic.office_lab.rules.judging import check_found, flag_of, range_words
from medoffice.clinic.office_lab.types import Kit, SaidOfTest
from medoffice.clinic.office_lab.types import OfficeTest as Test
from medoffice.clinic.orders.api import amend_result, perform_order
from medoffice.clinic.results.api import enter_own
from medoffice.clinic.results.types import Found, Own
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import next_number, today_here
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("office_lab.test")
def enter_test(*, actor: Actor, encounter_id: UUID, order_id: UUID, kit_id: UUID, value: str) -> UUID:
    """What was found with a kit for an open order of a visit: the order is done, the result waits for its sign-off.

    While the row of the test is locked, its controls are looked at: nothing is written with a lot that is locked.
    Raises NotFound, Invalid by field, Refusal for an order, a site or a lot that does not fit, or one that is locked.
    """
    visit = encounter(encounter_id)
    require(actor, "office_lab.test", visit.patient_id, encounter_id)
    waits = {one.id: test for one, test in orders_to_test(encounter_id)}
    test = waits.get(order_id)
    if test is None:
        raise Refusal("order-of-another", "This order waits for no test.", "Choose an open one of this visit.")
    OfficeTest.objects.select_for_update().get(id=test.id)
    one = _usable(test, kit_id, visit.site_id, today_here())
    refuse_found("found-odd", check_found(test, value.strip()))
    perform_order(actor=actor, order_id=order_id, result=_told(test.said, value.strip(), one))
    row = new_row(
        Tested,
        number=next_number("PT"),
        order_id=order_id,
        encounter_id=encounter_id,
        patient_id=visit.patient_id,
        kit_id=kit_id,
        value=value.strip()[:40],
        at=clock.now(),
        by=actor.name,
        by_id=actor.id,
    )
    row.save(force_insert=True)
    _enter(actor, row, test.said, one)
    record("office_tested", row.id, subjects=[visit.patient_id], test=test.said.key)
    return row.id


@action("office_lab.test")
def correct_test(*, actor: Actor, tested_id: UUID, value: str, why: str) -> UUID:
    """What was really found; the wrong entry stays to be read, and the result's sign-off is open again.

    A lot that is locked meanwhile locks no correction: that is when it must be written down. Raises NotFound, Invalid
    by field, Refusal if it was corrected before.
    """
    before = Tested.objects.filter(id=tested_id).select_related("kit__test").first()
    if before is None:
        raise NotFound
    require(actor, "office_lab.test", before.patient_id, before.encounter_id)
    OfficeTest.objects.select_for_update().get(id=before.kit.test_id)
    if not why.strip():
        raise Invalid("why-missing", "Say what is wrong with it.", "", {"fields": {"why": ["This is needed."]}})
    later = Tested.objects.filter(instead_of_id=tested_id).first()
    if later is not None:
        raise Refusal("corrected", f"{later.by} corrected this entry: {later.why}.", "Open what stands instead of it.")
    test = to_test(before.kit.test)
    refuse_found("found-odd", check_found(test, value.strip()))
    row = new_row(
        Tested,
        number=before.number,
        order_id=before.order_id,
        encounter_id=before.encounter_id,
        patient_id=before.patient_id,
        kit_id=before.kit_id,
        value=value.strip()[:40],
        instead_of_id=before.id,
        why=why.strip()[:200],
        at=clock.now(),
        by=actor.name,
        by_id=actor.id,
    )
    row.save(force_insert=True)
    one = kit(before.kit_id)
    amend_result(actor=actor, order_id=row.order_id, result=_told(test.said, row.value, one))
    _enter(actor, row, test.said, one)
    record("office_tested", row.id, subjects=[row.patient_id], corrected=str(before.id))
    return row.id


def _usable(test: Test, kit_id: UUID, site_id: UUID, on: date) -> Kit:
    """The kit, if nothing keeps the test from being used with it."""
    found = next(((one, why) for _, one, why in standings(on, [test.id], site_id) if one.id == kit_id), None)
    if found is None:
        raise Refusal("kit-elsewhere", "This lot is no lot of this test at this site.", "Choose another lot.")
    one, why = found
    if why:
        raise Refusal(why[0].code, why[0].words, "Run the controls until they pass, or take another lot.")
    return one


def _told(said: SaidOfTest, value: str, one: Kit) -> str:
    """What the order says came of it."""
    return f"{said.name}: {value} {said.unit}".rstrip() + f", lot {one.lot}, expires {one.expires:%m/%d/%Y}"


def _enter(actor: Actor, row: Tested, said: SaidOfTest, one: Kit) -> None:
    code, system = said.loinc or said.key, "LN" if said.loinc else "L"
    found = Found(code, system, said.name, row.value, said.unit, range_words(said), flag_of(said, row.value))
    own = Own(
        number=row.number,
        code=code,
        system=system,
        words=said.name,
        found=(found,),
        notes=f"Lot {one.lot}, expires {one.expires:%m/%d/%Y}. {row.why}".strip(),
        corrected=row.instead_of_id is not None,
    )
    enter_own(actor=actor, order_id=row.order_id, own=own)
