"""FD2: whatever comes in, by whichever way, is work that a person can hold, with a queue and a time by which it is due.

A new page that is open to all, or a room for what is not built yet, fails here until its way is tried below. What comes
through any gateway or clearinghouse takes the one way of its kind.
"""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.test import Client

from medoffice.clinic.dictation.api import note_refused, take_loose
from medoffice.clinic.dictation.tests.makers import wav
from medoffice.clinic.prescriptions.actions.hear_wire import hear_wire, keep_wire
from medoffice.clinic.results.tests.makers import oru, take
from medoffice.config.rooms import ROOMS
from medoffice.exchange.simulators.gateway.tests.makers import make_visit, pass_by, remind, write
from medoffice.front_office.calls.actions.set_phone_door import set_phone_door
from medoffice.front_office.calls.api import bring_in_messages
from medoffice.front_office.calls.jobs import missed
from medoffice.front_office.calls.rules.signing import signature
from medoffice.front_office.calls.tests.test_rules_answering import CSV
from medoffice.front_office.check_in.api import walk_in
from medoffice.front_office.flow.api import flow_board
from medoffice.front_office.forms.api import hand_forms
from medoffice.front_office.forms.tests.makers import make_forms
from medoffice.front_office.outreach.tests.test_views_self_booking import open_page, typed
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office
from medoffice.practice.types import WorkState
from medoffice.records.documents.api import look_into, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.claims.api import receive_file
from medoffice.security.screens import OPEN
from medoffice.security.tests.makers import make_user, sign_in
from medoffice.security.types import PROGRAM, SYSTEM, Role
from tests.policy.office import routes

pytestmark = pytest.mark.django_db
SECRET = "quiet herons wade here at dusk 7"
Way = Callable[[Office, Client], None]


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def _call(_office: Office, desk: Client) -> None:
    said = {"caller": "Ida Vale", "kind": "refill", "reason": "Out of pills", "phone": "217-555-0142"}
    assert desk.post("/calls/take/", said).status_code == 302


def _ring(_office: Office, _desk: Client) -> None:
    set_phone_door(actor=PROGRAM, secret=SECRET)
    body, stamp = json.dumps({"id": "1", "from": "217-555-0142"}).encode(), str(int(clock.now().timestamp()))
    signed = {"X-Medoffice-Timestamp": stamp, "X-Medoffice-Signature": signature(SECRET.encode(), stamp, body)}
    assert Client().post("/calls/ring/", body, "application/json", headers=signed).status_code == 200
    clock.advance(timedelta(minutes=6))
    missed()


def _night(_office: Office, _desk: Client) -> None:
    bring_in_messages(actor=PROGRAM, name="night.csv", text=CSV)


def _web(office: Office, _desk: Client) -> None:
    open_page(office)
    assert Client().post("/outreach/book/", typed(office, local(25, 9))).status_code == 302


def _stranger(_office: Office, _desk: Client) -> None:
    write("217-555-0999", "Do you see children?")


def _answer(office: Office, _desk: Client) -> None:
    remind(*make_visit(office))
    pass_by()
    write("217-555-0101", "Can my daughter come along?")


def _tablet(office: Office, _desk: Client) -> None:
    make_forms()
    path = f"/forms/at/{hand_forms(actor=PROGRAM, appointment_id=make_appointment(office, make_patient()))}/"
    tablet = Client()
    answers = {"q-smokes": "yes", "q-packs": "0.5", "q-phone": "217-555-0188", "q-allergies": "Penicillin"}
    for sent in ({}, {"signed_name": "Ingrid Vale"}, {**answers, "signed_name": "Ingrid Vale"}):
        assert tablet.post(path, sent).status_code == 302


def _file(_office: Office, _desk: Client) -> None:
    receive_file(actor=PROGRAM, name="odd.x12", data=b"This is no file of theirs.")


def _fax(_office: Office, _desk: Client) -> None:
    kept = take_in(actor=PROGRAM, door=Door.FAX, name="", data=paper("Laboratory report"), sender="(217) 555-0155")
    look_into(actor=PROGRAM, file_id=kept.file_id)


def _results(_office: Office, _desk: Client) -> None:
    make_patient()
    take(oru())


