"""What payers answer before they pay: every claim sent ends accepted, rejected or overdue, and somebody knows."""

from datetime import timedelta

import pytest

from medoffice.kernel import clock
from medoffice.revenue.billing.api import capture_charges
from medoffice.revenue.claims.api import chase_overdue, claim_counts, correct_claim, prepare_claims, send_claims
from medoffice.revenue.claims.models import InboundFile, OutboundFile
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import (
    Place,
    advice,
    answer,
    body_277ca,
    body_999,
    group,
    interchange,
    make_place,
    open_work,
    ta1_of,
)
from medoffice.revenue.claims.types import ClaimState, FileState
from medoffice.revenue.coding.tests.makers import make_coded
from medoffice.security.types import PROGRAM
from medoffice.standards.x12 import professional_write
from medoffice.standards.x12.tests import planted_answers

pytestmark = pytest.mark.django_db
GUIDE_999, GUIDE_277 = "005010X231A1", "005010X214"


@pytest.fixture
def place() -> Place:
    """An office with two claims sent, in two files."""
    made = make_place()
    made.visit("visit")
    made.visit("visit")
    return made


def control_of(place: Place, name: str) -> int:
    """The control number of the file a claim went in."""
    return OutboundFile.objects.get(claims__number=place.claim(name).number).control


def kinds() -> list[str]:
    """The kinds of work that wait."""
    return sorted(item.kind for item in open_work())


def states(place: Place) -> tuple[ClaimState, ClaimState]:
    """Where the two claims stand."""
    return place.claim("A").state, place.claim("B").state


SENT, ACCEPTED, REJECTED = ClaimState.SENT, ClaimState.ACCEPTED, ClaimState.REJECTED


@pytest.mark.parametrize(
    ("status", "state", "work", "words"),
    [
        ("A", SENT, [], "Sent to"),
        ("E", SENT, ["file-errors"], "took the file with errors (TA1 E, note 006)"),
        ("R", REJECTED, ["claim-rejected"], "refused the whole file (TA1 note 006)"),
    ],
)
def test_a_ta1_shows_on_the_claims_of_its_file(
    place: Place, status: str, state: ClaimState, work: list[str], words: str
) -> None:
    place.receive(answer("", "", "", ta1=ta1_of(control_of(place, "A"), status)))
    assert states(place) == (state, SENT)
    assert kinds() == work
    assert words in place.claim("A").events[-1].words


@pytest.mark.parametrize(
    ("status", "group_status", "state", "work"),
    [
        ("A", "A", SENT, []),
        ("E", "E", SENT, ["file-errors"]),
        ("R", "R", REJECTED, ["claim-rejected"]),
        ("R", "P", REJECTED, ["claim-rejected"]),
        ("A", "P", SENT, ["file-errors"]),
    ],
)
def test_a_999_shows_on_the_claims_of_its_group(
    place: Place, status: str, group_status: str, state: ClaimState, work: list[str]
) -> None:
    body = body_999(control_of(place, "A"), status, group_status=group_status)
    place.receive(answer("999", GUIDE_999, body))
    assert states(place) == (state, SENT)
    assert kinds() == work
    assert OutboundFile.objects.get(claims__number=place.claim("A").number).group_answer == group_status


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> Place:
    """An office that sent two claims in one file, each in a transaction of its own, as one does that has thousands."""
    monkeypatch.setattr(professional_write, "CLAIMS_PER_TRANSACTION", 1)
    made = make_place()
    for letter in "AB":
        encounter_id = make_coded(made.office, made.patient_id, "visit")
        capture_charges(actor=PROGRAM, encounter_id=encounter_id)
        made.visits[letter] = encounter_id
        (made.claims[letter],) = prepare_claims(actor=PROGRAM, encounter_id=encounter_id)
    send_claims(actor=PROGRAM)
    return made


