"""The office and a pharmacy by wire: from the signature to the last word, whatever the pharmacy does."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from medoffice.clinic.prescriptions.api import (
    approve_renewal,
    call_back_prescription,
    change_pharmacy,
    choose_pharmacy,
    deny_renewal,
    dispatch,
    dispatches_of,
    end_prescription,
    open_renewals,
    prepare_renewal,
    renewals_of,
    send_prescription,
    set_aside,
    settle_wire,
    tell_dispatch,
)
from medoffice.clinic.prescriptions.tests.makers import make_pharmacy, make_signed, said
from medoffice.clinic.prescriptions.types.exchange import Carried, Event, Message, Stand
from medoffice.clinic.prescriptions.types.renewals import Way
from medoffice.clinic.prescriptions.types.wire import Incoming
from medoffice.exchange.pharmacy_link.api import read
from medoffice.exchange.simulators.pharmacy import models, registry
from medoffice.exchange.simulators.pharmacy.actions.serve import Counter
from medoffice.exchange.simulators.pharmacy.api import set_mood, taken
from medoffice.exchange.simulators.pharmacy.rules.counter import habit_of, news_of
from medoffice.exchange.simulators.pharmacy.rules.paper import read_asked, written
from medoffice.exchange.simulators.pharmacy.tests.makers import (
    ADDRESS,
    NOW,
    kinds,
    make_wired,
    passes,
    put,
    stands,
    wired,
)
from medoffice.exchange.simulators.pharmacy.types import Asked, Habit, News, PharmacyMood
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import make_user, person, signed_in
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def moss(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    return make_user("moss", "Ada Moss", Role.MEDICAL_ASSISTANT)


@pytest.mark.parametrize(
    ("habit", "end"),
    [
        (Habit.PLAIN, Stand.FILLED),
        (Habit.PARTIAL, Stand.FILLED),
        (Habit.NONE, Stand.NOT_FILLED),
        (Habit.ELSEWHERE, Stand.TRANSFERRED),
        (Habit.RENEWAL, Stand.FILLED),
        (Habit.CHANGE, Stand.FILLED),
        (Habit.BUSY, Stand.FILLED),
        (Habit.REJECTING, Stand.FAILED),
        (Habit.UNKNOWN, Stand.FAILED),
        (Habit.SILENT, Stand.UNKNOWN),
        (Habit.TWICE, Stand.FILLED),
        (Habit.DISORDER, Stand.FILLED),
    ],
)
def test_rx4_whatever_a_pharmacy_does_it_ends_once(office: Office, moss: Actor, habit: Habit, end: Stand) -> None:
    sent = wired(office, habit)
    passes(0, 0.2, 0.6, 1, 1.5, 4.5, 25, 30)
    assert stands(sent) is end
    assert set(taken().values()) == {1}
    assert len(taken()) == (2 if habit is Habit.BUSY else 1)
    assert set_aside(PROGRAM) == []
    told = [one.message for one in dispatch(PROGRAM, sent).lines if not one.out]
    assert len(told) == len(set(told)) + (1 if habit is Habit.PARTIAL else 0)
    calls = end in (Stand.FAILED, Stand.UNKNOWN)
    assert kinds(moss) == (["pharmacy-to-call"] if calls else [])
    asked = {Habit.NONE: ["pharmacy-did-not"], Habit.CHANGE: []}.get(habit, [])
    assert kinds(office.provider) == asked


def test_a_change_that_is_asked_is_the_prescriber_s_work(office: Office) -> None:
    sent = wired(office, Habit.CHANGE)
    passes(0, 0.2, 0.6, 1.5)
    assert stands(sent) is Stand.VERIFIED
    assert kinds(office.provider) == ["pharmacy-asks"]
    assert any("asks for" in one.words for one in dispatch(PROGRAM, sent).lines)


def test_rx4_silence_is_work_once_and_a_late_answer_ends_it(office: Office, moss: Actor) -> None:
    sent = wired(office, Habit.SILENT)
    passes(0, 23.9)
    assert (stands(sent), kinds(moss)) == (Stand.SENT, [])
    passes(24.1, 25, 49)
    assert (stands(sent), kinds(moss)) == (Stand.UNKNOWN, ["pharmacy-to-call"])
    version = dispatch(PROGRAM, sent).version
    tell_dispatch(actor=moss, dispatch_id=sent, event=Event.VERIFIED, words="Ann has it", seen_version=version)
    assert (stands(sent), kinds(moss)) == (Stand.VERIFIED, [])


def test_rx6_nothing_controlled_and_no_pharmacy_without_a_wire(office: Office) -> None:
    who = make_patient()
    choose_pharmacy(actor=PROGRAM, patient_id=who, pharmacy_id=make_pharmacy())
    plain = make_signed(office, who)
    with pytest.raises(Refusal, match="nothing by wire"):
        send_prescription(actor=PROGRAM, prescription_id=plain, way=Carried.WIRE)
    make_wired()
    for words, sig in (("tramadol 50 mg tablet", "1 tab po daily x10d"), ("Syrup of figs", "1 tsp po bid x10d")):
        made = make_signed(office, who, said(words, sig))
        with pytest.raises(Refusal, match="not go by wire"):
            send_prescription(actor=PROGRAM, prescription_id=made, way=Carried.WIRE, why="Please")
    assert send_prescription(actor=PROGRAM, prescription_id=plain, way=Carried.WIRE)


def test_what_has_not_gone_is_stopped_and_what_has_is_cancelled_by_wire(office: Office, moss: Actor) -> None:
    sent = wired(office)
    call_back_prescription(actor=moss, dispatch_id=sent, seen_version=1)
    passes(0)
    assert (stands(sent), taken()) == (Stand.CANCELLED, {})
    again = send_prescription(actor=moss, prescription_id=dispatch(PROGRAM, sent).prescription_id, way=Carried.WIRE)
    passes(0, 0.6)
    end_prescription(actor=office.provider, prescription_id=dispatch(PROGRAM, again).prescription_id, why="Cough")
    assert (stands(again), kinds(moss)) == (Stand.CANCEL_ASKED, [])
    passes(0.6, 1.2, 6)
    assert (stands(again), kinds(moss), len(taken())) == (Stand.CANCELLED, [], 2)


def test_a_cancellation_that_comes_too_late_is_denied(office: Office) -> None:
    sent = wired(office, Habit.KEEPING)
    passes(0)
    with clock.frozen(NOW + timedelta(minutes=3)):
        call_back_prescription(actor=PROGRAM, dispatch_id=sent, seen_version=dispatch(PROGRAM, sent).version)
    passes(0.06, 0.1, 1)
    assert stands(sent) is Stand.CANCEL_DENIED
    assert kinds(office.provider) == ["pharmacy-did-not"]


def test_rx4_a_cancellation_without_an_answer_is_a_call_after_two_days(office: Office, moss: Actor) -> None:
    sent = wired(office, Habit.SILENT)
    passes(0)
    call_back_prescription(actor=moss, dispatch_id=sent, seen_version=dispatch(PROGRAM, sent).version)
    passes(1, 24.5, 47)
    assert (stands(sent), kinds(moss)) == (Stand.CANCEL_ASKED, [])
    passes(49.5, 60)
    assert (stands(sent), kinds(moss)) == (Stand.CANCEL_ASKED, ["pharmacy-to-cancel"])
    put(order=dispatch(PROGRAM, sent).number)
    passes(61)
    assert stands(sent) is Stand.CANCEL_DENIED  # dispensed all the same
    assert kinds(office.provider) == ["pharmacy-did-not"]


def test_a_cancellation_that_waits_goes_though_the_prescription_is_ended_meanwhile(office: Office, moss: Actor) -> None:
    sent = wired(office)
    passes(0, 0.6)
    call_back_prescription(actor=moss, dispatch_id=sent, seen_version=dispatch(PROGRAM, sent).version)
    end_prescription(actor=office.provider, prescription_id=dispatch(PROGRAM, sent).prescription_id, why="Cough")
    passes(0.7, 1.2, 6)
    assert (stands(sent), kinds(moss)) == (Stand.CANCELLED, [])


def test_a_pharmacy_that_dispenses_what_is_cancelled_is_the_prescriber_s_work(office: Office, moss: Actor) -> None:
    sent = wired(office)
    passes(0, 0.6)
    call_back_prescription(actor=moss, dispatch_id=sent, seen_version=dispatch(PROGRAM, sent).version)
    passes(0.7, 1.2)
    assert stands(sent) is Stand.CANCELLED
    put(order=dispatch(PROGRAM, sent).number)
    passes(2)
    assert (stands(sent), kinds(office.provider)) == (Stand.CANCELLED, ["pharmacy-did-not"])


def test_one_message_keeps_no_other_from_being_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = wired(office, Habit.SILENT)
    passes(0)
    order = dispatch(PROGRAM, sent).number
    put(key="N" * 80, kind="RxChangeRequest", order=order, said_="G")
    passes(1)
    assert kinds(office.provider) == ["pharmacy-asks"]
    put(key="X-1", order=order, said_="Partially")
    put(key="X-2", order=order)
    stumbles = iter([True, False])

    def read_once(data: bytes) -> Incoming:
        if next(stumbles):
            raise ValueError(len(data))
        return read(data)

    monkeypatch.setattr(registry, "read", read_once)
    passes(2)
    assert [one.why for one in set_aside(PROGRAM)] == ["The program could not take it in."]
    assert stands(sent) is Stand.FILLED


@pytest.mark.parametrize(("sender", "medicine", "why"), [
    (ADDRESS, "Metformin 500 mg", "It names Metformin 500 mg, and"), ("7654321", "", "never went to Far Drug"),
])  # fmt: skip
def test_rx3_what_is_asked_again_was_there(office: Office, sender: str, medicine: str, why: str) -> None:
    sent = wired(office)
    make_wired("Far Drug", "199700002", "7654321")
    passes(0)
    one = dispatch(PROGRAM, sent)
    put(data=written(News("X-9", 0, "RxRenewalRequest", one.number, "", "", medicine=medicine), sender, NOW))
    passes(1)
    (aside,) = set_aside(PROGRAM)
    assert why in aside.why
    assert (open_renewals(PROGRAM), aside.patient_id) == ([], one.patient_id)


def test_rx3_a_pharmacy_asks_again_by_wire_and_the_approval_is_the_new_prescription(office: Office) -> None:
    sent = wired(office, Habit.RENEWAL)
    passes(0, 1, 5, 27 * 24 + 1)
    (asked,) = open_renewals(PROGRAM)
    assert (asked.asking.way, asked.asking.pharmacy) == (Way.WIRE, "Corner Drug")
    made = prepare_renewal(actor=PROGRAM, renewal_id=asked.id, seen_version=asked.version)
    with clock.frozen(NOW + timedelta(hours=27 * 24 + 2)):
        approve_renewal(actor=office.provider, renewal_id=asked.id, seen_version=asked.version + 1, made_version=1)
    assert open_renewals(PROGRAM) == []
    (again,) = dispatches_of(PROGRAM, made)
    assert [one.message for one in again.lines] == [Message.RENEWAL_RESPONSE]
    passes(27 * 24 + 2, 27 * 24 + 3, 27 * 24 + 7)
    assert (stands(again.id), stands(sent)) == (Stand.FILLED, Stand.FILLED)
    kept = models.PharmacyTaken.objects.get(kind="RxRenewalResponse")
    assert b"<Answer>Approved</Answer>" in bytes(kept.data)
    assert b".RxRenewalRequest</RelatesToMessageID>" in bytes(kept.data)


def test_rx3_a_denial_goes_by_wire_with_its_reason(office: Office) -> None:
    wired(office, Habit.RENEWAL)
    passes(0, 1, 5, 27 * 24 + 1)
    (asked,) = open_renewals(PROGRAM)
    deny_renewal(actor=office.provider, renewal_id=asked.id, seen_version=asked.version, why="Come in first")
    passes(27 * 24 + 2, 27 * 24 + 3, 29 * 24)
    kept = bytes(models.PharmacyTaken.objects.get(kind="RxRenewalResponse").data)
    assert b"<Answer>Denied</Answer><Reason>Come in first</Reason>" in kept
    assert b"<MedicationPrescribed>" not in kept
    (told,) = renewals_of(PROGRAM, asked.patient_id)
    assert told.answered == "wire, Denied"
    assert kinds(person("ruiz"), "renewal") == []


@pytest.mark.parametrize("flaw", ["dead", "deaf"])
def test_a_line_that_fails_loses_nothing_and_doubles_nothing(office: Office, moss: Actor, flaw: str) -> None:
    sent = wired(office)
    set_mood(PharmacyMood(dead=flaw == "dead", deaf=flaw == "deaf"))
    passes(0, 0.5)
    down = 2 if flaw == "dead" else 1  # nothing goes; of one that is dead nothing comes either
    assert (stands(sent), kinds(moss)) == (Stand.QUEUED, ["pharmacy-wire-down"] * down)
    set_mood(PharmacyMood())
    passes(1, 2, 6)
    assert (stands(sent), kinds(moss)) == (Stand.FILLED, [])
    assert len(taken()) == 1
    assert len([one for one in dispatch(PROGRAM, sent).lines if not one.out]) == 3


def test_what_cannot_be_taken_in_is_set_aside_and_settled_by_a_person(office: Office, moss: Actor) -> None:
    sent = wired(office)
    passes(0)
    order = dispatch(PROGRAM, sent).number
    put(data=b"garbage <b>")
    put(data=b"garbage <b>")
    put(order="RX-0")
    put(key="X-2", order=order, sender="7654321")
    put(key="X-3", order=order, said_="Eaten")
    passes(0.05)
    why = [one.why for one in set_aside(moss)]
    assert len(why) == 4
    assert "names nothing that this office sent" in why[1]
    assert "7654321 speaks of what Corner Drug has" in why[2]
    assert "Eaten, which nobody here knows" in why[3]
    assert kinds(moss) == ["pharmacy-message"] * 4
    assert stands(sent) is Stand.SENT
    page = signed_in("ruiz")
    assert "garbage &lt;b&gt;" in page.get("/prescriptions/aside/").content.decode()
    one = set_aside(moss)[0]
    blank = page.post(f"/prescriptions/aside/{one.id}/settled/", {"words": "", "once": "a"})
    said_so = f'<span class="error" id="words-{one.id}-error" role="alert">'
    assert (blank.status_code, blank.content.decode().count(said_so)) == (422, 1)
    with pytest.raises(Invalid):
        settle_wire(actor=moss, wire_id=one.id, words=" ")
    assert page.post(f"/prescriptions/aside/{one.id}/settled/", {"words": "Called", "once": "b"}).status_code == 302
    with pytest.raises(NotFound):
        settle_wire(actor=moss, wire_id=one.id, words="again")
    assert len(kinds(moss)) == 3


def test_the_same_number_with_another_message_is_looked_at(office: Office, moss: Actor) -> None:
    sent = wired(office)
    passes(0)
    order = dispatch(PROGRAM, sent).number
    put(order=order, said_="Partially")
    passes(0.03)
    put(order=order, kind="Verify", said_="")
    passes(0.06)
    assert [one.why for one in set_aside(moss)] == ["Its number X-1 came before with another message."]
    assert stands(sent) is Stand.PARTIAL


def test_the_screen_offers_the_wire_and_says_that_it_is_not_certified(office: Office) -> None:
    who = make_patient()
    choose_pharmacy(actor=PROGRAM, patient_id=who, pharmacy_id=make_wired())
    made = make_signed(office, who)
    ruiz = signed_in("ruiz")
    text = ruiz.get(f"/prescriptions/{made}/send/").content.decode()
    assert "not certified" in text
    assert ADDRESS in text
    assert ruiz.post(f"/prescriptions/{made}/send/", {"way": "wire", "once": "a"}).status_code == 302
    assert [one.way for one in dispatches_of(PROGRAM, made)] == [Carried.WIRE]


def test_two_pharmacies_have_no_number_on_the_wire_in_common(office: Office) -> None:  # noqa: ARG001 - the office
    make_wired()
    other = make_pharmacy("Hill Drug", "199700002")
    for wrong in (ADDRESS, "12"):
        with pytest.raises(Invalid):
            change_pharmacy(
                actor=PROGRAM, pharmacy_id=other, phone="", fax="", hours="", used=True, wire=wrong, seen_version=1
            )


def test_it_is_always_the_same_for_a_seed_and_reads_what_the_office_writes() -> None:
    asked = Asked("1", "NewRx", ADDRESS, "RX-1", "lisinopril", 30)
    mood = PharmacyMood(seed=3, habits=tuple((one.value, 100 // len(Habit)) for one in Habit))
    assert {habit_of(mood, f"RX-{number}") for number in range(400)} == set(Habit)
    for number in range(60):
        one = Asked("1", "NewRx", ADDRESS, f"RX-{number}", "lisinopril", 30)
        assert news_of(mood, one, 0) == news_of(mood, one, 0)
    for told in news_of(PharmacyMood(), asked, 0):
        heard = read(written(told, ADDRESS, NOW))
        assert (heard.message, heard.relates_to, heard.order) == (told.kind, "1", "RX-1")
    with pytest.raises(Refusal):
        read_asked(b"<Message/>")


def test_as_a_process_it_carries_the_folders_and_answers_in_them(office: Office, tmp_path: Path) -> None:
    sent = wired(office)
    passes(0)
    data = bytes(models.PharmacyTaken.objects.get().data)
    counter = Counter(PharmacyMood(), tmp_path, 0.0, lambda: NOW)
    for name in ("a.xml", "b.xml"):
        (tmp_path / "out" / name).write_bytes(data)
        counter.look()
    counter.look()
    assert sorted(path.name for path in (tmp_path / "carried").iterdir()) == ["a.xml", "b.xml"]
    told = [read(path.read_bytes()) for path in sorted((tmp_path / "in").iterdir())]
    assert [one.message for one in told] == [Message.STATUS, Message.VERIFY, Message.FILL]
    assert {one.order for one in told} == {dispatch(PROGRAM, sent).number}
