"""From the lists, the vital signs we took and laboratories' results to what a clinical document states.

What was struck, refuted, or is not sure of a problem stays here. Codes of CPT are not given on: its owner does not let
them; what has no other code goes as words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, tzinfo
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from medoffice.clinic.charting.types import CARRIED, Chart, ListKind, Taking, Told, Version
from medoffice.clinic.results.types import Report, Result
from medoffice.standards.ccda.api import SYSTEM_NAMES
from medoffice.standards.ccda.types import (
    Allergy,
    Code,
    Entries,
    Identifier,
    Immunization,
    Measurement,
    Medication,
    Moment,
    Period,
    Precision,
    Problem,
    Procedure,
    Quantity,
    Range,
    Reaction,
)

_OIDS = {name: oid for oid, name in SYSTEM_NAMES.items() if name in CARRIED | {"ICD-10-CM", "CVX"} and name != "CPT"}
_SNOMED, _LOINC = _OIDS["SNOMED CT"], _OIDS["LOINC"]
_SEVERITIES = {"mild": ("255604002", "Mild"), "moderate": ("6736007", "Moderate"), "severe": ("24484000", "Severe")}
_STANDING = {"active": "active", "recurrence": "active", "relapse": "active", "inactive": "inactive",
             "remission": "inactive", "resolved": "resolved"}  # fmt: skip
_MEDICATIONS = {"active": "active", "intended": "active", "on-hold": "suspended", "completed": "completed",
                "stopped": "aborted"}  # fmt: skip
# What is measured at a visit: LOINC, its name there, the unit in UCUM.
_VITALS = {
    "systolic": ("8480-6", "Systolic blood pressure", "mm[Hg]"),
    "diastolic": ("8462-4", "Diastolic blood pressure", "mm[Hg]"),
    "pulse": ("8867-4", "Heart rate", "/min"),
    "respirations": ("9279-1", "Respiratory rate", "/min"),
    "temperature": ("8310-5", "Body temperature", "Cel"),
    "oxygen": ("59408-5", "Oxygen saturation by pulse oximetry", "%"),
    "weight": ("29463-7", "Body weight", "kg"),
    "height": ("8302-2", "Body height", "cm"),
    "length": ("8306-3", "Body height, lying", "cm"),
}
# Units of results that are UCUM as laboratories write them (from memory, unverified); with any other, words are sent.
_UCUM = frozenset({"%", "g/dL", "g/L", "mg/dL", "mg/L", "ug/dL", "ug/L", "ng/mL", "ng/dL", "pg/mL", "pg", "fL", "U/L",
                   "mmol/L", "umol/L", "nmol/L", "pmol/L", "meq/L", "mm/h", "10*3/uL", "10*6/uL", "/uL"})  # fmt: skip
_FLAGS = frozenset({"H", "HH", "L", "LL", "N", "A", "AA"})  # that are codes of ObservationInterpretation too
_FLAG_SYSTEM = next(oid for oid, name in SYSTEM_NAMES.items() if name == "ObservationInterpretation")
_UNSIGNED = "Not signed off yet by a provider of this office."
_DRUG_ALLERGY = Code("416098002", _SNOMED, "Drug allergy")
_ANY_PROBLEM, _CONDITION = Code("55607006", _SNOMED, "Problem"), Code("64572001", _SNOMED, "Condition")
_NONE = Code(missing="NA")

_Entry = TypeVar("_Entry", Problem, Allergy, Medication, Measurement, Immunization, Procedure)


def entries_told(
    chart: Chart,
    takings: Iterable[Taking],
    reports: Iterable[tuple[Report, Iterable[Result]]],
    along: Mapping[UUID, tuple[str, ...]],
    zone: tzinfo,
) -> Entries:
    """What is given of a chart, as its reader may know it, its days by the zone of the office.

    ``along`` is what goes with entries wherever they go.
    """

    def told(kind: ListKind, write: Callable[[Version], _Entry], goes: Callable[[Told], bool] = bool) -> list[_Entry]:
        found = (one for one in chart.lists[kind] if _may_go(one) and goes(one.told))
        return [replace(write(one), comments=along.get(one.entry_id, ())) for one in found]

    none = set(chart.none_known)
    return Entries(
        problems=tuple(told(ListKind.PROBLEM, _problem)) or _none(ListKind.PROBLEM in none, _NO_PROBLEM),
        allergies=tuple(told(ListKind.ALLERGY, _allergy)) or _none(ListKind.ALLERGY in none, _NO_ALLERGY),
        medications=tuple(told(ListKind.MEDICATION, _medication, _is_taken))
        or _none(ListKind.MEDICATION in none, Medication(_NONE, "active", none_known=True)),
        results=(
            *(_of_laboratory(report, one, zone) for report, found in reports for one in found if not one.cancelled),
            *told(ListKind.MEASURED, _result, _is_result),
        ),
        vitals=tuple(measured for taking in takings for measured in _taken(taking)),
        immunizations=tuple(told(ListKind.IMMUNIZATION, _immunization)),
        procedures=tuple(told(ListKind.PROCEDURE, _procedure)),
    )


_NO_PROBLEM = Problem(_ANY_PROBLEM, _CONDITION, "", "active", none_known=True)
_NO_ALLERGY = Allergy(_NONE, _DRUG_ALLERGY, "", "active", none_known=True)


def _none(said: bool, entry: _Entry) -> tuple[_Entry, ...]:
    return (entry,) if said else ()


def _may_go(one: Version) -> bool:
    unsure = one.kind is ListKind.PROBLEM and one.told.verification != "confirmed"
    return not one.struck and one.told.verification != "refuted" and not unsure


def _code(told: Told) -> Code:
    oid = _OIDS.get(told.system, "")
    return Code(told.code, oid, told.words) if oid and told.code else Code(text=told.words, missing="OTH")


def _words(text: str) -> Code:
    return Code(text=text, missing="OTH") if text else Code()


def _problem(one: Version) -> Problem:
    status = _STANDING[one.told.status]
    return Problem(_code(one.told), _CONDITION, status, "completed" if status == "resolved" else "active", _span(one))


def _allergy(one: Version) -> Allergy:
    told = one.told
    severity = _SEVERITIES.get(told.details.get("severity", ""))
    said = Code(severity[0], _SNOMED, severity[1]) if severity else Code()
    reaction = told.details.get("reaction", "")
    return Allergy(
        _code(told),
        _DRUG_ALLERGY if told.details.get("category", "medication") == "medication" else Code(),
        told.status,
        "completed" if told.status == "resolved" else "active",
        _span(one),
        reactions=(Reaction(_words(reaction), said),) if reaction else (),
        severity=Code() if reaction else said,
    )


def _is_taken(told: Told) -> bool:
    return told.status in _MEDICATIONS


def _medication(one: Version) -> Medication:
    details = one.told.details
    sig = ", ".join(filter(None, (details.get(key, "") for key in ("dose", "route", "frequency"))))
    return Medication(
        _code(one.told),
        _MEDICATIONS[one.told.status],
        one.told.status == "intended",
        _span(one),
        sig=sig,
        reason=_words(details.get("reason", "")),
    )


def _immunization(one: Version) -> Immunization:
    details, refused = one.told.details, one.told.status == "not-done"
    return Immunization(
        _code(one.told),
        "completed",
        Period(at=_moment(one.told.began)),
        lot=details.get("lot", ""),
        reason=_words(details.get("reason", "")) if refused else Code(),
        negated=refused,
    )


def _procedure(one: Version) -> Procedure:
    states = {"in-progress": "active", "stopped": "aborted"}
    status = states.get(one.told.status, "completed")
    when = Period(at=_moment(one.told.began))
    return Procedure(_code(one.told), status=status, period=when, negated=one.told.status == "not-done")


def _is_result(told: Told) -> bool:
    return told.details.get("category") == "laboratory" and told.status == "final"


def _result(one: Version) -> Measurement:
    details = one.told.details
    panel = _words(details.get("panel", "") or one.told.words)
    when = Period(at=_moment(one.told.began))
    return Measurement(_code(one.told), details.get("value") or None, panel, "completed", when)


def _of_laboratory(report: Report, one: Result, zone: tzinfo) -> Measurement:
    """A result as it stands, with what the laboratory noted; of one that nobody has signed off it is said."""
    at = (one.observed_at or report.collected_at or report.reported_at or one.came_at).astimezone(zone)
    value = f"{one.value} {one.unit}".strip() or None
    exact = one.number is not None and one.unit in _UCUM
    return Measurement(
        _loinc(one.code, one.system, one.words),
        Quantity(one.number, one.unit) if exact and one.number is not None else value,
        _loinc(report.code, report.system, report.words),
        "completed" if one.status in ("F", "C") else "active",
        Period(at=Moment(at.date(), Precision.SECOND, at.replace(microsecond=0))),
        tuple(Code(flag, _FLAG_SYSTEM) for flag in one.flags.split() if flag in _FLAGS),
        (Range(text=one.range),) if one.range else (),
        ids=(Identifier(str(one.id)),),
        comments=tuple(filter(None, (one.notes, "" if report.signed_at else _UNSIGNED))),
    )


def _loinc(code: str, system: str, words: str) -> Code:
    return Code(code, _LOINC, words) if system == "LN" and code else Code(text=words, missing="OTH")


def _taken(taking: Taking) -> Iterator[Measurement]:
    when = Period(low=Moment(taking.on), high=Moment(taking.on))
    for field in fields(taking.vitals):
        value, what = getattr(taking.vitals, field.name), _VITALS.get(field.name)
        if value is not None and what is not None:
            code = Code(what[0], _LOINC, what[1])
            yield Measurement(code, Quantity(Decimal(value), what[2]), status="completed", period=when)


def _span(one: Version) -> Period:
    return Period(low=_moment(one.told.began), high=_moment(one.told.ended))


def _moment(text: str) -> Moment | None:
    """A partial date as the standard has it."""
    if not text:
        return None
    year, *rest = text.split("-")
    month, day = int(rest[0]) if rest else 1, int(rest[1]) if len(rest) > 1 else 1
    precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(rest)]
    return Moment(date(int(year), month, day), precision)
