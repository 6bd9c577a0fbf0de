"""Acknowledgements and claim status: written, read back, judged by pyx12, and built from what was found in a file."""

from dataclasses import replace
from datetime import datetime

import pytest

from medoffice.kernel.findings import Severity
from medoffice.kernel.money import Money
from medoffice.standards.x12.api import (
    UnwritableError,
    acknowledge,
    check_bytes,
    fold_name,
    fold_value,
    read_277ca,
    read_837p,
    read_999,
    read_ta1,
    show_bytes,
    show_text,
    write_277ca,
    write_837p,
    write_999,
    write_ta1,
)
from medoffice.standards.x12.tests.judges import pyx12_says
from medoffice.standards.x12.tests.makers import CLAIMS, DAY, ENVELOPE, HARBOR, OFFICE, SELF, VALE
from medoffice.standards.x12.types import AckTA1, ClaimReport, ClaimStatus, Party, StatusReport

GOOD = write_837p(CLAIMS, ENVELOPE)
BAD = GOOD.replace(b"SBR*P*18*GRP1", b"SBR*Q*18*GRP1", 1).replace(b"DMG*D8*19800229", b"DMG*D8*19800231", 1)


def test_a_clean_file_is_accepted() -> None:
    (ack,) = acknowledge(GOOD)
    assert (ack.status, ack.included, ack.accepted, ack.group_control) == ("A", 1, 1, "101")
    data = write_999([ack], ENVELOPE)
    assert read_999(data) == ([ack], [])
    accepted, answer = pyx12_says(data)
    assert accepted, answer


def test_faults_come_back_with_their_places() -> None:
    (ack,) = acknowledge(BAD)
    (answer,) = ack.sets
    assert (ack.status, answer.status, answer.reasons) == ("R", "R", ("5",))
    places = [(error.segment, error.position, error.loop, error.code) for error in answer.errors]
    assert places == [("SBR", 14, "2000", "8"), ("DMG", 18, "2010", "8")]
    assert answer.errors[0].elements[0].value == "Q"
    data = write_999([ack], ENVELOPE)
    assert read_999(data) == ([ack], [])
    accepted, said = pyx12_says(data)
    assert accepted, said
    assert "error 8" in show_text(data)


def test_what_we_do_not_read_is_rejected_as_not_supported() -> None:
    (ack,) = acknowledge(GOOD.replace(b"005010X222A1", b"005010X223A2"))
    assert (ack.status, ack.sets[0].reasons) == ("R", ("1",))


def test_an_acknowledgement_that_contradicts_itself_is_said() -> None:
    data = write_999(acknowledge(BAD), ENVELOPE)
    assert check_bytes(data, "999")[0].ok
    for changed, code in ((b"AK9*A*1*1*1", "x12.ack-count"), (b"AK9*A*1*1*0", "x12.ack-result")):
        findings = check_bytes(data.replace(b"AK9*R*1*1*0", changed), "999")[0].findings
        assert code in [finding.code for finding in findings]


def test_a_batch_refused_as_a_whole_needs_no_claims() -> None:
    refused = replace(REPORT, claims=(), provider_statuses=(), statuses=(ClaimStatus("A3", "33", "41", DAY, "U"),))
    (result,) = check_bytes(write_277ca([refused], ENVELOPE), "277")
    assert result.findings == ()


def test_an_interchange_acknowledgement() -> None:
    moment = datetime(2026, 3, 3, 9, 30)  # noqa: DTZ001 - X12 times have no zone
    acks = [AckTA1("000000101", moment, "A", "000"), AckTA1("000000102", moment, "R", "025")]
    data = write_ta1(acks, ENVELOPE)
    assert read_ta1(data) == (acks, [])
    (result,) = check_bytes(data, "ta1")
    assert (result.transaction, result.supported, result.ok) == ("TA1 interchange acknowledgement", True, True)
    assert show_bytes(data)[1]["content"]["status"] == "R"


