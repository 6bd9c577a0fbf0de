"""Ask tests of a laboratory, for a visit."""

from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import CO_SIGN, UNSIGNED, ask, goes_out
from medoffice.clinic.orders.actions.rows import order_row
from medoffice.clinic.orders.models import OrderSet, Requisition
from medoffice.clinic.orders.queries.labs import laboratory, offered_tests
from medoffice.clinic.orders.rules.wire import missing_answers
from medoffice.clinic.orders.types import Asked, Laboratory, LabTest, RequisitionState
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import next_number, office_zone, staff_of_user
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, can, record, require
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import icd10

MOST = 60


@action("orders.place")
def order_tests(*, actor: Actor, encounter_id: UUID, laboratory_id: UUID, asked: Asked) -> UUID:
    """Order tests: a provider's order is signed with it and goes; another's waits for the provider's signature.

    Raises Invalid with words per field: no test, one the laboratory does not offer, no diagnosis code, a question of
    the laboratory without an answer.
    """
    return _order(actor, "orders.place", encounter_id, laboratory_id, asked, "")


@action("orders.standing")
def order_by_protocol(*, actor: Actor, encounter_id: UUID, set_key: str, asked: Asked) -> UUID:
    """Order what a provider's protocol has: it goes at once and is co-signed. Raises Invalid for another set."""
    found = OrderSet.objects.filter(key=set_key, standing=True).first()
    if found is None:
        words = "This is no standing order."
        raise Invalid("not-standing", words, "", {"fields": {"codes": [words]}})
    told = Asked(tuple(found.codes), asked.diagnoses, asked.fasting, asked.note, asked.answers)
    return _order(actor, "orders.standing", encounter_id, found.laboratory_id, told, f"{found.name} ({found.kept_by})")


def _order(actor: Actor, word: str, encounter_id: UUID, laboratory_id: UUID, asked: Asked, standing: str) -> UUID:
    visit = encounter(encounter_id)
    require(actor, word, visit.patient_id, encounter_id)
    lab = laboratory(laboratory_id)
    tests = offered_tests(laboratory_id, asked.codes)
    _refuse_unfit(asked, tests)
    me = staff_of_user(actor.id)
    signs = me is not None and me.is_provider and can(actor, "orders.sign", visit.patient_id, encounter_id)
    now = clock.now()
    row = Requisition(
        id=new_id(),
        number=next_number("L"),
        patient_id=visit.patient_id,
        encounter_id=encounter_id,
        laboratory_id=laboratory_id,
        provider_id=me.id if me is not None and signs else visit.provider_id,
        diagnoses=list(asked.diagnoses),
        fasting=asked.fasting,
        note=asked.note.strip()[:300],
        answers=[list(pair) for pair in asked.answers],
        state=RequisitionState.TO_SIGN,
        made_by=actor.name,
        made_at=now,
        standing=standing[:80],
        signed_by=actor.name if signs else "",
        signed_at=now if signs else None,
    )
    row.save(force_insert=True)
    _tests(actor, row, tests)
    _on_its_way(actor, row, lab, signs=signs)
    record("requisition", row.id, subjects=[visit.patient_id], tests=len(tests), signed=signs, standing=bool(standing))
    return row.id


def _tests(actor: Actor, row: Requisition, tests: list[LabTest]) -> None:
    """An order for each, under a number of its own."""
    for place, test in enumerate(tests, 1):
        made = order_row(
            encounter_id=row.encounter_id, patient_id=row.patient_id, key="laboratory", words=test.words,
            by=actor.name, at=row.made_at,
        )  # fmt: skip
        made.number, made.requisition_id, made.test_code = f"{row.number}-{place}", row.id, test.code
        made.save(force_insert=True)


def _on_its_way(actor: Actor, row: Requisition, lab: Laboratory, *, signs: bool) -> None:
    if signs or row.standing:
        goes_out(actor, row, by_wire=bool(lab.door), hours=lab.hours)
        row.save()
    if not signs and row.standing:
        ask(actor, row, CO_SIGN, f"Standing order to co-sign: {row.number}", owner=True)
    elif not signs:
        ask(actor, row, UNSIGNED, f"Laboratory order to sign: {row.number}", owner=True, priority=1)


def _refuse_unfit(asked: Asked, tests: list[LabTest]) -> None:
    wrong: dict[str, list[str]] = {}
    if not tests or len(tests) != len(set(asked.codes)) or len(tests) > MOST:
        wrong["codes"] = ["Choose tests that the laboratory offers."]
    today = clock.now().astimezone(office_zone()).date()
    unknown = [code for code in asked.diagnoses if icd10(code, today) is None]
    if unknown:
        wrong["diagnoses"] = [f"{', '.join(unknown)}: no code of ICD-10-CM on this day."]
    elif not asked.diagnoses:
        wrong["diagnoses"] = ["Say why: a laboratory bills by the diagnosis."]
    missing = missing_answers(tuple(tests), asked.answers)
    if missing:
        wrong["answers"] = [f"The laboratory asks: {ask}" for ask in missing]
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