def sets(said: str) -> str:
    """What a 999 says of transactions: ``1A 2R`` takes the first and refuses the second."""
    wrong = {"A": "", "": ""}
    return "".join(
        f"AK2*837*{one[0]:0>4}*005010X222A1~{wrong.get(one[1:], 'IK3*CLM*22**8~')}IK5*{one[1:]}*5~"
        for one in said.split()
    )


@pytest.mark.parametrize(
    ("said", "end", "state", "work"),
    [
        ("1A 2R", "P*2*2*1", (SENT, REJECTED), ["claim-rejected"]),
        ("1W 2A", "P*2*2*1", (REJECTED, SENT), ["claim-rejected"]),
        ("2R", "P*2*2*1", (SENT, REJECTED), ["claim-rejected"]),
        ("2R", "P*2*2*0", (SENT, REJECTED), ["claim-rejected", "file-errors"]),
        ("1R 2R", "R*2*2*0", (REJECTED, REJECTED), ["claim-rejected"] * 2),
        ("1R 2E", "P*2*2*1", (REJECTED, SENT), ["claim-rejected", "file-errors"]),
        ("2", "P*2*2*1", (SENT, SENT), ["file-errors"]),
        ("9R", "P*2*2*1", (SENT, SENT), ["file-quarantined"]),
        ("", "P*2*2*1", (SENT, SENT), ["file-errors"]),
    ],
    ids=[
        "the second",
        "the first for its check",
        "one named alone",
        "more refused than named",
        "all",
        "another with errors",
        "no result",
        "one that was not sent",
        "none named",
    ],
)
def test_of_a_group_taken_in_part_the_claims_of_the_refused_sets_come_back(
    parts: Place, said: str, end: str, state: tuple[ClaimState, ClaimState], work: list[str]
) -> None:
    assert control_of(parts, "A") == control_of(parts, "B")
    parts.receive(answer("999", GUIDE_999, f"AK1*HC*{control_of(parts, 'A')}*005010X222A1~{sets(said)}AK9*{end}~"))
    assert (states(parts), kinds()) == (state, work)


def test_a_claim_of_a_refused_set_is_corrected_and_sent_again_the_other_goes_on(parts: Place) -> None:
    parts.receive(answer("999", GUIDE_999, f"AK1*HC*{control_of(parts, 'B')}*005010X222A1~{sets('1A 2R')}AK9*P*2*2*1~"))
    assert parts.claim("B").events[-1].words == "The payer refused transaction 0002 of the file (999 P, CLM)."
    parts.claims["B2"] = correct_claim(actor=PROGRAM, claim_id=parts.claims["B"])
    send_claims(actor=PROGRAM)
    parts.receive(answer("277", GUIDE_277, body_277ca((parts.claim("A").number, "A2:20:PR"))))
    assert (parts.claim("A").state, parts.claim("B").state) == (ACCEPTED, ClaimState.REPLACED)
    assert (parts.claim("B2").state, parts.claim("B2").frequency, kinds()) == (SENT, "1", [])


def test_a_277ca_accepts_one_claim_and_rejects_the_other(place: Place) -> None:
    a, b = place.claim("A").number, place.claim("B").number
    place.receive(answer("277", GUIDE_277, body_277ca((a, "A2:20:PR"), (b, "A3:21"))))
    assert states(place) == (ACCEPTED, REJECTED)
    assert place.claim("A").payer_claim_number == "ICN4"
    assert "A3:21" in place.claim("B").events[-1].words
    assert kinds() == ["claim-rejected"]


def test_an_acceptance_after_all_ends_the_work_about_the_rejection(place: Place) -> None:
    b = place.claim("B").number
    place.receive(answer("277", GUIDE_277, body_277ca((b, "A3:21"))))
    place.receive(answer("277", GUIDE_277, body_277ca((b, "A2:20:PR")), control=8))
    assert (states(place), kinds()) == ((SENT, ACCEPTED), [])


