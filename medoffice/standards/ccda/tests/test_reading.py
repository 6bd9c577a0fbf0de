"""What documents say is read with where it stands; what is odd is said, and never stops the rest."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from medoffice.kernel.findings import Severity
from medoffice.kernel.refusals import Refusal
from medoffice.standards.ccda.api import document_as_check, document_as_json, read_document
from medoffice.standards.ccda.tests.makers import (
    CVX,
    HEADER,
    LOINC,
    PENICILLIN,
    SNOMED,
    WHOLE,
    coded,
    concern,
    document,
    given,
    observed,
    section,
    template,
)
from medoffice.standards.ccda.types import (
    Address,
    Allergy,
    Block,
    Code,
    Document,
    Entries,
    Identifier,
    Medication,
    Moment,
    Period,
    PersonName,
    Precision,
    Problem,
    Quantity,
    Range,
    Telecom,
)

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "data" / "ccda" / "samples"  # beside the repository
ASTHMA = "195967001"


def said(found: Document) -> list[str]:
    """What was noted, but for the second name that the header of all these has."""
    return [finding.code for finding in found.findings if finding.code != "ccda.other-name"]


def of(code: str, *entries: str, text: str = "") -> Entries:
    return read_document(document(section(code, *entries, text=text))).entries


def test_the_header_says_who_and_when() -> None:
    found = read_document(WHOLE)
    patient = found.patient
    assert patient.name == PersonName("Vale", ("Ingrid", "Ann"))  # the legal one
    assert (patient.birth, patient.sex.code) == (Moment(date(1965, 3, 14)), "F")
    assert patient.ids == (Identifier("2.25.9", "M-77"),)
    assert patient.addresses == (Address(("1 Lantern Way",), "Springfield", "IL", "62701", "US", "HP"),)
    assert patient.telecoms == (Telecom("tel:+1-555-555-0101", "HP"),)
    (author,) = found.authors
    assert (author.name.words if author.name else "", author.organization) == ("Dr Otto Quist", "Harbor Clinic")
    assert found.custodian is not None
    assert found.custodian.organization == "Harbor Clinic"
    written = datetime(2026, 3, 4, 10, 15, tzinfo=timezone(timedelta(hours=-6)))
    assert found.at == Moment(date(2026, 3, 4), Precision.SECOND, written)
    assert (found.code.code, found.title) == ("34133-9", "Summary of Ingrid Vale")
    assert [one.code for one in found.findings] == ["ccda.other-name"]


def test_entries_are_typed_and_say_where_they_stand() -> None:
    found = read_document(WHOLE)
    (problem,), (allergy,), (drug,) = found.entries.problems, found.entries.allergies, found.entries.medications
    assert (problem.code.code, problem.code.words, problem.status, problem.concern) == (
        ASTHMA,
        "Asthma",
        "active",
        "active",
    )
    assert problem.period == Period(low=Moment(date(2018, 5, 1), Precision.MONTH))
    assert problem.source.section == "Problems"
    assert problem.source.path == "body/section[1]/entry[1]/act/entryRelationship[1]/observation"
    assert (allergy.substance.words, allergy.kind.code) == ("Penicillin", "416098002")
    assert [(one.code.words, one.severity.words) for one in allergy.reactions] == [("Hives", "Severe")]
    assert (drug.drug.code, drug.status) == ("314077", "active")
    assert [(one.kind, one.coded, one.read) for one in found.sections] == [
        ("problems", 1, 1),
        ("allergies", 1, 1),
        ("medications", 1, 1),
    ]
    assert document_as_check(found)["ok"]


def test_a_drug_is_read_with_how_it_is_taken() -> None:
    times = (
        '<effectiveTime xsi:type="IVL_TS"><low value="20260101"/><high nullFlavor="UNK"/></effectiveTime>'
        '<effectiveTime xsi:type="PIVL_TS" operator="A"><period value="12" unit="h"/></effectiveTime>'
        '<effectiveTime xsi:type="EIVL_TS" operator="A"><event code="HS"/></effectiveTime>'
        '<routeCode code="C38288" codeSystem="2.16.840.1.113883.3.26.1.1" displayName="Oral"/>'
        '<doseQuantity value="2"/>'
    )
    text = '<text><reference value="#sig"/></text>'
    (drug,) = of(
        "10160-0", given("314077", text, times), text='<content ID="sig">2 tablets  twice\n a day</content>'
    ).medications
    assert drug.period == Period(low=Moment(date(2026, 1, 1)))
    assert (drug.every, drug.event, drug.dose) == (Quantity(Decimal(12), "h"), "HS", Quantity(Decimal(2)))
    assert (drug.route.words, drug.sig, drug.intended) == ("Oral", "2 tablets twice a day", False)


def measured(value: str, more: str = "") -> str:
    code = f'<code code="718-7" codeSystem="{LOINC}" displayName="Hemoglobin"/>'
    one = observed(value + more, of="4.2", code=code, time='<effectiveTime value="20260102"/>')
    panel = f'<code code="58410-2" codeSystem="{LOINC}" displayName="CBC"/>'
    held = f"{template('4.1')}{panel}<component>{one}</component>"
    return f'<organizer classCode="BATTERY" moodCode="EVN">{held}</organizer>'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('<value xsi:type="PQ" value="13.50" unit="g/dL"/>', Quantity(Decimal("13.50"), "g/dL")),
        ('<value value="13.50" unit="1"/>', Quantity(Decimal("13.50"))),
        ('<value xsi:type="x:ST">clotted</value>', "clotted"),
        ('<value xsi:type="PQ" value="n/a"/>', "n/a"),
        ('<value xsi:type="IVL_PQ"><high value="5" unit="mg"/></value>', Range(high=Quantity(Decimal(5), "mg"))),
        (coded("260373001", "Detected"), Code("260373001", SNOMED, "Detected")),
        ('<value xsi:type="PQ" nullFlavor="UNK"/>', None),
        ("", None),
    ],
)
def test_results_have_values_of_every_kind(value: str, expected: object) -> None:
    (found,) = of("30954-2", measured(value)).results
    assert found.value == expected
    assert (found.panel.words, found.period) == ("CBC", Period(at=Moment(date(2026, 1, 2))))


def test_a_result_says_how_it_is_to_be_taken() -> None:
    limits = '<value xsi:type="IVL_PQ"><low value="12" unit="g/dL"/></value>'
    more = (
        '<interpretationCode code="L" codeSystem="2.16.840.1.113883.5.83"/>'
        f"<referenceRange><observationRange><text>over 12</text>{limits}</observationRange></referenceRange>"
    )
    (found,) = of("30954-2", measured("", more)).results
    assert [one.code for one in found.interpretations] == ["L"]
    assert found.ranges == (Range(Quantity(Decimal(12), "g/dL"), None, "over 12"),)


def test_a_vaccine_that_was_refused_says_why() -> None:
    reason = '<code code="PATOBJ" codeSystem="2.16.840.1.113883.5.8"/>'
    held = f"<entryRelationship>{observed('', of='4.53', code=reason)}</entryRelationship>"
    refused = given("140", held, of="4.52", marks='moodCode="EVN" negationInd="true"', system=CVX, name="Influenza")
    (found,) = of("11369-6", refused).immunizations
    assert (found.vaccine.code, found.negated, found.reason.code) == ("140", True, "PATOBJ")


def test_procedures_are_acts_observations_and_procedures() -> None:
    def done(element: str, last: str) -> str:
        code = f'<code code="1" codeSystem="{SNOMED}" displayName="{element}"/>'
        return f'<{element} moodCode="EVN">{template(last)}{code}<statusCode code="completed"/></{element}>'

    found = of("47519-4", done("procedure", "4.14"), done("observation", "4.13"), done("act", "4.12")).procedures
    assert [(one.element, one.code.words) for one in found] == [(n, n) for n in ("procedure", "observation", "act")]


NEGATED = 'negationInd="true"'
NOTHING = '<code nullFlavor="NA"/></playingEntity></participantRole></participant>'
NO_SUBSTANCE = PENICILLIN[: PENICILLIN.index("<code")] + NOTHING
NO_PROBLEMS = '<value nullFlavor="OTH"><originalText>No known problems</originalText></value>'


def allergy(value: str, substance: str = NO_SUBSTANCE, marks: str = "") -> str:
    return concern(observed(value + substance, of="4.7", marks=marks))


@pytest.mark.parametrize(
    ("code", "entry", "none", "negated"),
    [
        ("48765-2", allergy(coded("419199007", "Allergy to substance"), marks=NEGATED), True, False),
        ("48765-2", allergy(coded("416098002", "Drug allergy"), marks=NEGATED), True, False),
        ("48765-2", allergy(coded("716186003", "No known allergy")), True, False),
        ("48765-2", allergy('<value xsi:type="ST">NKDA</value>'), True, False),
        ("48765-2", allergy(coded("416098002", "Drug allergy"), PENICILLIN, NEGATED), False, True),
        ("48765-2", allergy(coded("416098002", "Drug allergy"), PENICILLIN), False, False),
        ("11450-4", concern(observed(coded("55607006", "Problem"), marks=NEGATED)), True, False),
        ("11450-4", concern(observed(coded("160245001", "No current problems"))), True, False),
        ("11450-4", concern(observed(coded(ASTHMA, "Asthma"), marks=NEGATED)), False, True),
        ("11450-4", concern(observed(NO_PROBLEMS)), True, False),
        ("10160-0", given("", marks='moodCode="EVN" negationInd="true"'), True, False),
        ("10160-0", given("787481004", system=SNOMED), True, False),
        ("10160-0", given("314077", marks='moodCode="EVN" negationInd="true"'), False, True),
    ],
)  # fmt: skip
def test_nothing_known_and_not_this_one_are_told_apart(code: str, entry: str, *, none: bool, negated: bool) -> None:
    found = of(code, entry)
    read: list[Problem | Allergy | Medication] = [*found.problems, *found.allergies, *found.medications]
    assert len(read) == 1
    one = read[0]
    assert (one.none_known, one.negated) == (none, negated)


def test_a_code_is_found_in_its_translation_and_words_in_the_narrative() -> None:
    inside = '<originalText><reference value="#p1"/></originalText><translation code="J45.9" codeSystem="x"/>'
    value = f'<value xsi:type="CD" nullFlavor="UNK">{inside}</value>'
    (found,) = of("11450-4", concern(observed(value)), text='<td ID="p1">Asthma <content>mild</content></td>').problems
    assert (found.code.missing, found.code.text, found.code.words) == ("UNK", "Asthma mild", "Asthma mild")
    assert found.code.coded == Code("J45.9", "x")


def test_entries_without_templates_are_read_by_their_shape() -> None:
    bare = observed(coded(ASTHMA, "Asthma")).replace(template("4.4"), "")
    assert len(of("11450-4", bare, concern(bare)).problems) == 2
    by_template = section("x", concern(observed(coded(ASTHMA, "Asthma")))).replace(
        "<title>", template("2.5.1") + "<title>"
    )
    assert len(read_document(document(by_template)).entries.problems) == 1


def odd() -> Iterator[tuple[str, str, bytes]]:
    asthma = coded(ASTHMA, "Asthma")
    yield (
        "bad-time",
        "warning",
        document(section("11450-4", observed(asthma, time='<effectiveTime value="20181399"/>'))),
    )
    order = '<effectiveTime><low value="2020"/><high value="2019"/></effectiveTime>'
    yield "time-order", "warning", document(section("11450-4", observed(asthma, time=order)))
    yield "no-system", "warning", document(section("11450-4", observed(coded(ASTHMA, "Asthma", ""))))
    yield "bad-number", "warning", document(section("30954-2", measured('<value xsi:type="PQ" value="1e999"/>')))
    yield "nothing-said", "warning", document(section("11450-4", observed('<value nullFlavor="UNK"/>')))
    yield (
        "nothing-said",
        "info",
        document(section("11450-4", observed('<value nullFlavor="UNK"/>', marks='nullFlavor="NI"'))),
    )
    yield "entry-unread", "warning", document(section("10160-0", observed(asthma)))
    yield "section-unread", "info", document(section("46240-8", "<encounter/>"))
    yield "section-uncoded", "info", document("<section><title>Words</title></section>")
    yield "no-body", "error", document().replace(b"<component><structuredBody></structuredBody></component>", b"")
    yield "no-patient", "error", document(section("x"), header="")
    yield (
        "patient-unsaid",
        "warning",
        document(section("x"), header=HEADER.replace('<birthTime value="19650314"/>', "")),
    )
    twice = HEADER[HEADER.index("<recordTarget>") : HEADER.index("<author>")]
    yield "more-patients", "warning", document(section("x"), header=HEADER + twice)
    yield "encoding", "warning", WHOLE.replace(b"Lantern", b"L\xe4ntern")


@pytest.mark.parametrize(("code", "severity", "data"), list(odd()))
def test_what_is_odd_is_said_and_the_rest_is_read(code: str, severity: str, data: bytes) -> None:
    found = read_document(data)
    said = [(one.code, one.severity) for one in found.findings if one.code != "ccda.other-name"]  # of the header
    assert said == [(f"ccda.{code}", Severity(severity))]
    assert found.patient.name.family == ("" if code == "no-patient" else "Vale")


def test_letters_of_windows_are_read_as_such() -> None:
    assert read_document(WHOLE.replace(b"Lantern", b"L\xe4ntern")).patient.addresses[0].lines == ("1 L\u00e4ntern Way",)
    assert read_document(WHOLE.decode().replace('encoding="UTF-8"', "").encode("utf-16")).patient.name.family == "Vale"
    assert read_document(b"\n \n" + WHOLE).patient.name.family == "Vale"


def test_times_are_as_exact_as_they_were_said() -> None:
    def when(text: str) -> Moment | None:
        found = of("11450-4", observed(coded(ASTHMA, "Asthma"), time=f'<effectiveTime value="{text}"/>'))
        return found.problems[0].period.at

    assert when("2018") == Moment(date(2018, 1, 1), Precision.YEAR)
    assert when("20180314090000") == Moment(date(2018, 3, 14))  # of no zone
    noon = datetime(2018, 3, 14, 12, 0, tzinfo=UTC)
    assert when("201803141200+0000") == Moment(date(2018, 3, 14), Precision.MINUTE, noon)
    assert when("201803141200+9900") is None
    assert when("\u0662\u0660\u0661\u0668") is None


def test_the_narrative_is_plain_text() -> None:
    head, row = "<tr><th>Drug</th><th>Dose</th></tr>", "<tr><td>A<br/>B</td><td>5 &lt; 6</td></tr>"
    table = f"<table><thead>{head}</thead><tbody>{row}</tbody></table>"
    text = f"<paragraph>Seen  \n today\u202e</paragraph>{table}<list><item>one</item><item>two</item></list>"
    found = read_document(document(section("x", text=text))).sections[0].text
    assert found == "Seen today\nDrug | Dose\nA\nB | 5 < 6\n- one\n- two"


def test_sections_inside_sections_are_read() -> None:
    inner = section("11450-4", concern(observed(coded(ASTHMA, "Asthma"))))
    outer = section("x").replace("</section>", f"<component>{inner}</component></section>")
    found = read_document(document(outer))
    assert [(one.path, one.depth) for one in found.sections] == [
        ("body/section[1]", 0),
        ("body/section[1]/section[1]", 1),
    ]
    assert len(found.entries.problems) == 1


@pytest.mark.parametrize(
    ("inside", "content", "noted"),
    [
        ('mediaType="application/pdf" representation="B64">JVBE\nRg==', b"%PDF", ["ccda.no-sections"]),
        ('mediaType="text/plain">Dear office', b"Dear office", ["ccda.no-sections"]),
        ('mediaType="application/pdf" representation="B64">JVB', b"", ["ccda.bad-file", "ccda.no-sections"]),
    ],
)
def test_a_document_that_is_a_file_gives_the_file(inside: str, content: bytes, noted: list[str]) -> None:
    body = f"<component><nonXMLBody><text {inside}</text></nonXMLBody></component>"
    found = read_document(WHOLE[: WHOLE.index(b"<component>")] + f"{body}</ClinicalDocument>".encode())
    assert found.attachment is not None
    assert (found.attachment.content, said(found)) == (content, noted)


def test_what_is_no_document_is_refused() -> None:
    for data, code in ((b"<html/>", "ccda.not-a-document"), (b"Dear office", "xml.not-well-formed")):
        with pytest.raises(Refusal) as caught:
            read_document(data)
        assert caught.value.code == code


def test_words_that_many_entries_point_at_are_cut() -> None:
    pointing = concern(observed('<value nullFlavor="OTH"><originalText><reference value="#x"/></originalText></value>'))
    found = of("11450-4", *[pointing] * 50, text=f'<content ID="x">{"word " * 5000}</content>').problems
    assert {len(one.code.text) for one in found} <= {999, 1000}
    assert len({id(one.code.text) for one in found}) == 1


def test_findings_end() -> None:
    many = [observed(coded(ASTHMA, "Asthma", "")) for _ in range(600)]
    assert len(read_document(document(section("11450-4", *many))).findings) == 500


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not beside the repository")
def test_documents_of_others_give_their_coded_entries() -> None:
    paths = sorted(SAMPLES.rglob("*.xml"))
    found = [read_document(path.read_bytes()) for path in paths]
    assert len(found) == len(paths) > 30
    assert all(document.patient.name.words and document.patient.birth for document in found)
    coded = sum(section.coded for document in found for section in document.sections)
    read = sum(section.read for document in found for section in document.sections)
    assert coded > 600
    assert read >= 0.95 * coded


def test_the_narrative_is_laid_out_as_tables_lists_and_paragraphs() -> None:
    text = (
        "Seen <content ID='a'>twice</content>.<br/>Again in May.<paragraph>No fever.</paragraph>"
        "<list><caption>Plan</caption><item>Rest</item><item><paragraph>Water</paragraph><paragraph>Tea</paragraph></item></list>"
        "<table border='1'><caption>Doses</caption><thead><tr><th>Drug</th><th>Dose</th></tr></thead>"
        "<tbody><tr><td>Aspirin &lt;b&gt;</td><td>81 mg</td></tr><tr><td/><td/></tr>"
        "<tr><th>Iron</th><td><list><item>one</item><item>two</item></list></td></tr></tbody></table>"
        "<table><tr><th>Only</th></tr><tr><td>row</td></tr></table><table/><list/>after"
    )
    (found,) = read_document(document(section("8716-3", text=text))).sections
    assert found.blocks == (
        Block(words="Seen twice."),
        Block(words="Again in May."),
        Block(words="No fever."),
        Block(items=("Plan", "Rest", "Water; Tea")),
        Block(
            caption="Doses", head=(("Drug", "Dose"),), rows=(("Aspirin <b>", "81 mg"), ("Iron", "one; two")),
        ),
        Block(head=(("Only",),), rows=(("row",),)),
        Block(words="after"),
    )  # fmt: skip
    assert "blocks" not in str(document_as_json(read_document(document(section("8716-3", text=text)))))
