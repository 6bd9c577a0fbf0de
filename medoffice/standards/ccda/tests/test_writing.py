"""What is written is read back the same and obeys the standard's own rules; what has no place there is refused."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.tests.chromium import CHROMIUM
from medoffice.standards.ccda.api import document_in_words, read_document, write_ccd, write_referral
from medoffice.standards.ccda.outgoing import Outgoing, Referral
from medoffice.standards.ccda.tests.judges import RULES, Judge, judge
from medoffice.standards.ccda.tests.strategies import ENTRIES, OUTGOING, REFERRALS
from medoffice.standards.ccda.types import (
    NOWHERE,
    Code,
    Document,
    Entries,
    Identifier,
    Measurement,
    Medication,
    Moment,
    Party,
    Patient,
    Period,
    PersonName,
    Precision,
    Procedure,
    Quantity,
)

NOBODY = Outgoing(Identifier("2.25.3", "1"), "", Moment(date(2026, 3, 4)), Patient(), Party(), Party())
WRITTEN = datetime(2026, 3, 4, 10, 15, tzinfo=UTC)
ABOUT = Outgoing(
    Identifier("2.25.3", "77"),
    "Summary of Ingrid Vale",
    Moment(date(2026, 3, 4), Precision.MINUTE, WRITTEN),
    Patient(PersonName("Vale", ("Ingrid",)), Moment(date(1965, 3, 14)), Code("F", "2.16.840.1.113883.5.1")),
    Party(PersonName("Quist", ("Otto",), "Dr")),
    Party(organization="Harbor Clinic"),
)
SEND = Referral(Party(PersonName("Brandt", ("Ana",))), "Cough for six weeks", "Asthma?\nSpirometry")
MONTH = Moment(date(2026, 3, 1), Precision.MONTH)
SMOKING = Code("72166-2", "2.16.840.1.113883.6.1")
LATE = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def without_source(entries: Entries) -> Entries:
    """The entries as if they stood nowhere, to be compared."""
    found = {kind.name: getattr(entries, kind.name) for kind in fields(Entries)}
    return Entries(**{name: tuple(replace(one, source=NOWHERE) for one in held) for name, held in found.items()})


@LATE
@given(OUTGOING, ENTRIES)
def test_what_is_written_is_read_back(about: Outgoing, entries: Entries) -> None:
    data = write_ccd(about, entries)
    found = read_document(data)
    assert without_source(found.entries) == entries
    assert (found.title, found.at, found.ids, found.language) == (about.title, about.at, (about.id,), about.language)
    assert (found.patient, found.custodian) == (about.patient, about.custodian)
    assert found.authors == (about.author,)
    expected = {"ccda.time-order", "ccda.section-says-nothing"}  # what was made up, and a list that is empty
    assert [one for one in found.findings if one.code not in expected] == []
    assert data == write_ccd(about, entries)


@LATE
@given(OUTGOING, ENTRIES, REFERRALS)
def test_a_referral_holds_the_same_and_its_words(about: Outgoing, entries: Entries, referral: Referral) -> None:
    found = read_document(write_referral(about, entries, referral))
    assert (without_source(found.entries), found.code.code) == (entries, "57133-1")
    told = [section.text for section in found.sections]
    assert (told[0], told[-1]) == tuple(
        text or "No information." for text in (referral.reason, referral.assessment_and_plan)
    )


def test_the_narrative_tells_every_entry() -> None:
    drug = Medication(Code("314077", "2.16.840.1.113883.6.88", "Lisinopril 20 mg"), sig="one a day")
    found = read_document(write_ccd(ABOUT, Entries(medications=(drug,))))
    (told,) = (section.text for section in found.sections if section.kind == "medications")
    assert told.splitlines() == [
        "What | Details | When",
        "Lisinopril 20 mg (RxNorm 314077) | Lisinopril 20 mg (RxNorm 314077), one a day | -",
    ]


def test_what_was_said_about_an_entry_stands_in_its_row_and_is_pointed_at_by_the_entry() -> None:
    said = "The patient disagrees: my brother takes it"
    drugs = [Medication(Code("314077", "2.16.840.1.113883.6.88", name), comments=(said,)) for name in ("Abc", "Def")]
    data = write_ccd(ABOUT, Entries(medications=tuple(drugs)))
    found = read_document(data)
    (told,) = (section.text for section in found.sections if section.kind == "medications")
    assert told.splitlines().count(f"{said} | -") == 2
    assert [one.comments for one in found.entries.medications] == [(said,), (said,)]
    assert document_in_words(found).splitlines().count(f"    {said}") == 2
    assert (data.count(b'<content ID="medications-'), data.count(b'code="48767-8"')) == (1, 2)


@pytest.mark.parametrize(
    "entries",
    [
        Entries(medications=(Medication(Code(text="x"), every=Quantity(Decimal(1), "h"), event="HS"),)),
        Entries(vitals=(Measurement(Code("1", "2"), "high"),)),
        Entries(vitals=(Measurement(Code("1", "2"), Quantity(Decimal(1)), status="active"),)),
        Entries(social=(Measurement(Code("1", "2", "x")),)),
        Entries(social=(Measurement(SMOKING, "sometimes"),)),
        Entries(social=(Measurement(SMOKING, Code("1", "2"), period=Period(low=Moment(date(2020, 1, 1)))),)),
        Entries(procedures=(Procedure(Code(text="x"), intended=True),)),
        Entries(procedures=(Procedure(Code(text="x"), "act", sites=(Code(text="y"),)),)),
    ],
)
def test_what_the_standard_has_no_place_for_is_refused(entries: Entries) -> None:
    with pytest.raises(Refusal) as caught:
        write_ccd(ABOUT, entries)
    assert (caught.value.code, bool(caught.value.fix)) == ("ccda.unwritable", True)


def test_a_document_is_of_a_day() -> None:
    for about in (replace(ABOUT, at=MONTH), replace(ABOUT, author=replace(ABOUT.author, at=MONTH))):
        with pytest.raises(Refusal, match="of a day"):
            write_ccd(about, Entries())


def test_marks_that_xml_cannot_carry_are_left_out() -> None:
    about = replace(NOBODY, title="a\x00\ud800\ufffe b\u202e <&>")
    assert read_document(write_ccd(about, Entries())).title == "a b <&>"


@pytest.fixture(scope="module")
def rules() -> Iterator[Judge]:
    if not (RULES.is_dir() and Path(CHROMIUM).exists()):
        pytest.skip("the standard's rules are not beside the repository, or there is no browser to ask them")
    with judge() as found:
        yield found


@settings(LATE, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(OUTGOING, ENTRIES, REFERRALS)
def test_the_standards_own_rules_hold(rules: Judge, about: Outgoing, entries: Entries, referral: Referral) -> None:
    assert rules.errors(write_ccd(about, entries)) == []
    assert rules.errors(write_referral(about, entries, referral)) == []


@pytest.mark.parametrize("about", [NOBODY, ABOUT])
def test_the_rules_hold_where_nothing_is_known(rules: Judge, about: Outgoing) -> None:
    assert rules.errors(write_ccd(about, Entries())) == []
    assert rules.errors(write_referral(about, Entries(), SEND)) == []


def test_the_rules_find_what_is_broken(rules: Judge) -> None:
    data = write_ccd(ABOUT, Entries())
    assert rules.rules > 2_000
    for there, instead in ((b"custodian>", b"x>"), (b'code="48765-2"', b'code="1"'), (b' nullFlavor="NI"', b"")):
        assert rules.errors(data.replace(there, instead)), there
    assert rules.errors(b"<a>")[0][0] == "not well-formed"


def test_a_document_says_what_it_is() -> None:
    found: Document = read_document(write_referral(ABOUT, Entries(), SEND))
    assert (found.code.code, found.title) == ("57133-1", "Summary of Ingrid Vale")
    assert [section.text for section in found.sections if section.code.code == "51847-2"] == ["Asthma?\nSpirometry"]
    assert all(section.coded == 0 for section in found.sections)
