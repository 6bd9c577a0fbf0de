"""FD5: a call is closed with what came of it, who was told, and what is sent; FD6: in the language of the patient."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client

from medoffice.front_office.calls.api import call, close_call
from medoffice.front_office.calls.tests.makers import CHECKED, make_call
from medoffice.front_office.calls.types import DONE
from medoffice.front_office.outreach.actions.hand_over import hand_over_message
from medoffice.front_office.outreach.actions.set_preference import set_preference
from medoffice.front_office.outreach.api import messages_about, queue_message
from medoffice.front_office.outreach.types.messages import Channel, Detail, MessageState, Purpose
from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import work
from medoffice.records.patients.api import change_patient
from medoffice.records.patients.tests.makers import make_patient, speaks
from medoffice.records.patients.types.people import PatientChanges
from medoffice.security.api import audit_lines, label_visit
from medoffice.security.tests.makers import make_user, sign_in, signed_in
from medoffice.security.types import PROGRAM, Label, Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _office() -> Iterator[None]:
    with clock.frozen(NOW):
        make_bookable_office()
        yield


@pytest.fixture
def who() -> UUID:
    return make_patient(phone="217-555-0142")


@pytest.fixture
def taken(who: UUID) -> UUID:
    return make_call(patient_id=who, identity_checked=CHECKED)


def prefers(who: UUID, channel: Channel, detail: Detail = Detail.USUAL) -> None:
    set_preference(actor=PROGRAM, patient_id=who, seen_version=0, channel=channel, detail=detail)


def closes(desk: Client, taken: UUID, status: int = 302, **typed: str) -> str:
    answer = desk.post(f"/calls/{taken}/close/", {"outcome": "told", "told": "Ingrid Vale", "read_back": "on", **typed})
    assert answer.status_code == status
    return answer.content.decode()


def test_fd5_closing_a_call_says_who_was_told_and_sends_a_letter_that_the_call_shows(who: UUID, taken: UUID) -> None:
    prefers(who, Channel.PRINT)
    desk, page = signed_in("lind"), f"/calls/{taken}/"
    assert 'data-says="what the patient is sent"' in desk.get(page).content.decode()
    closes(desk, taken, send=DONE)
    (sent,) = messages_about(taken)
    assert (sent.channel, sent.purpose, sent.by) == (Channel.PRINT, Purpose.DONE, "Astrid Lind")
    assert "what you called about is done" in desk.get("/outreach/letters/").content.decode()
    shown, there = desk.get(page).content.decode(), f"/outreach/message/{sent.id}/"
    for words in ("told what they asked", "Ingrid Vale, read back", "Said to the patient", there):
        assert words in shown
    assert page in desk.get(there).content.decode()
    closing = [line for line in audit_lines(subject=who) if (line.word, line.object_id) == ("calls.take", taken)]
    assert any("outreach.send" in line.via for line in closing if line.who == "Astrid Lind")


@pytest.mark.parametrize(
    ("language", "words"), [("es", "Horario de atenci\u00f3n"), ("en", "We are open"), ("vi", "We are open")]
)
def test_fd6_a_card_is_shown_and_sent_as_text_in_the_language_of_the_patient(
    who: UUID, taken: UUID, language: str, words: str
) -> None:
    speaks(who, language)
    desk = signed_in("lind")
    assert f"/calls/cards/?in={language}" in desk.get(f"/calls/{taken}/").content.decode()
    assert words in desk.get(f"/calls/cards/hours/?in={language}").content.decode()
    closes(desk, taken, send="hours")
    (sent,) = messages_about(taken)
    assert (sent.channel, sent.purpose) == (Channel.SMS, Purpose.ANSWER)
    assert words in sent.body
    assert "Mon-" in sent.body or "lun-" in sent.body
    assert "{" not in sent.body


def test_a_patient_who_wants_only_when_and_a_confidential_call_get_no_words_of_an_answer(
    who: UUID, taken: UUID
) -> None:
    other = make_call(patient_id=who, identity_checked=CHECKED)
    label_visit(actor=PROGRAM, subject=who, things=[other], label=Label.PART2, why="counselling")
    close_call(actor=PROGRAM, call_id=other, outcome="told", send="fasting")
    prefers(who, Channel.SMS, Detail.BARE)
    close_call(actor=PROGRAM, call_id=taken, outcome="told", send="fasting")
    for one in (taken, other):
        (sent,) = messages_about(one)
        assert "blood" not in sent.body
        assert "Please call" in sent.body


def test_closing_again_sends_nothing_more_and_without_a_choice_nothing_goes(who: UUID, taken: UUID) -> None:
    for _ in range(2):
        close_call(actor=PROGRAM, call_id=taken, outcome="told", send="hours")
    assert len(messages_about(taken)) == 1
    quiet = make_call(patient_id=who, identity_checked=CHECKED)
    close_call(actor=PROGRAM, call_id=quiet, outcome="told")
    assert messages_about(quiet) == []


def test_what_cannot_be_sent_is_said_and_the_call_stays_open(taken: UUID) -> None:
    desk = signed_in("lind")
    assert "no such card" in closes(desk, taken, 422, send="weather")
    nobody = make_call()
    assert "what the patient is sent" not in desk.get(f"/calls/{nobody}/").content.decode()
    with pytest.raises(Invalid, match="nobody to send"):
        close_call(actor=PROGRAM, call_id=nobody, outcome="noted", send=DONE)
    assert call(taken).ended_at is call(nobody).ended_at is None


def test_who_may_send_nothing_is_offered_nothing_and_closes_all_the_same(taken: UUID) -> None:
    biller = make_user("biller", "Bo Lee", Role.BILLER)
    desk = sign_in("biller")
    assert "what the patient is sent" not in desk.get(f"/calls/{taken}/").content.decode()
    with pytest.raises(NotFound):
        close_call(actor=biller, call_id=taken, outcome="told", send=DONE)
    close_call(actor=biller, call_id=taken, outcome="told")
    assert call(taken).outcome == "told what they asked"


def test_cm4_to_whoever_wants_nothing_nothing_goes_and_the_message_says_so(who: UUID) -> None:
    every = ("mail", "phone", "text", "email")
    change_patient(actor=PROGRAM, patient_id=who, seen_version=1, changes=PatientChanges(not_by=every))
    said = Ref("patient", who)
    sent = queue_message(actor=PROGRAM, patient_id=who, purpose=Purpose.DONE, about=said, key="a", values={})
    (found,) = messages_about(who)
    assert (found.id, found.state) == (sent, MessageState.WITHDRAWN)
    assert "hear nothing" in found.why
    assert work("phone-task") == []


def test_cm4_a_request_that_comes_while_a_message_waits_holds_it_back(who: UUID) -> None:
    prefers(who, Channel.SMS)
    said = Ref("patient", who)
    sent = queue_message(actor=PROGRAM, patient_id=who, purpose=Purpose.DONE, about=said, key="a", values={})
    changes = PatientChanges(private_phone="(217) 555-0199")
    change_patient(actor=PROGRAM, patient_id=who, seen_version=1, changes=changes)
    assert hand_over_message(actor=PROGRAM, message_id=sent) is False
    assert messages_about(who)[0].why == "They asked to be reached elsewhere."
    again = queue_message(actor=PROGRAM, patient_id=who, purpose=Purpose.DONE, about=said, key="b", values={})
    assert "(217) 555-0199" in [one.to for one in messages_about(who) if one.id == again]
