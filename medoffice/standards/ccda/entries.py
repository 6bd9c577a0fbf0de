"""Reading each kind of entry. A statement that does not say what it is becomes nothing, and is noted."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from medoffice.kernel.findings import Severity
from medoffice.kernel.xml_trees import Node
from medoffice.standards.ccda import oids
from medoffice.standards.ccda.leftovers import tell_leftovers
from medoffice.standards.ccda.statements import Statement, templates
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
    Range,
    Reaction,
)
from medoffice.standards.ccda.values import (
    amount,
    code,
    gist,
    identifiers,
    interval,
    party,
    period,
    plain,
    value,
    words,
)

_NO_REASON = ("UNK", "NI")  # unknown, no information: why there is no value, they do not say
MOST_OF_A_COMMENT = 20_000  # letters
_NONE_IN_WORDS = re.compile(r"\s*(no\s+(known|current|active)\b|nkd?a\b|none\s+known\b)", re.IGNORECASE)


def read_entry(kind: str, statement: Statement) -> Entry | None:
    """The entry of a kind, or None if the statement does not say what it is about."""
    found = READERS[kind](statement)
    if found is None:
        severity = Severity.INFO if _says_nothing(statement) else Severity.WARNING
        statement.reading.note(
            "nothing-said", statement.where, f"Of {kind}: it does not say what it is about.", severity
        )
        return None
    if "nullified" in (statement.status(), _concern(statement)):
        statement.reading.note("nullified", statement.where, "It was withdrawn (nullified) by who wrote it.")
    tell_leftovers(kind, statement)
    return found


def _says_nothing(statement: Statement) -> bool:
    """Whether the statement itself, or what holds it, is marked as saying nothing."""
    return bool(statement.node.get("nullFlavor") or (statement.holder and statement.holder.node.get("nullFlavor")))


def _problem(statement: Statement) -> Problem | None:
    node = statement.node
    condition, kind = _value_code(statement), _code(statement, "code")
    if not condition.words and node.first("value") is None:
        condition, kind = kind, Code()
    negated = statement.is_true("negationInd")
    none = _none_known(condition, oids.ANY_PROBLEM, negated=negated)
    if not condition.words and not none:
        condition = replace(condition, text=words(node.first("text"), statement.reading))
    if not condition.words and not none:
        return None
    return Problem(
        condition,
        kind,
        _standing(statement, oids.PROBLEM_STATUS) or _ended_some_day(statement),
        _concern(statement),
        _period(statement),
        negated=negated and not none,
        none_known=none,
        ids=identifiers(node),
        comments=_comments(statement),
        source=statement.source,
    )


def _allergy(statement: Statement) -> Allergy | None:
    node = statement.node
    kind, substance = _value_code(statement), _substance(statement)
    negated = statement.is_true("negationInd")
    generic = oids.ANY_ALLERGY | oids.ANY_DRUG_ALLERGY
    if not substance.words and kind.coded and kind.coded.code not in generic | oids.NONE_KNOWN:
        substance, kind = kind, Code()
    is_any = not substance.coded and (not substance.words or bool(_NONE_IN_WORDS.match(substance.words)))
    none = (is_any and _none_known(kind, generic, negated=negated)) or _none_known(substance, generic, negated=negated)
    if not substance.words and not none:
        substance = replace(substance, text=words(node.first("text"), statement.reading))
    if not substance.words and not none:
        return None
    severity = statement.of(oids.SEVERITY)
    criticality = statement.of(oids.CRITICALITY)
    return Allergy(
        substance,
        kind,
        _standing(statement, oids.ALLERGY_STATUS),
        _concern(statement),
        _period(statement),
        tuple(_reaction(one) for one in statement.held() if oids.REACTION in templates(one.node)),
        _value_code(severity) if severity else Code(),
        _value_code(criticality) if criticality else Code(),
        negated=negated and not none,
        none_known=none,
        ids=identifiers(node),
        comments=_comments(statement),
        source=statement.source,
    )


def _substance(statement: Statement) -> Code:
    """What the patient reacts to: the participant that is consumed."""
    for link in statement.node.all("participant"):
        thing = link.first("participantRole", "playingEntity")
        if thing is None:
            continue
        found = code(thing.first("code"), statement.where, statement.reading)
        name = words(thing.first("name"), statement.reading)
        return found if found.words or not name else replace(found, text=name)
    return Code()


def _reaction(statement: Statement) -> Reaction:
    what = _value_code(statement)
    if not what.words:
        what = replace(what, text=words(statement.node.first("text"), statement.reading))
    severity = statement.of(oids.SEVERITY)
    return Reaction(what, _value_code(severity) if severity else Code(), _period(statement))


def _medication(statement: Statement) -> Medication | None:
    node, reading, where = statement.node, statement.reading, statement.where
    drug, _ = _material(statement)
    negated = statement.is_true("negationInd")
    none = _none_known(drug, oids.ANY_DRUG, negated=negated)
    if not drug.words and not none:
        drug = replace(drug, text=words(node.first("text"), reading))
    if not drug.words and not none:
        return None
    reason = statement.of(oids.INDICATION)
    return Medication(
        drug,
        statement.status(),
        node.get("moodCode") not in ("", "EVN"),
        **_times(statement),
        as_needed=node.first("precondition") is not None,
        dose=amount(node.first("doseQuantity"), where, reading),
        route=_code(statement, "routeCode"),
        form=_code(statement, "administrationUnitCode"),
        sig=_sig(statement),
        reason=_value_code(reason) if reason else Code(),
        negated=negated and not none,
        none_known=none,
        ids=identifiers(node),
        comments=_comments(statement),
        source=statement.source,
    )


def _sig(statement: Statement) -> str:
    """The instructions: those of the statement's own text, and of an instruction it holds."""
    own = words(statement.node.first("text"), statement.reading)
    held = statement.of(oids.INSTRUCTION)
    told = words(held.node.first("text"), statement.reading) if held else ""
    return "; ".join(dict.fromkeys(filter(None, (own, told))))