def _nobodys(_office: Office, _desk: Client) -> None:
    take(oru())


def _useless(_office: Office, _desk: Client) -> None:
    take(b"This is no message.")


def _pharmacy(_office: Office, _desk: Client) -> None:
    keep_wire(actor=PROGRAM, name="odd.xml", data=b"This is no message of theirs.")
    hear_wire(actor=PROGRAM)


def _recording(_office: Office, _desk: Client) -> None:
    take_loose(actor=PROGRAM, name="DM_0001.wav", data=wav(2))


def _no_recording(_office: Office, _desk: Client) -> None:
    note_refused(actor=PROGRAM, name="old.ds2", words="Only its maker's program opens it.")


WAYS: dict[str, tuple[Way, str]] = {
    "a telephone call": (_call, "call"),
    "a ring that nobody took": (_ring, "missed-ring"),
    "the answering service's messages": (_night, "call"),
    "a visit asked for on the web": (_web, "self-booking"),
    "a text of a stranger": (_stranger, "reply"),
    "an answer to a message": (_answer, "reply"),
    "words written on a form": (_tablet, "patient-wrote"),
    "a file of the clearinghouse": (_file, "file-quarantined"),
    "a fax": (_fax, "document"),
    "results of a laboratory": (_results, "result-sign"),
    "a result of nobody": (_nobodys, "lab-unmatched"),
    "a message of no use": (_useless, "lab-refused"),
    "a message of a pharmacy": (_pharmacy, "pharmacy-message"),
    "a recording in a folder": (_recording, "dictation-loose"),
    "a file in it that is none": (_no_recording, "dictation-refused"),
}
NO_ROOM_YET = {
    "portal": "portal",
}
OPEN_ROUTES = {
    "calls:ring": "a ring that nobody took",
    "outreach:self-book": "a visit asked for on the web",
    "forms:at": "words written on a form",
}
NOTHING_COMES_IN = {
    "letters:open",
    "outreach:self-booked",
    "scheduling:feed",
    "flow:queue",
}  # pages that are read alone


@pytest.mark.parametrize("way", WAYS)
def test_fd2_what_comes_in_is_work_with_a_queue_and_a_due_time(office: Office, way: str) -> None:
    everybody = make_user("everybody", "Noor Haile", *(role for role in Role if role not in SYSTEM))
    desk, (come, kind) = sign_in("everybody"), WAYS[way]
    before = {one.id for one in work_items(everybody)}
    come(office, desk)
    made = [one for one in work_items(everybody) if one.id not in before and one.kind == kind]
    assert made
    for one in made:
        assert one.queue not in SYSTEM
        assert one.state is WorkState.NEW
        assert one.due_at > one.opened_at
        assert one.priority in (1, 2, 3)
        assert desk.get(one.url).status_code == 200
    page = desk.get("/work/").content.decode()
    assert all(str(one.id) in page for one in made)


def test_fd2_who_walks_in_stands_on_the_board_with_a_provider_and_a_time(office: Office) -> None:
    """What waits there is the patient: the board is their queue, and its limits are when they are due."""
    walk_in(
        actor=PROGRAM,
        patient_id=make_patient("Vale", "Ingrid"),
        provider_id=office.provider_id,
        site_id=office.site_id,
        visit_type="sick",
        reason="cough",
        identity_checked="name, birth date",
    )
    told = []
    for minutes in (0, 15, 10):
        clock.advance(timedelta(minutes=minutes))
        (card,) = flow_board(PROGRAM, office.site_id)
        told.append((card.provider, card.tone))
    assert told == [("Okafor", "ok"), ("Okafor", "warn"), ("Okafor", "bad")]


def test_fd2_no_door_stands_open_that_is_not_tried_here() -> None:
    open_to_all = {
        one.name for one in routes() if one.word == OPEN and not one.name.startswith(("security:", "desks:"))
    }
    assert open_to_all == OPEN_ROUTES.keys() | NOTHING_COMES_IN
    assert set(OPEN_ROUTES.values()) <= WAYS.keys()


def test_fd2_what_has_no_room_yet_is_named_and_tried_here_once_it_has_one() -> None:
    assert not [way for way, room in NO_ROOM_YET.items() if f"medoffice.{room}" in ROOMS]
