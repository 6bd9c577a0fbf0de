"""What stands against the release of a visit's codes."""

from collections.abc import Sequence
from datetime import date, timedelta

from medoffice.clinic.orders.api import modifiers_for, notices_of_visit, orders_of
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel.findings import Finding
from medoffice.practice.api import day_here, payer
from medoffice.records.coverage.api import coverages_on
from medoffice.records.encounters.api import encounter
from medoffice.records.encounters.types import EncounterClass
from medoffice.records.patients.api import patient
from medoffice.revenue.code_lists.api import known_of
from medoffice.revenue.coding import models
from medoffice.revenue.coding.queries.asked import asked_of
from medoffice.revenue.coding.queries.codings import services
from medoffice.revenue.coding.queries.levels import elements
from medoffice.revenue.coding.rules.complete import check_complete
from medoffice.revenue.coding.rules.edits import edits
from medoffice.revenue.coding.rules.evidence import not_carried_out
from medoffice.revenue.coding.rules.levels import against_level
from medoffice.revenue.coding.rules.noticed import noticed
from medoffice.revenue.coding.rules.visited import (
    AT_A_DISTANCE,
    LONGEST_GLOBAL,
    REMOTE_PLACES,
    Earlier,
    Line,
    PayerKind,
    Visited,
    payer_kind,
)
from medoffice.revenue.coding.types import CodedEncounter, LevelElement
from medoffice.standards.terminology.api import check_claim_codes

# What ``check_complete`` says in the desk's own words.
_OF_COMPLETE = frozenset({"no-diagnosis", "too-many-diagnoses", "no-procedure", "pointers-count", "pointer-dangling"})


def findings(found: CodedEncounter, place: str = "") -> list[Finding]:
    """What stands against the release of a visit's codes: what is missing, what the codes themselves and the lists say.

    The codes need not be stored: they may be supposed, and so may be the place of service.
    Fourteen queries, one more for each list that is loaded, where anything rests on an order, and for notices.
    """
    who = patient(found.patient_id)
    shape = {
        "diagnoses": [one.code for one in found.diagnoses],
        "lines": [
            {"procedure": one.code, "modifiers": one.modifiers, "pointers": one.pointers} for one in found.services
        ],
    }
    of_codes = check_claim_codes(shape, found.date, sex=who.sex, born=who.birth_date)
    told = [*check_complete(found), *(one for one in of_codes if one.code not in _OF_COMPLETE)]
    counted = elements(found.id)
    levels = against_level([one.key for one in found.services], counted)
    notices = noticed(found.services, notices_of_visit(found.encounter_id), modifiers_for)
    return [*told, *_asked(found), *_struck(found, counted), *edits(_visited(found, place)), *notices, *levels]


def _struck(found: CodedEncounter, counted: Sequence[LevelElement]) -> list[Finding]:
    """What rests on an order that is not done, or not sent, stops the release."""
    rests = [(one.code, one.evidence) for one in found.every] + [(one.about, one.evidence) for one in counted]
    if not any(one.ref.kind == "order" for _, one in rests):
        return []
    stand = (OrderState.DONE, OrderState.SENT)
    return not_carried_out(rests, {one.id for one in orders_of(found.encounter_id) if one.state in stand})


def _asked(found: CodedEncounter) -> list[Finding]:
    """A question that waits for its answer stops the release."""
    waits = asked_of([found.id]).get(found.id)
    words = f"The provider is asked since {day_here(waits.asked_at):%m/%d/%Y} and did not answer." if waits else ""
    return [Finding("query-open", "queries", words)] if waits else []


def _visited(found: CodedEncounter, place: str) -> Visited:
    """The visit as the edits look at it; held at a distance as it was, or as a supposed place says."""
    kinds = {one.key: one.kind for one in services(found.date)}
    policies = coverages_on(found.patient_id, found.date)
    payers = payer_kind(payer(policies[0].payer_id).filing_code) if policies else PayerKind.OTHER
    before, kind = _done_before(found), encounter(found.encounter_id).kind
    codes = {one.code for one in found.services} | {code for code, _ in before}
    known = known_of(codes, found.date, medicaid=payers is PayerKind.MEDICAID)
    return Visited(
        on=found.date,
        payer=payers,
        diagnoses=tuple(one.code for one in found.diagnoses),
        lines=tuple(
            Line(one.line, one.code, kinds.get(one.key, ""), one.modifiers, one.units, one.pointers)
            for one in found.services
        ),
        known=known,
        remote=place in REMOTE_PLACES if place else kind in AT_A_DISTANCE,
        placeless=kind is EncounterClass.TELEHEALTH and not (place or found.place),
        earlier=tuple(
            Earlier(code, on, int(known.values[code].days))
            for code, on in before
            if known.values and code in known.values and known.values[code].days.isdecimal()
        ),
    )


def _done_before(found: CodedEncounter) -> list[tuple[str, date]]:
    """The services of the ninety days before, by code and day: what an operation's payment may still cover."""
    rows = models.CodedService.objects.filter(
        coding__patient_id=found.patient_id,
        coding__date__gte=found.date - timedelta(days=LONGEST_GLOBAL),
        coding__date__lt=found.date,
        coding__finished_at__isnull=False,
    )
    return list(rows.order_by("coding__date", "code").values_list("code", "coding__date").distinct())