def _times(statement: Statement) -> dict[str, Any]:
    """When a drug is taken: the period, and how often, of the two or more ``effectiveTime``."""
    found: dict[str, Any] = {"period": Period(), "every": None, "event": ""}
    for node in _parts_of_time(statement.node):
        kind = node.get("xsi:type").rpartition(":")[2]
        repeated, event, offset = node.first("period"), node.first("event"), node.first("offset")
        if repeated and found["every"] is None:
            found["every"] = amount(repeated, statement.where, statement.reading)
        elif event and not found["event"]:
            found["event"] = plain(event.get("code"))
            statement.leave("how long before or after", gist(offset) if offset else "")
        elif kind not in ("PIVL_TS", "EIVL_TS") and not repeated and not event and found["period"] == Period():
            found["period"] = period(node, statement.where, statement.reading)
        else:
            statement.leave("another time", gist(node))
    return found


def _parts_of_time(node: Node) -> Iterator[Node]:
    """The times of a drug; one that is put together of several is those."""
    for one in node.all("effectiveTime"):
        held = list(one.all("comp"))
        yield from held or [one]


def _immunization(statement: Statement) -> Immunization | None:
    node, reading, where = statement.node, statement.reading, statement.where
    vaccine, product = _material(statement)
    if not vaccine.words:
        vaccine = replace(vaccine, text=words(node.first("text"), reading))
    if not vaccine.words:
        return None
    reason = statement.of(oids.REFUSAL_REASON)
    repeat = node.first("repeatNumber")
    return Immunization(
        vaccine,
        statement.status(),
        _period(statement),
        amount(node.first("doseQuantity"), where, reading),
        _code(statement, "routeCode"),
        words(product.first("manufacturedMaterial", "lotNumberText"), reading) if product else "",
        words(product.first("manufacturerOrganization", "name"), reading) if product else "",
        plain(repeat.get("value")) if repeat else "",
        party(node.first("performer"), where, reading),
        _code(reason, "code") if reason else Code(),
        negated=statement.is_true("negationInd"),
        intended=node.get("moodCode") not in ("", "EVN"),
        ids=identifiers(node),
        comments=_comments(statement),
        source=statement.source,
    )


def _measurement(statement: Statement) -> Measurement | None:
    node, reading, where = statement.node, statement.reading, statement.where
    what = _code(statement, "code")
    if not what.words:
        what = replace(what, text=words(node.first("text"), reading))
    if not what.words:
        return None
    panel = statement.holder if statement.holder and statement.holder.node.name == "organizer" else None
    when = _period(statement)
    if when == Period() and panel:
        when = _period(panel)
    said = value(node.first("value"), where, reading)
    if said is None and (unsaid := node.first("value")) and unsaid.get("nullFlavor") not in _NO_REASON:
        statement.leave("why there is no value", plain(unsaid.get("nullFlavor")))
    found = [code(one, where, reading) for one in node.all("interpretationCode")]
    ranges = [_range(one.first("observationRange"), statement) for one in node.all("referenceRange")]
    return Measurement(
        what,
        said,
        _code(panel, "code") if panel else Code(),
        statement.status(),
        when,
        tuple(one for one in found if one.words),
        tuple(one for one in ranges if one != Range()),
        negated=statement.is_true("negationInd"),
        ids=identifiers(node),
        comments=_comments(statement),
        source=statement.source,
    )