def test_two_kinds_of_answers_in_one_interchange_both_count(place: Place) -> None:
    a, b = place.claim("A").number, place.claim("B").number
    data = answer("999", GUIDE_999, body_999(control_of(place, "A"), "R"), ta1=ta1_of(control_of(place, "B"), "E"))
    more = group("277", GUIDE_277, body_277ca((b, "A2:20:PR")))
    place.receive(data.replace(b"IEA*1", f"{more}IEA*2".encode()))
    assert a != b
    assert states(place) == (REJECTED, ACCEPTED)
    assert kinds() == ["claim-rejected", "file-errors"]


@pytest.mark.parametrize("number", ["", " ", "C-NOT-OURS"])
def test_a_status_for_nobody_is_for_a_person_and_the_others_count(place: Place, number: str) -> None:
    a = place.claim("A").number
    file_id = place.receive(answer("277", GUIDE_277, body_277ca((number, "A3:21"), (a, "A2:20:PR"))))
    assert states(place) == (ACCEPTED, SENT)
    assert InboundFile.objects.get(id=file_id).state == FileState.QUARANTINED
    assert kinds() == ["file-quarantined"]


@pytest.mark.parametrize(
    "data",
    [
        answer("", "", "", ta1=ta1_of(987654, "R")),
        answer("999", GUIDE_999, body_999(987654, "R")),
        answer("999", GUIDE_999, "AK1*HC**005010X222A1~AK9*R*1*1*0~"),
        b"",
        b"not a file of this kind",
    ],
    ids=["TA1 of another's", "999 of another's", "999 without a number", "nothing", "something else"],
)
def test_an_answer_to_what_we_did_not_send_is_for_a_person(place: Place, data: bytes) -> None:
    file_id = place.receive(data)
    assert states(place) == (SENT, SENT)
    assert InboundFile.objects.get(id=file_id).state == FileState.QUARANTINED
    assert kinds() == ["file-quarantined"]


def test_what_a_payer_says_in_words_and_of_a_line_is_told(place: Place) -> None:
    said = body_277ca((place.claim("B").number, "A3:21")).replace("*U*150~", "*U*150********NPI NOT ON FILE~")
    line = "SVC*HC:99213*150*****1~STC*A7:454*20261125*U~REF*FJ*L1~"
    place.receive(answer("277", GUIDE_277, said + line))
    words = "Rejected by the payer (A3:21, NPI NOT ON FILE, A7:454 of line L1)."
    assert place.claim("B").events[-1].words == words


def test_a_batch_that_comes_back_whole_brings_all_its_claims_back(place: Place) -> None:
    batch = f"TRN*2*{control_of(place, 'A')}~STC*A3:24:41*20261125*U*150~"
    head = body_277ca().split("TRN*2*1~")[0].replace("HL*2*1*21*1", "HL*2*1*21*0")
    place.receive(answer("277", GUIDE_277, head + batch))
    assert states(place) == (REJECTED, SENT)
    assert place.claim("A").events[-1].words == "The payer turned back the whole batch (A3:24)."
    assert kinds() == ["claim-rejected"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("TRN*2*1~STC*A1:19:PR*20261125*WQ", "TRN*2*777777~STC*A3:24:41*20261125*U"), ("XX*1999999984~", "{refused}")],
    ids=["a batch of another's", "a provider"],
)
def test_what_comes_back_without_its_claims_named_is_for_a_person(place: Place, old: str, new: str) -> None:
    a = place.claim("A").number
    new = new.format(refused="XX*1999999984~TRN*1*0~STC*A8:496:85**U*150*****~HL*4*2*19*1~NM1*85*2*ANNEX~")
    file_id = place.receive(answer("277", GUIDE_277, body_277ca((a, "A2:20:PR")).replace(old, new)))
    file = InboundFile.objects.get(id=file_id)
    assert (states(place), file.state) == ((ACCEPTED, SENT), FileState.QUARANTINED)
    assert [found["code"] for found in file.findings if found["code"] == "batch-refused"] == ["batch-refused"]
    assert kinds() == ["file-quarantined"]


