"""Files that must not be believed: nothing of them is posted, nothing raises, and one person is told."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medoffice.kernel import files
from medoffice.kernel.refusals import Refusal
from medoffice.revenue.claims.api import post_remittance, receive_file, remittance_findings, remittances
from medoffice.revenue.claims.models import InboundFile
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place, open_work
from medoffice.revenue.claims.types import ClaimState, FileState
from medoffice.revenue.ledger.api import balances
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
PAID = claim("A", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30"))


@pytest.fixture
def place() -> Place:
    """An office with one claim of 150.00 sent."""
    made = make_place()
    made.visit("visit")
    return made


def remit(place: Place, claims: str = PAID, *, trace: str = "T1", amount: str = "120", **more: str) -> bytes:
    """A file with one payment."""
    control = int(more.pop("control", "1"))
    return interchange(
        advice(claims.format(**place.names()), trace=trace, amount=amount, **more),  # type: ignore[arg-type] # all text
        control=control,
    )


def books() -> dict[str, int]:
    """Every account that is not at zero."""
    return {row.name: row.balance.cents for row in balances() if row.balance}


def state_of(file_id: UUID) -> str:
    """What became of a file."""
    return InboundFile.objects.get(id=file_id).state


def kinds() -> list[str]:
    """The kinds of work that wait for the biller."""
    return sorted(item.kind for item in open_work())


UNBALANCED = {
    "x12.e1": claim("A", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 29") + "AMT*AU*1~"),
    "x12.e2": claim("A", "1", "150", "119", "0", line("A1", "ZZ001", "150", "120", "CO 45 30")),
    "x12.e3": PAID,
    "x12.e4": claim("A", "1", "140", "110", "0", line("A1", "ZZ001", "150", "120", "CO 45 30")),
}


@pytest.mark.parametrize("code", UNBALANCED)
def test_an_unbalanced_payment_is_set_aside_whole_with_one_work_item(place: Place, code: str) -> None:
    before = books()
    amount = {"x12.e2": "119", "x12.e3": "121", "x12.e4": "110"}.get(code, "120")
    file_id = place.receive(remit(place, UNBALANCED[code], amount=amount))
    (row,) = remittances()
    assert state_of(file_id) == row.state == FileState.QUARANTINED
    assert code in {finding["code"] for finding in remittance_findings(row.id)}
    assert books() == before
    assert place.claim("A").state is ClaimState.SENT
    assert kinds() == ["remit-quarantined"]
    with pytest.raises(Refusal, match=r"is not|but the claims|the claim \$140"):
        post_remittance(actor=PROGRAM, remittance_id=row.id)
    assert books() == before


def test_one_bad_payment_in_a_file_does_not_hold_up_the_other(place: Place) -> None:
    place.visit("visit")
    names = place.names()
    good = PAID.replace("{A", "{B").format(**names)
    place.receive(
        interchange(
            advice(PAID.format(**names), trace="T1", amount="121"),
            advice(good, trace="T2", amount="120"),
        )
    )
    assert (place.claim("A").state, place.claim("B").state) == (ClaimState.SENT, ClaimState.PAID)
    assert kinds() == ["remit-quarantined"]


@pytest.mark.parametrize(
    "again",
    [
        lambda data: data,
        lambda data: data.replace(b"~", b"~\r\n"),
        lambda data: data.replace(b"~", b" \n").replace(b" \n", b"~\n\n"),
        lambda data: (
            data.replace(b"000000001", b"000000002").replace(b"1500*1*X", b"1500*2*X").replace(b"GE*1*1", b"GE*1*2")
        ),
    ],
    ids=["same bytes under another name", "lines", "blank lines", "another interchange"],
)
def test_the_same_payment_twice_posts_once(place: Place, again: object) -> None:
    data = remit(place)
    place.receive(data)
    once = books()
    second = place.receive(again(data))  # type: ignore[operator] # a function of bytes
    assert books() == once
    states = {remittance.state for remittance in remittances()}
    assert state_of(second) in (FileState.DUPLICATE, FileState.DONE)
    assert FileState.QUARANTINED not in states
    assert kinds() == []


def test_two_payments_that_differ_in_number_only_stay_two(place: Place) -> None:
    place.visit("visit")
    place.receive(remit(place))
    place.receive(remit(place, PAID.replace("{A", "{B"), trace="T2", control="2"))
    assert books()["Payer payments on their way"] == 24_000
    assert place.claim("B").state is ClaimState.PAID


def test_a_corrected_file_posts_and_settles_the_one_set_aside(place: Place) -> None:
    broken = place.receive(remit(place, UNBALANCED["x12.e1"]))
    place.receive(remit(place, UNBALANCED["x12.e1"], control="2"))
    assert kinds() == ["remit-quarantined"]
    place.receive(remit(place, control="3"))
    assert kinds() == []
    assert sorted(row.state for row in remittances()) == [FileState.DONE, FileState.DUPLICATE, FileState.DUPLICATE]
    assert state_of(broken) == FileState.DONE
    aside = next(row for row in remittances() if row.state is FileState.DUPLICATE)
    with pytest.raises(Refusal, match="is posted"):
        post_remittance(actor=PROGRAM, remittance_id=aside.id)


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        (PAID.replace("CLP*{A}*", "CLP**"), "claim-unknown"),
        (PAID.replace("CLP*{A}*", "CLP* *"), "claim-unknown"),
        (PAID.replace("CLP*{A}*", "CLP*C-NOT-OURS*"), "claim-unknown"),
        (PAID.replace("REF*6R*{A1}~", "REF*6R*~").replace("ZZ001", "ZZ002"), "line-unknown"),
        (PAID.replace("REF*6R*{A1}", "REF*6R*SOMETHINGELSE"), "line-unknown"),
    ],
    ids=["blank claim", "space for a claim", "another's claim", "blank control, other code", "another's control"],
)
def test_what_is_not_ours_is_never_matched(place: Place, claims: str, code: str) -> None:
    before = books()
    place.receive(remit(place, claims))
    (row,) = remittances()
    assert row.state is FileState.QUARANTINED
    assert code in {finding["code"] for finding in remittance_findings(row.id)}
    assert (books(), kinds()) == (before, ["remit-quarantined"])


def test_a_payment_for_an_unknown_claim_names_candidates_and_takes_none(place: Place) -> None:
    place.receive(remit(place, PAID.replace("CLP*{A}*", "CLP*LOST*")))
    (row,), ours = remittances(), place.claim("A")
    found = [finding for finding in remittance_findings(row.id) if finding["code"] == "candidate"]
    assert [finding["words"] for finding in found] == [
        f"It may be claim {ours.number} of {ours.date:%m/%d/%Y} over $150.00: the same charge, date, member id, name."
    ]
    assert place.claim("A").state is ClaimState.SENT


@pytest.mark.parametrize("payer", [("99999", "NOBODY"), ("", ""), ("99902", "SUNFIELD STATE PLAN")])
def test_money_of_another_payer_is_not_put_on_the_claim(place: Place, payer: tuple[str, str]) -> None:
    before = books()
    data = interchange(advice(PAID.format(**place.names()), trace="T1", amount="120", payer=payer))
    place.receive(data)
    assert (books(), kinds()) == (before, ["remit-quarantined"])


@pytest.mark.parametrize("without", [{"trace": ""}, {"trace": " "}])
def test_a_payment_without_a_number_is_not_posted(place: Place, without: dict[str, str]) -> None:
    place.receive(remit(place, **without))
    place.receive(remit(place, control="2", **without))
    assert {row.state for row in remittances()} == {FileState.QUARANTINED}
    assert kinds() == ["remit-quarantined"] * 2


def test_a_reversal_of_what_was_never_posted_is_for_a_person(place: Place) -> None:
    back = claim("A", "22", "-150", "-120", "0", line("A1", "ZZ001", "-150", "-120", "CO 45 -30"))
    place.receive(remit(place, back, amount="0", method="NON", provider="FB:T1*-120"))
    assert kinds() == ["remit-quarantined"]
    place.receive(remit(place, trace="T2", control="2"))
    unlike = claim("A", "22", "-150", "-100", "0", line("A1", "ZZ001", "-150", "-100", "CO 45 -50"))
    once = books()
    place.receive(remit(place, unlike, trace="T3", amount="0", method="NON", provider="FB:T3*-100", control="3"))
    assert books() == once
    assert kinds() == ["remit-quarantined"] * 2
    assert {f["code"] for f in remittance_findings(remittances()[0].id)} >= {"reversal-unknown"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("*150*120*", "*150*12O*"),
        ("*150*120*", "*99999999999999*99999999999999*"),
        ("*150*120*", "**120*"),
        ("CO*45*30", "CO*45*3.005"),
        ("CO*45*30", "CO*45*"),
        ("CAS*CO*45*30", "CAS"),
        ("BPR*I*120", "BPR*I*-120"),
        ("BPR*I*120", "BPR*I*1e9"),
        ("BPR*I*120", "BPR*I*999999999999"),
        ("*20", "*00"),
        ("SE*", "SE*9"),
        ("IEA*1", "IEA*7"),
        ("*20", "*99"),
    ],
)
def test_malformed_numbers_are_findings(place: Place, old: str, new: str) -> None:
    before = books()
    file_id = place.receive(remit(place).replace(old.encode(), new.encode()))
    assert books() == before
    assert state_of(file_id) == FileState.QUARANTINED
    assert len(kinds()) == 1
    assert InboundFile.objects.get(id=file_id).findings or remittance_findings(remittances()[0].id)


def test_a_file_cut_off_anywhere_posts_nothing(place: Place) -> None:
    data, before = remit(place), books()
    for end in range(0, len(data) - 1, 37):
        place.receive(data[:end])
        assert books() == before
    place.receive(data)
    assert place.claim("A").state is ClaimState.PAID


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_file_raises_and_the_bytes_are_kept(place: Place, data: st.DataObject) -> None:
    good = remit(place, amount="999")
    at = data.draw(st.integers(0, len(good)))
    noise = data.draw(st.binary(max_size=6))
    bad = data.draw(
        st.sampled_from([noise, good[:at] + noise + good[at + len(noise) :], good[at:] + good[:at], noise * 9])
    )
    before = books()
    file_id = receive_file(actor=PROGRAM, name=data.draw(st.text(max_size=200)), data=bad)
    assert files.load(InboundFile.objects.get(id=file_id).sha256) == bad
    assert books() == before


def test_a_fault_of_ours_leaves_the_bytes_and_a_work_item(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("medoffice.revenue.claims.actions.receiving_remits.post", broken)
    data = remit(place)
    file_id = place.receive(data)
    assert state_of(file_id) == FileState.QUARANTINED
    assert files.load(InboundFile.objects.get(id=file_id).sha256) == data
    assert kinds() == ["file-quarantined"]
    assert remittances() == []


def test_a_name_that_is_no_text_does_not_lose_the_file(place: Place) -> None:
    took = receive_file(actor=PROGRAM, name="era\udcff\x00.x12", data=remit(place))
    assert (state_of(took), InboundFile.objects.get(id=took).name) == (FileState.DONE, "era?.x12")