def test_what_is_said_of_a_provider_and_in_words_comes_back_and_a_line_is_refused() -> None:
    about = (ClaimStatus("A3", "496", "85", None, "U", Money(41100), "PROVIDER NOT ENROLLED"),)
    report = replace(REPORT, claims=(), provider_statuses=about)
    assert read_277ca(write_277ca([report], ENVELOPE)) == ([report], [])
    assert report.refused_whole == about
    for said, why in (
        (replace(REPORT, statuses=(replace(about[0], line="L1"),)), "line L1"),
        (replace(REPORT, provider_statuses=()), "of their provider"),
    ):
        with pytest.raises(UnwritableError, match=why):
            write_277ca([said], ENVELOPE)


REPORT = StatusReport(
    source=replace(HARBOR, qualifier="46"),
    receiver=Party("LANTERN FAMILY MEDICINE", qualifier="46", identifier="MEDOFFICE"),
    batch="101",
    received=DAY,
    processed=DAY,
    trace="HT1",
    statuses=(ClaimStatus("A1", "19", "PR", DAY, "WQ", Money(41100)),),
    provider=replace(OFFICE.party, address=None),
    claims=(
        ClaimReport(
            "CLM-1001",
            (ClaimStatus("A2", "20", "PR", DAY, "WQ", Money(20550)),),
            replace(VALE, address=None),
            "PCN557",
            DAY,
        ),
        ClaimReport(
            "CLM-1002",
            (ClaimStatus("A3", "562", "85", DAY, "U", Money(20550)),),
            replace(VALE, address=None),
            "",
            DAY,
            DAY,
        ),
    ),
    provider_statuses=(ClaimStatus("A1", "19", "PR", None, "WQ", Money(41100)),),
)


def test_claim_status_comes_back_and_says_who_was_taken() -> None:
    data = write_277ca([REPORT], ENVELOPE)
    (report,), findings = read_277ca(data)
    assert findings == []
    assert report == REPORT
    assert [claim.accepted for claim in report.claims] == [True, False]
    assert [result.findings for result in check_bytes(data, "277")] == [()]
    accepted, answer = pyx12_says(data)
    assert accepted, answer


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Žofia Łukasiewicz", "Zofia Lukasiewicz"), ("Groß", "Gross"), ("Sørensen", "Sorensen"), ("Æbelø", "AEbelo"),
        ("Þórður Đặng", "THordur Dang"), ("O’Brien", "O'Brien"), ("Núñez–Ruiz", "Nunez-Ruiz"),
        ("A*B~C:D^E", "A B-C D E"), ("ﬁeld", "field"),
    ],
)  # fmt: skip
def test_names_are_folded_and_it_is_said(text: str, plain: str) -> None:
    folded, findings = fold_name(text)
    assert folded == plain
    assert [(finding.code, finding.severity) for finding in findings] == [("x12.folded", Severity.WARNING)]
    assert plain in findings[0].words


@pytest.mark.parametrize("text", ["李小龍", "محمد", "Ωμέγα", "Vale 李", "\u0301"])
def test_names_that_cannot_be_folded_stay_and_ask_for_a_latin_name(text: str) -> None:
    folded, findings = fold_name(text)
    assert folded == text
    assert [(finding.code, finding.severity) for finding in findings] == [("x12.needs-latin", Severity.ERROR)]


def test_a_claim_is_folded_whole_and_then_can_be_written() -> None:
    holder = replace(SELF.subscriber, party=replace(VALE, name="Åkesson", first="Zoë"))
    claim, findings = fold_value(replace(SELF, subscriber=holder), "claim")
    assert [finding.where for finding in findings] == ["claim subscriber party name", "claim subscriber party first"]
    assert read_837p(write_837p([claim], ENVELOPE))[0][0].subscriber.party.name == "Akesson"
    assert fold_name("Vale, Morgan Q. (Jr)") == ("Vale, Morgan Q. (Jr)", [])