@pytest.mark.parametrize("place_of_cut", [b"HL*5", b"TRN*2*{b}~"], ids=["cut off", "no number"])
def test_an_answer_that_is_not_whole_counts_as_far_as_it_goes_and_a_person_looks(
    place: Place, place_of_cut: bytes
) -> None:
    a, b = place.claim("A").number, place.claim("B").number
    data = answer("277", GUIDE_277, body_277ca((a, "A2:20:PR"), (b, "A3:21")))
    gone = place_of_cut.replace(b"{b}", b.encode())
    place.receive(data[: data.index(gone)] if gone == place_of_cut else data.replace(gone, b""))
    assert (states(place), kinds()) == ((ACCEPTED, SENT), ["file-quarantined"])


def test_a_999_names_the_claim_that_was_at_fault(place: Place) -> None:
    a = place.claim("A").number
    body = body_999(control_of(place, "A"), "E").replace("IK4", f"CTX*CLM01:{a}~IK4")
    place.receive(answer("999", GUIDE_999, body))
    assert f"NM1 of claim {a}" in place.claim("A").events[-1].words


def test_answers_in_several_interchanges_of_a_file_all_count(place: Place) -> None:
    first = answer("999", GUIDE_999, body_999(control_of(place, "A"), "R"))
    place.receive(first + answer("", "", "", ta1=ta1_of(control_of(place, "B"), "R"), control=8))
    assert states(place) == (REJECTED, REJECTED)


def test_an_answer_about_another_beside_ours_is_for_a_person(place: Place) -> None:
    ours, other = ta1_of(control_of(place, "A"), "A"), ta1_of(987654, "R")
    file_id = place.receive(answer("", "", "", ta1=ours + other))
    assert InboundFile.objects.get(id=file_id).state == FileState.QUARANTINED


def test_an_eligibility_answer_that_comes_as_a_file_is_known_for_one(place: Place) -> None:
    file = InboundFile.objects.get(id=place.receive(planted_answers.ANSWERS[0].raw))
    assert (file.kind, file.state) == ("271", FileState.QUARANTINED)
    assert "answers no question this office asked" in file.findings[-1]["words"]


def test_a_rejected_claim_is_sent_anew_as_a_first_one(place: Place) -> None:
    place.receive(answer("999", GUIDE_999, body_999(control_of(place, "A"), "R")))
    fresh = correct_claim(actor=PROGRAM, claim_id=place.claims["A"])
    place.claims["A2"] = fresh
    assert (place.claim("A2").frequency, place.claim("A2").state) == ("1", ClaimState.READY)
    assert (place.claim("A").state, kinds()) == (ClaimState.REPLACED, [])
    send_claims(actor=PROGRAM)
    assert place.claim("A2").state is SENT


def test_every_claim_ends_accepted_rejected_or_overdue_and_each_wait_is_told_once(place: Place) -> None:
    start = clock.now()
    with clock.frozen(start + timedelta(days=3)):
        assert chase_overdue(actor=PROGRAM) == 0
    with clock.frozen(start + timedelta(days=5)):
        assert (chase_overdue(actor=PROGRAM), chase_overdue(actor=PROGRAM)) == (2, 2)
        assert kinds() == ["claim-overdue", "claim-overdue"]
        a, b = place.claim("A").number, place.claim("B").number
        place.receive(answer("277", GUIDE_277, body_277ca((a, "A2:20:PR"), (b, "A3:21"))))
        assert (states(place), kinds()) == ((ACCEPTED, REJECTED), ["claim-rejected"])
    with clock.frozen(start + timedelta(days=40)):
        assert (chase_overdue(actor=PROGRAM), chase_overdue(actor=PROGRAM)) == (1, 1)
        assert kinds() == ["claim-overdue", "claim-rejected"]
        paid = claim("A", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30"))
        place.receive(interchange(advice(paid.format(**place.names()), trace="T1", amount="120")))
    assert kinds() == ["claim-rejected"]
    assert claim_counts() == {ClaimState.PAID: 1, REJECTED: 1}
