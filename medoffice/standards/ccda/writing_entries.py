"""Writing each kind of entry, by the templates of the standard's release 2.1."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby

from medoffice.kernel.refusals import Refusal
from medoffice.standards.ccda import markup as xml
from medoffice.standards.ccda import oids
from medoffice.standards.ccda.markup import tag
from medoffice.standards.ccda.types import (
    Allergy,
    Code,
    Entry,
    Immunization,
    Measurement,
    Medication,
    Period,
    Problem,
    Procedure,
    Quantity,
    Range,
    Reaction,
)

TEMPLATE = "2.16.840.1.113883.10.20.22."
VITAL_PANEL = Code(
    "46680005", oids.SNOMED, "Vital signs", others=(Code("74728-7", oids.LOINC, "Vital signs, weight, height, head"),)
)
_ASSERTION = tag("code", {"code": "ASSERTION", "codeSystem": oids.ACT_CODE})
_COMPLETED = tag("statusCode", {"code": "completed"})
_OBSERVED = {"classCode": "OBS", "moodCode": "EVN"}
_STANDING = {word: code for code, word in oids.STATUSES.items()}
_SMOKING = "72166-2"
_ANY_PROBLEM = Code("55607006", oids.SNOMED, "Problem")
_ANY_ALLERGY = Code("419199007", oids.SNOMED, "Allergy to substance")
_CONDITION = Code("64572001", oids.SNOMED, "Condition", others=(Code("75323-6", oids.LOINC, "Condition"),))


def problem(found: Problem) -> str:
    """A problem within the act that keeps it in mind."""
    what = _ANY_PROBLEM if found.none_known and not found.code.words else found.code
    observation = tag(
        "observation",
        {**_OBSERVED, **_negated(found, what)},
        xml.template(f"{TEMPLATE}4.4", "2015-08-01"),
        xml.identifiers(found.ids),
        xml.code("code", found.kind if found.kind != Code() else _CONDITION),
        _COMPLETED,
        xml.interval(found.period),
        xml.code("value", what, "CD"),
        _standing(found.status, oids.PROBLEM_STATUS, "CD"),
        _comments("problems", found),
    )
    return _concern(found, "4.3", observation)


def allergy(found: Allergy) -> str:
    """An allergy within the act that keeps it in mind; what there is none of has no substance."""
    kind = _ANY_ALLERGY if found.kind == Code() else found.kind
    thing = tag("playingEntity", {"classCode": "MMAT"}, xml.code("code", found.substance))
    role = tag("participantRole", {"classCode": "MANU"}, thing)
    observation = tag(
        "observation",
        {**_OBSERVED, **_negated(found, found.substance if found.substance.coded else kind)},
        xml.template(f"{TEMPLATE}4.7", "2014-06-09"),
        xml.identifiers(found.ids),
        _ASSERTION,
        _COMPLETED,
        xml.interval(found.period),
        xml.code("value", kind, "CD"),
        tag("participant", {"typeCode": "CSM"}, role),
        _standing(found.status, oids.ALLERGY_STATUS, "CE"),
        "".join(_linked("MFST", _reaction(one), inverted=True) for one in found.reactions),
        _severity(found.severity),
        _criticality(found.criticality),
        _comments("allergies", found),
    )
    return _concern(found, "4.30", observation)


def _concern(found: Problem | Allergy, template: str, observation: str) -> str:
    status = found.concern or "active"
    return tag(
        "act",
        {"classCode": "ACT", "moodCode": "EVN"},
        xml.template(f"{TEMPLATE}{template}", "2015-08-01"),
        tag("id", xml.UNKNOWN),
        tag("code", {"code": "CONC", "codeSystem": oids.ACT_CLASS}),
        tag("statusCode", {"code": status}),
        xml.interval(found.period, ended=status == "completed"),
        _linked("SUBJ", observation),
    )


def _negated(found: Problem | Allergy | Medication, what: Code) -> dict[str, str]:
    """The mark that denies, unless a code says by itself that there is none."""
    by_code = bool(what.coded and what.coded.code in oids.NONE_KNOWN)
    return {"negationInd": "true"} if found.negated or (found.none_known and not by_code) else {}


def _linked(kind: str, held: str, *, inverted: bool = False) -> str:
    return tag("entryRelationship", {"typeCode": kind, "inversionInd": "true" if inverted else ""}, held)


def comment_id(section: str, words: str) -> str:
    """The name of a comment in the narrative of its section, at which the entries point that it is about."""
    return f"{section}-{sha256(words.encode()).hexdigest()[:16]}"


def _comments(section: str, found: Entry) -> str:
    """What was said about an entry: comment activities that point at the words in the narrative.

    What a comment has to say is read off the standard's own rules (schematron of release 2.1, template 4.64).
    """
    return "".join(_linked("SUBJ", _comment(comment_id(section, one)), inverted=True) for one in found.comments)


def _comment(name: str) -> str:
    return tag(
        "act",
        {"classCode": "ACT", "moodCode": "EVN"},
        xml.template(oids.COMMENT),
        xml.code("code", Code(oids.COMMENT_CODE, oids.LOINC, "Annotation comment")),
        tag("text", None, tag("reference", {"value": f"#{name}"})),
        _COMPLETED,
    )


def _standing(status: str, template: str, kind: str) -> str:
    if not status:
        return ""
    what = tag("code", {"code": oids.STATUS_CODE, "codeSystem": oids.LOINC})
    said = Code(_STANDING[status], oids.SNOMED, status.capitalize())
    held = xml.template(template, "2019-06-20"), what, _COMPLETED, xml.code("value", said, kind)
    return _linked("SUBJ" if kind == "CE" else "REFR", tag("observation", _OBSERVED, *held), inverted=kind == "CE")


def _reaction(found: Reaction) -> str:
    return tag(
        "observation",
        _OBSERVED,
        xml.template(oids.REACTION, "2014-06-09"),
        tag("id", xml.UNKNOWN),
        _ASSERTION,
        _COMPLETED,
        xml.period(found.period) if found.period != Period() else "",
        xml.code("value", found.code, "CD"),
        _severity(found.severity),
    )


def _severity(found: Code) -> str:
    if found == Code():
        return ""
    what = tag("code", {"code": "SEV", "codeSystem": oids.ACT_CODE})
    held = xml.template(oids.SEVERITY, "2014-06-09"), what, _COMPLETED, xml.code("value", found, "CD")
    return _linked("SUBJ", tag("observation", _OBSERVED, *held), inverted=True)


def _criticality(found: Code) -> str:
    if found == Code():
        return ""
    what = tag("code", {"code": "82606-5", "codeSystem": oids.LOINC})
    held = xml.template(oids.CRITICALITY), what, _COMPLETED, xml.code("value", found, "CD")
    return _linked("SUBJ", tag("observation", _OBSERVED, *held), inverted=True)


def medication(found: Medication) -> str:
    """A drug with how it is taken."""
    reason = tag(
        "observation",
        _OBSERVED,
        xml.template(oids.INDICATION, "2014-06-09"),
        tag("id", xml.UNKNOWN),
        xml.code("code", _CONDITION),
        _COMPLETED,
        xml.code("value", found.reason, "CD"),
    )
    return tag(
        "substanceAdministration",
        {"classCode": "SBADM", "moodCode": "INT" if found.intended else "EVN", **_negated(found, found.drug)},
        xml.template(f"{TEMPLATE}4.16", "2014-06-09"),
        xml.identifiers(found.ids),
        xml.maybe("text", found.sig),
        tag("statusCode", {"code": found.status or "active"}),
        xml.period(found.period, "" if found.period.at else "IVL_TS"),
        _repeated(found),
        xml.coded("routeCode", found.route),
        xml.amount("doseQuantity", found.dose),
        xml.coded("administrationUnitCode", found.form),
        tag("consumable", None, _product("4.23", xml.code("code", found.drug))),
        _linked("RSON", reason) if found.reason != Code() else "",
        _comments("medications", found),
        _AS_NEEDED if found.as_needed else "",
    )


_AS_NEEDED = tag(
    "precondition",
    {"typeCode": "PRCN"},
    tag("criterion", None, xml.template(f"{TEMPLATE}4.25", "2014-06-09"), _ASSERTION, xml.value(None)),
)


def _repeated(found: Medication) -> str:
    if found.every and found.event:
        words = "A drug is taken either every so often or at an event; the standard has no place for both."
        raise Refusal("ccda.unwritable", words, "Say the other in the instructions.")
    if found.event:
        return tag("effectiveTime", {"xsi:type": "EIVL_TS", "operator": "A"}, tag("event", {"code": found.event}))
    if found.every:
        every = xml.amount("period", found.every, "IVL_PQ")
        return tag("effectiveTime", {"xsi:type": "PIVL_TS", "institutionSpecified": "true", "operator": "A"}, every)
    return ""


def _product(template: str, *material: str, maker: str = "") -> str:
    made_by = tag("manufacturerOrganization", None, xml.worded("name", maker)) if maker else ""
    what = xml.template(f"{TEMPLATE}{template}", "2014-06-09")
    return tag(
        "manufacturedProduct", {"classCode": "MANU"}, what, tag("manufacturedMaterial", None, *material), made_by
    )


def immunization(found: Immunization) -> str:
    """A vaccine that was given, or why it was not."""
    held = xml.template(oids.REFUSAL_REASON), tag("id", xml.UNKNOWN), xml.code("code", found.reason), _COMPLETED
    lot = xml.maybe("lotNumberText", found.lot)
    return tag(
        "substanceAdministration",
        {
            "classCode": "SBADM",
            "moodCode": "INT" if found.intended else "EVN",
            "negationInd": "true" if found.negated else "false",
        },
        xml.template(f"{TEMPLATE}4.52", "2015-08-01"),
        xml.identifiers(found.ids),
        tag("statusCode", {"code": found.status or "completed"}),
        xml.period(found.period),
        tag("repeatNumber", {"value": found.series}) if found.series else "",
        xml.coded("routeCode", found.route),
        xml.amount("doseQuantity", found.dose) if found.dose else "",
        tag("consumable", None, _product("4.54", xml.code("code", found.vaccine), lot, maker=found.manufacturer)),
        xml.performer(found.performer),
        _linked("RSON", tag("observation", _OBSERVED, *held)) if found.reason != Code() else "",
        _comments("immunizations", found),
    )


def results(found: tuple[Measurement, ...]) -> Iterator[str]:
    """Results, those of one panel together where they follow each other."""
    for panel, held in groupby(found, key=lambda one: one.panel):
        components = "".join(tag("component", None, _measured("results", one, "4.2", "2015-08-01")) for one in held)
        yield tag(
            "organizer",
            {"classCode": "BATTERY", "moodCode": "EVN"},
            xml.template(f"{TEMPLATE}4.1", "2015-08-01"),
            tag("id", xml.UNKNOWN),
            xml.code("code", panel),
            _COMPLETED,
            components,
        )


def vitals(found: tuple[Measurement, ...]) -> Iterator[str]:
    """Vital signs, those of one time together where they follow each other; each a number."""
    for taken, held in groupby(found, key=lambda one: one.period):
        measured = list(held)
        if not all(isinstance(one.value, Quantity) and one.status in ("", "completed") for one in measured):
            words = "A vital sign is a number, and its measuring is completed."
            raise Refusal("ccda.unwritable", words, "Leave out what is none yet.")
        components = "".join(tag("component", None, _measured("vitals", one, "4.27", "2014-06-09")) for one in measured)
        yield tag(
            "organizer",
            {"classCode": "CLUSTER", "moodCode": "EVN"},
            xml.template(f"{TEMPLATE}4.26", "2015-08-01"),
            tag("id", xml.UNKNOWN),
            xml.code("code", VITAL_PANEL),
            _COMPLETED,
            xml.interval(taken, ended=True),
            components,
        )


def _measured(section: str, found: Measurement, template: str, version: str) -> str:
    ranges = "".join(_range(one) for one in found.ranges)
    return tag(
        "observation",
        {**_OBSERVED, "negationInd": "true" if found.negated else ""},
        xml.template(f"{TEMPLATE}{template}", version),
        xml.identifiers(found.ids),
        xml.code("code", found.code),
        tag("statusCode", {"code": found.status or "completed"}),
        xml.period(found.period),
        xml.value(found.value),
        "".join(xml.code("interpretationCode", one) for one in found.interpretations),
        _comments(section, found),
        ranges,
    )


def _range(found: Range) -> str:
    held = xml.maybe("text", found.text) + xml.limits(found)
    return tag("referenceRange", None, tag("observationRange", None, held))


def social(found: Measurement) -> str:
    """A social finding; smoking status is one at a time, by code."""
    if found.code.code == _SMOKING:
        if not (isinstance(found.value, Code) and found.value.code) or found.period.low or found.period.high:
            words = "A smoking status is a code, at one time."
            raise Refusal("ccda.unwritable", words, "Say how it was at the time it was asked.")
        return _measured("social", found, "4.78", "2014-06-09")
    if oids.LOINC not in {one.system for one in (found.code, *found.code.others)}:
        raise Refusal("ccda.unwritable", "A social finding has a LOINC code.", "Give it one, or leave it out.")
    return _measured("social", found, "4.38", "2015-08-01")


def procedure(found: Procedure) -> str:
    """Something that was done; what is planned belongs to a plan."""
    if found.intended:
        raise Refusal("ccda.unwritable", "Procedures are what was done.", "Say in the plan what is to be done.")
    if found.element == "act" and found.sites:
        raise Refusal("ccda.unwritable", "An act is done to no site of the body.", "Say it as a procedure.")
    template, kind = _PROCEDURES[found.element]
    return tag(
        found.element,
        {"classCode": kind, "moodCode": "EVN", "negationInd": "true" if found.negated else ""},
        xml.template(f"{TEMPLATE}{template}", "2014-06-09"),
        xml.identifiers(found.ids),
        xml.code("code", found.code),
        tag("statusCode", {"code": found.status or "completed"}),
        xml.period(found.period),
        xml.value(None) if found.element == "observation" else "",
        "".join(xml.code("targetSiteCode", one) for one in found.sites),
        xml.performer(found.performer),
        _comments("procedures", found),
    )


_PROCEDURES = {"procedure": ("4.14", "PROC"), "observation": ("4.13", "OBS"), "act": ("4.12", "ACT")}
