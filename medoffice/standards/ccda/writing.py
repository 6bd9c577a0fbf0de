"""Writing documents: a continuity of care document and a referral note, by the standard's release 2.1.

What was given is all there is in it: a section without entries says that nothing is known. The narrative is made from
the entries. The same input gives the same bytes, and what the standard has no place for is refused.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from medoffice.kernel.refusals import Refusal
from medoffice.standards.ccda import markup as xml
from medoffice.standards.ccda import oids
from medoffice.standards.ccda import writing_entries as entries_of
from medoffice.standards.ccda.markup import tag
from medoffice.standards.ccda.outgoing import Outgoing, Referral
from medoffice.standards.ccda.show import code_in_words, entry_in_words, period_in_words, subject
from medoffice.standards.ccda.types import Code, Entries, Entry, Party, Patient, Precision

_T = entries_of.TEMPLATE
_NAMES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
_SUMMARY = Code("34133-9", oids.LOINC, "Summarization of Episode Note")
_REFERRAL = Code("57133-1", oids.LOINC, "Referral note")
_NOTHING = "No information."


@dataclass(frozen=True, slots=True)
class _Kind:
    """A section of entries: its template, code and title, and how its entries are written."""

    name: str
    template: str
    version: str
    code: str
    title: str
    write: Callable[[Any], Iterable[str]]


def _each(one: Callable[[Any], str]) -> Callable[[Any], Iterable[str]]:
    return lambda found: map(one, found)


_KINDS = (
    _Kind("allergies", "2.6.1", "2015-08-01", "48765-2", "Allergies", _each(entries_of.allergy)),
    _Kind("medications", "2.1.1", "2014-06-09", "10160-0", "Medications", _each(entries_of.medication)),
    _Kind("problems", "2.5.1", "2015-08-01", "11450-4", "Problems", _each(entries_of.problem)),
    _Kind("procedures", "2.7.1", "2014-06-09", "47519-4", "Procedures", _each(entries_of.procedure)),
    _Kind("results", "2.3.1", "2015-08-01", "30954-2", "Results", entries_of.results),
    _Kind("immunizations", "2.2.1", "2015-08-01", "11369-6", "Immunizations", _each(entries_of.immunization)),
    _Kind("social", "2.17", "2015-08-01", "29762-2", "Social history", _each(entries_of.social)),
    _Kind("vitals", "2.4.1", "2015-08-01", "8716-3", "Vital signs", entries_of.vitals),
)


def write_ccd(about: Outgoing, entries: Entries) -> bytes:
    """A continuity of care document (CCD). Raises Refusal (``ccda.unwritable``)."""
    first, last = xml.when("low", about.period.low), xml.when("high", about.period.high)
    event = tag("serviceEvent", {"classCode": "PCPR"}, tag("effectiveTime", None, first, last))
    ways = _header(about, _SUMMARY, "1.2"), tag("documentationOf", None, event)
    return _document(*ways, _body([*_notice(about), *(_section(kind, entries) for kind in _KINDS)]))


def write_referral(about: Outgoing, entries: Entries, referral: Referral) -> bytes:
    """A referral note: why, what is thought and planned, and the entries. Raises Refusal (``ccda.unwritable``)."""
    name = xml.person(referral.recipient.name)
    place = referral.recipient.organization
    where = tag("receivedOrganization", None, xml.worded("name", place)) if place else ""
    held = xml.identifiers(referral.recipient.ids), tag("informationRecipient", None, name), where
    to = tag("informationRecipient", None, tag("intendedRecipient", None, *held))
    reason = _worded("1.3.6.1.4.1.19376.1.5.3.1.3.1", "42349-1", "Reason for referral", referral.reason)
    plan = _worded(f"{_T}2.9", "51847-2", "Assessment and plan", referral.assessment_and_plan)
    sections = [*_notice(about), reason, *(_section(kind, entries) for kind in _KINDS), plan]
    return _document(_header(about, _REFERRAL, "1.14", first=False), to, _body(sections))


def _document(*parts: str) -> bytes:
    return f"{_NAMES}{''.join(parts)}</ClinicalDocument>\n".encode()


def _header(about: Outgoing, kind: Code, template: str, *, first: bool = True) -> str:
    if any(one and one.precision in (Precision.YEAR, Precision.MONTH) for one in (about.at, about.author.at)):
        raise Refusal("ccda.unwritable", "A document is of a day, and so is its author's part.", "Say the day.")
    own = xml.template(f"{_T}{template}", "2015-08-01")
    return "".join([
        tag("realmCode", {"code": "US"}),
        tag("typeId", {"root": "2.16.840.1.113883.1.3", "extension": "POCD_HD000040"}),
        xml.template(f"{_T}1.1", "2015-08-01"),
        own if first else tag("templateId", {"root": f"{_T}{template}", "extension": "2015-08-01"}),
        xml.identifiers((about.id,)),
        xml.code("code", kind),
        xml.worded("title", about.title),
        xml.when("effectiveTime", about.at),
        tag("confidentialityCode", {"code": "R" if about.notices else "N", "codeSystem": oids.CONFIDENTIALITY}),
        tag("languageCode", {"code": about.language}),
        _patient(about.patient),
        _author(about.author),
        _custodian(about.custodian),
    ])  # fmt: skip


def _patient(patient: Patient) -> str:
    speaks = tag("languageCommunication", None, tag("languageCode", {"code": patient.language}))
    person = tag(
        "patient",
        None,
        xml.person(patient.name, "L"),
        xml.code("administrativeGenderCode", patient.sex),
        xml.when("birthTime", patient.birth),
        xml.coded("maritalStatusCode", patient.marital_status),
        xml.code("raceCode", patient.race),
        xml.code("ethnicGroupCode", patient.ethnicity),
        speaks if patient.language else "",
    )
    where = "".join(map(xml.address, patient.addresses)) or xml.address(None)
    role = tag("patientRole", None, xml.identifiers(patient.ids), where, xml.telecoms(patient.telecoms), person)
    return tag("recordTarget", None, role)


def _author(author: Party) -> str:
    device = tag("manufacturerModelName", None, xml.words(author.device)) + xml.maybe("softwareName", author.device)
    person = tag("assignedPerson", None, xml.person(author.name))
    who = tag("assignedAuthoringDevice", None, device) if author.device and not author.name else person
    reached = xml.identifiers(author.ids), xml.address(author.address), xml.telecoms(author.telecoms)
    held = tag("assignedAuthor", None, *reached, who, xml.organization("representedOrganization", author))
    return tag("author", None, xml.when("time", author.at), held)


def _custodian(custodian: Party) -> str:
    reached = xml.telecoms(custodian.telecoms[:1]), xml.address(custodian.address)
    held = xml.identifiers(custodian.ids), xml.worded("name", custodian.organization), *reached
    keeper = tag("representedCustodianOrganization", None, *held)
    return tag("custodian", None, tag("assignedCustodian", None, keeper))


def _body(sections: list[str]) -> str:
    return tag("component", None, tag("structuredBody", None, *(tag("component", None, one) for one in sections)))


def _section(kind: _Kind, entries: Entries) -> str:
    found: tuple[Entry, ...] = getattr(entries, kind.name)
    return tag(
        "section",
        {} if found else {"nullFlavor": "NI"},
        xml.template(f"{_T}{kind.template}", kind.version),
        tag(
            "code", {"code": kind.code, "codeSystem": oids.LOINC, "codeSystemName": "LOINC", "displayName": kind.title}
        ),
        tag("title", None, kind.title),
        tag("text", None, _table(kind.name, found) if found else tag("paragraph", None, _NOTHING)),
        "".join(tag("entry", {"typeCode": "DRIV"}, one) for one in kind.write(found)),
    )


def _table(section: str, found: tuple[Entry, ...]) -> str:
    """A row for each entry: what it is about, all that is said of it, when."""
    named: set[str] = set()
    rows = []
    for one in found:
        what, when = (xml.words(words) or "-" for words in (code_in_words(subject(one)), period_in_words(one.period)))
        comments = "".join(_comment(section, words, named) for words in one.comments)
        details = (xml.words(entry_in_words(one)) or "-") + comments
        rows.append(tag("tr", None, *(tag("td", None, cell) for cell in (what, details, when))))
    head = tag("tr", None, *(tag("th", None, name) for name in ("What", "Details", "When")))
    return tag("table", None, tag("thead", None, head), tag("tbody", None, *rows))


def _comment(section: str, words: str, named: set[str]) -> str:
    """A comment in the narrative; where it is said first, with the name by which entries point at it."""
    name = entries_of.comment_id(section, words)
    first = name not in named
    named.add(name)
    return tag("br") + tag("content", {"ID": name if first else ""}, xml.words(words))


def _notice(about: Outgoing) -> list[str]:
    """A section of words before all others, of no kind: the standard has none for what the law wants said."""
    told = "".join(tag("paragraph", None, xml.words(one)) for one in about.notices)
    return [tag("section", None, tag("title", None, "Notice"), tag("text", None, told))] if told else []


def _worded(template: str, code: str, title: str, text: str) -> str:
    paragraphs = "".join(xml.maybe("paragraph", one) for one in text.splitlines())
    return tag(
        "section",
        {} if paragraphs else {"nullFlavor": "NI"},
        xml.template(template, "2014-06-09"),
        tag("code", {"code": code, "codeSystem": oids.LOINC, "codeSystemName": "LOINC", "displayName": title}),
        tag("title", None, title),
        tag("text", None, paragraphs or tag("paragraph", None, _NOTHING)),
    )