def _range(node: Node | None, statement: Statement) -> Range:
    if node is None:
        return Range()
    limits = node.first("value")
    found = interval(limits, statement.where, statement.reading) if limits else Range()
    return replace(found, text=words(node.first("text"), statement.reading))


def _procedure(statement: Statement) -> Procedure | None:
    node = statement.node
    what = _code(statement, "code")
    if not what.words:
        what = replace(what, text=words(node.first("text"), statement.reading))
    if not what.words:
        return None
    sites = (code(one, statement.where, statement.reading) for one in node.all("targetSiteCode"))
    return Procedure(
        what,
        node.name if node.name in oids.ENTRY_ELEMENTS["procedures"] else "procedure",
        statement.status(),
        node.get("moodCode") not in ("", "EVN"),
        _period(statement),
        tuple(one for one in sites if one.words),
        party(node.first("performer"), statement.where, statement.reading),
        negated=statement.is_true("negationInd"),
        ids=identifiers(node),
        comments=_comments(statement),
        source=statement.source,
    )


def _comments(statement: Statement) -> tuple[str, ...]:
    """What was said about it: comments right inside, by their code, whatever template they obey."""
    codes = ((one, one.node.first("code")) for one in statement.held())
    held = (one for one, what in codes if what and what.get("code") == oids.COMMENT_CODE)
    said = (words(one.node.first("text"), statement.reading, MOST_OF_A_COMMENT) for one in held)
    return tuple(filter(None, said))


def _code(statement: Statement, name: str) -> Code:
    return code(statement.node.first(name), statement.where, statement.reading)


def _value_code(statement: Statement) -> Code:
    """The value of an observation as a code; one that is only text is the author's words."""
    found = value(statement.node.first("value"), statement.where, statement.reading)
    if isinstance(found, Code):
        return found
    return Code(text=found) if isinstance(found, str) else Code()


def _period(statement: Statement) -> Period:
    return period(statement.node.first("effectiveTime"), statement.where, statement.reading)


def _standing(statement: Statement, template: str) -> str:
    """Active, inactive or resolved, of the status observation inside, if there is one that says so."""
    for one in statement.held():
        if template in templates(one.node) or _code(one, "code").code == oids.STATUS_CODE:
            said = _value_code(one)
            named = said.words or words(one.node.first("text"), statement.reading)
            return oids.STATUSES.get(said.code) or next((s for s in oids.STATUSES.values() if s == named.lower()), "")
    return ""


def _ended_some_day(statement: Statement) -> str:
    """An end that is there and not known means resolved, by the standard, where no status is said."""
    end = statement.node.first("effectiveTime", "high")
    if end is None or end.get("nullFlavor") != "UNK":
        return ""
    statement.reading.note("end-unknown", statement.where, "It is over, and not said since when.", Severity.INFO)
    return "resolved"


def _concern(statement: Statement) -> str:
    """The status of the act that keeps the problem in mind."""
    return statement.holder.status() if statement.holder and statement.holder.node.name == "act" else ""


def _material(statement: Statement) -> tuple[Code, Node | None]:
    """The drug or vaccine of an administration, and the product it is."""
    product = statement.node.first("consumable", "manufacturedProduct")
    thing = product.first("manufacturedMaterial") if product else None
    if product and thing is None:
        thing = product.first("manufacturedLabeledDrug")
    if thing is None:
        return Code(), product
    found = code(thing.first("code"), statement.where, statement.reading)
    name = words(thing.first("name"), statement.reading)
    return (found if found.words or not name else replace(found, text=name)), product


def _none_known(what: Code, generic: frozenset[str], *, negated: bool) -> bool:
    """Whether this says that there is none: by its code, by denying any at all, or in words."""
    coded = what.coded
    if coded and coded.code in oids.NONE_KNOWN:
        return True
    if negated and (coded is None or coded.code in generic):
        return not what.words or coded is not None or bool(_NONE_IN_WORDS.match(what.words))
    return coded is None and bool(_NONE_IN_WORDS.match(what.words))


READERS: dict[str, Callable[[Statement], Entry | None]] = {
    "problems": _problem, "allergies": _allergy, "medications": _medication, "results": _measurement,
    "vitals": _measurement, "immunizations": _immunization, "procedures": _procedure, "social": _measurement,
}  # fmt: skip
