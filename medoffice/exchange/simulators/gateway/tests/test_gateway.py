"""Messages through a gateway that is well, dead, slow, silent, or says everything twice; and what patients answer.

P19: reminders that silently do not go. Here a dead gateway is said on the screen, in the check and as work, and when it
works again everything went once.
"""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest

from medoffice.exchange.simulators.gateway.api import set_mood, taken, write_back
from medoffice.exchange.simulators.gateway.tests.makers import make_visit, pass_by, remind, write
from medoffice.exchange.simulators.gateway.types import Mood
from medoffice.front_office.outreach.api import (
    box,
    counts,
    door_state,
    hear_all,
    messages_about,
    set_preference,
    story_of,
)
from medoffice.front_office.outreach.tests.makers import state, the_check
from medoffice.front_office.outreach.types.messages import Channel, Detail, MessageState
from medoffice.front_office.scheduling.api import appointment, cancel, mark_arrived, move
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.jobs import run_due
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office, work
from medoffice.records.patients.tests.makers import died, make_patient, speaks
from medoffice.security.api import actor_named, label_visit
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
PHONE = "217-555-0101"


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def test_a_message_goes_once_and_every_step_is_kept(office: Office) -> None:
    who, visit = make_visit(office)
    message = remind(who, visit)
    assert remind(who, visit) == message
    assert taken() == []
    pass_by(5)
    assert (state(message), taken()) == ("queued", [])  # so long it may be taken back
    pass_by(6)
    pass_by()
    (one,) = taken()
    assert (one.to, one.times) == (PHONE, 1)
    assert "Dr Okafor" in one.body
    assert "Sick" not in one.body
    assert [line.state for line in story_of(message)] == ["queued", "handed", "delivered"]
    assert the_check().findings == ()


def test_the_jobs_of_the_office_do_the_same(office: Office) -> None:
    message = remind(*make_visit(office))
    clock.advance(timedelta(minutes=1))
    run_due()
    clock.advance(timedelta(minutes=1))
    run_due()
    assert (state(message), len(taken())) == ("delivered", 1)


def test_p19_a_dead_gateway_is_told_everywhere_and_nothing_is_lost_or_doubled(office: Office) -> None:
    sent = [remind(*make_visit(office, f"Vale {n}", f"217-555-01{n:02}", 8 + n % 3)) for n in range(3)]
    set_mood(Mood(dead=True))
    for _ in range(6):
        pass_by(300)
    door = door_state()
    assert door.down
    assert door.waiting == 3
    checked = the_check()
    assert not checked.ok
    assert "3 messages wait" in checked.findings[0].words
    (title,) = work("gateway-down")
    assert "does not answer" in title
    page = signed_in("lind").get("/outreach/").content.decode()
    assert "do not go out since" in page
    set_mood(Mood())
    for _ in range(3):
        pass_by(1000)
    assert [state(message) for message in sent] == ["delivered"] * 3
    assert [one.times for one in taken()] == [1, 1, 1]
    assert the_check().findings == ()
    assert work("gateway-down") == []


def test_a_gateway_that_fails_rests_longer_each_time(office: Office) -> None:
    remind(*make_visit(office))
    set_mood(Mood(dead=True))
    waits = []
    for _ in range(9):
        pass_by(1000)
        tried = door_state().try_at
        assert tried is not None
        waits.append((tried - clock.now()).total_seconds())
    assert waits == sorted(waits)
    assert waits[-1] == 900


def test_a_gateway_that_says_everything_twice_does_nothing_twice(office: Office) -> None:
    who, visit = make_visit(office)
    message = remind(who, visit)
    set_mood(Mood(doubled=True))
    pass_by()
    pass_by()
    write(PHONE, "X")
    pass_by()
    assert appointment(visit).state == "cancelled"
    assert [line.state for line in story_of(message)] == ["queued", "handed", "delivered", "answered"]
    assert len(work("reply")) == 1


def test_a_gateway_that_never_says_what_arrived_is_noticed(office: Office) -> None:
    set_mood(Mood(silent=True))
    message = remind(*make_visit(office))
    pass_by()
    clock.advance(timedelta(hours=7))
    checked = the_check()
    assert checked.ok
    assert "never said" in checked.findings[0].words
    assert state(message) == "handed"


def test_what_cannot_be_delivered_becomes_a_call(office: Office) -> None:
    set_mood(Mood(unreachable=(PHONE,)))
    who, visit = make_visit(office)
    message = remind(who, visit)
    pass_by()
    pass_by()
    assert state(message) == "failed"
    assert len(work("phone-task")) == 1
    lind = signed_in("lind")
    page = lind.get(f"/outreach/message/{message}/").content.decode()
    assert "No such number." in page
    lind.post(f"/outreach/message/{message}/unreached/")
    assert len(work("phone-task")) == 1
    lind.post(f"/outreach/message/{message}/yes/")
    assert appointment(visit).state == "confirmed"
    assert work("phone-task") == []


@pytest.mark.parametrize(
    ("text", "becomes", "told"),
    [("C", "confirmed", []), ("cancel", "late_cancel", ["Cancelled by the patient: another time?"])],
)
def test_an_answer_changes_the_visit(office: Office, text: str, becomes: str, told: list[str]) -> None:
    who, visit = make_visit(office, hour=8)
    message = remind(who, visit)
    pass_by()
    write("+1 217 555 0101", text)
    assert (appointment(visit).state, state(message)) == (becomes, "answered")
    assert work("reply") == told


def test_what_no_program_understands_is_read_by_a_person_in_the_patients_words(office: Office) -> None:
    who, visit = make_visit(office)
    message = remind(who, visit)
    pass_by()
    write(PHONE, "Yes, but can my sister come?")
    assert appointment(visit).state == "booked"
    assert work("reply") == ["A patient wrote back"]
    assert "can my sister come?" in signed_in("lind").get(f"/outreach/message/{message}/").content.decode()


def test_a_yes_that_may_be_for_two_people_is_read_by_a_person(office: Office) -> None:
    """A household with one telephone: nobody's visit is confirmed by a guess."""
    _, one = make_visit(office, "Vale", PHONE, 9)
    _, two = make_visit(office, "Amaro", PHONE, 10)
    for visit in (one, two):
        remind(appointment(visit).patient_id, visit)
    pass_by()
    write(PHONE, "yes")
    assert {appointment(visit).state for visit in (one, two)} == {"booked"}
    assert work("reply") == ["A reply that fits no message, or several: who wrote it?"]
    lind = signed_in("lind")
    (waiting,) = [one for one in work_items(actor_named("lind")) if one.kind == "reply"]
    page = lind.get(waiting.url).content.decode()
    assert "Vale" in page
    assert "Amaro" in page
    message = messages_about(two)[0].id
    write(PHONE, "yes", message)
    assert appointment(two).state == "confirmed"


def test_stop_is_heeded_told_once_and_undone_by_start(office: Office) -> None:
    who, visit = make_visit(office)
    message = remind(who, visit)
    pass_by()
    write(PHONE, "STOP")
    write(PHONE, "stop")
    pass_by()
    assert state(message) == "answered"
    told = [one.body for one in taken()]
    assert len(told) == 2
    assert "no more texts" in told[1]
    assert appointment(visit).state == "booked"
    again = remind(who, visit, "the next")
    (one,) = [found for found in messages_about(visit) if found.id == again]
    assert (one.channel, one.why) == (Channel.PHONE, "They asked for no more texts.")
    write(PHONE, "start")
    third = remind(who, visit, "once more")
    pass_by()
    pass_by()
    assert state(third) == "delivered"


def test_stop_also_holds_back_what_was_queued_before(office: Office) -> None:
    who, visit = make_visit(office)
    message = remind(who, visit)
    clock.advance(timedelta(seconds=2))
    write_back(PHONE, "STOP", clock.now())
    hear_all(actor=PROGRAM)
    pass_by()
    assert state(message) == "withdrawn"
    assert ["no more texts" in one.body for one in taken()] == [True]


def test_p18_nobody_is_texted_of_a_visit_that_was_moved_or_cancelled_or_who_is_here(office: Office) -> None:
    """Who came early and was taken is not reminded, nor who cancelled; the message says why it did not go."""
    visits = [make_visit(office, f"Vale {n}", f"217-555-01{n:02}", 8 + n) for n in range(3)]
    sent = [remind(who, visit) for who, visit in visits]
    cancel(actor=PROGRAM, appointment_id=visits[0][1], why="asked")
    move(actor=PROGRAM, appointment_id=visits[1][1], starts=local(25, 15))
    mark_arrived(actor=PROGRAM, appointment_id=visits[2][1])
    pass_by()
    assert [state(message) for message in sent] == ["withdrawn"] * 3
    assert taken() == []
    assert [story_of(message)[-1].words for message in sent] == [
        "The visit is late cancel by now.",
        "The visit is moved by now.",
        "The visit is arrived by now.",
    ]


@pytest.mark.parametrize("label", [Label.PART2, Label.RESTRICTED])
def test_a_confidential_visit_says_only_when(office: Office, label: Label) -> None:
    who, visit = make_visit(office)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=label, why="asked")
    remind(who, visit)
    pass_by()
    (one,) = taken()
    assert "tomorrow at 9:00 AM" in one.body
    assert "Okafor" not in one.body
    assert "Bridge" not in one.body


def test_a_label_set_after_a_message_was_queued_still_takes_its_words_out(office: Office) -> None:
    who, visit = make_visit(office)
    remind(who, visit)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="asked")
    pass_by()
    (one,) = taken()
    assert "Okafor" not in one.body


def test_a_minors_own_visit_goes_to_nobody_but_them(office: Office) -> None:
    who, visit = make_visit(office)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.MINOR, why="came alone")
    remind(who, visit)
    pass_by()
    assert taken() == []
    assert "leave no word" in work("phone-task")[0]
    set_preference(
        actor=PROGRAM,
        patient_id=who,
        seen_version=0,
        channel=Channel.SMS,
        detail=Detail.FULL,
        phone="217-555-0166",
    )
    remind(who, visit, "to themselves")
    pass_by()
    (one,) = taken()
    assert one.to == "217-555-0166"
    assert "Okafor" not in one.body


def test_a_patient_reads_their_own_language_and_as_much_as_they_want(office: Office) -> None:
    who, visit = make_visit(office)
    speaks(who, "es")
    set_preference(actor=PROGRAM, patient_id=who, seen_version=0, channel=Channel.SMS, detail=Detail.FULL)
    remind(who, visit)
    pass_by()
    assert "usted tiene una cita" in taken()[0].body
    speaks(who, "vi")
    remind(who, visit, "english")
    pass_by()
    assert "Sick visit tomorrow" in taken()[1].body


def test_nothing_is_said_to_who_has_died(office: Office) -> None:
    who, visit = make_visit(office)
    message = remind(who, visit)
    died(who, NOW.date())
    pass_by()
    assert (state(message), taken()) == ("withdrawn", [])


def test_quiet_hours_hold_a_message_until_the_morning(office: Office) -> None:
    clock.freeze(local(24, 21))
    who, visit = make_visit(office, hour=16)
    message = remind(who, visit)
    pass_by(3 * 3600)
    assert state(message) == "queued"
    clock.freeze(local(25, 8, 1))
    pass_by()
    assert state(message) == "handed"


def test_the_out_box_is_seen_and_a_message_taken_back(office: Office) -> None:
    who, visit = make_visit(office)
    message = remind(who, visit)
    lind = signed_in("lind")
    page = lind.get("/outreach/?state=queued").content.decode()
    assert "Vale" in page
    lind.post(f"/outreach/message/{message}/withdraw/")
    pass_by()
    assert (state(message), taken()) == ("withdrawn", [])
    assert lind.post(f"/outreach/message/{message}/unknown/").status_code == 404
    answer = lind.post(f"/outreach/message/{message}/again/")
    new = UUID(answer.headers["Location"].rstrip("/").rpartition("/")[2])
    pass_by()
    assert state(new) == "handed"
    assert lind.post(f"/outreach/message/{message}/again/").headers["Location"] == answer.headers["Location"]
    assert lind.post(f"/outreach/message/{new}/withdraw/").status_code == 409
    assert counts(PROGRAM)["withdrawn"] == 1
    assert len(box(PROGRAM, MessageState.HANDED)) == 1


def test_letters_are_printed_and_posted(office: Office) -> None:
    who = make_patient("Quist", "Otto")
    visit = make_appointment(office, who, local(25, 10))
    message = remind(who, visit)
    lind = signed_in("lind")
    page = lind.get("/outreach/letters/").content.decode()
    assert "12 Mill Lane" in page
    pass_by()
    assert state(message) == "queued"
    lind.post("/outreach/letters/posted/", {"letter": [str(message), "x"]})
    assert state(message) == "handed"
    assert "12 Mill Lane" not in lind.get("/outreach/letters/").content.decode()


def test_how_a_patient_is_reached_is_set_on_a_screen(office: Office) -> None:
    who, visit = make_visit(office)
    lind = signed_in("lind")
    typed = {"channel": "email", "detail": "bare", "phone": "", "email": "alone@example.com", "version": "0"}
    assert lind.post(f"/outreach/preference/{who}/", typed).status_code == 302
    remind(who, visit)
    pass_by()
    assert taken()[0].to == "alone@example.com"
    stale = lind.post(f"/outreach/preference/{who}/", {**typed, "channel": "sms"})
    assert stale.status_code == 422
    assert "changed this record" in stale.content.decode()
    wrong = lind.post(f"/outreach/preference/{who}/", {**typed, "version": "2", "phone": "555", "email": "x"})
    assert "Ten figures." in wrong.content.decode()


def test_the_office_writes_its_own_texts(office: Office) -> None:
    petrov = signed_in("petrov")
    typed = {"purpose": "reminder", "language": "en", "detail": "usual", "subject": "Soon", "body": "See you {when}."}
    assert petrov.post("/outreach/texts/", {**typed, "body": "Your {kind}"}).status_code == 422
    assert petrov.post("/outreach/texts/", typed).status_code == 302
    assert "See you {when}." in petrov.get("/outreach/texts/?text=reminder.en.usual").content.decode()
    remind(*make_visit(office))
    pass_by()
    assert taken()[0].body == "See you tomorrow at 9:00 AM."


def test_the_hours_are_set_on_a_screen(office: Office) -> None:
    petrov = signed_in("petrov")
    hours = {"quiet_from": "07:00", "quiet_to": "12:00", "hold_minutes": "30", "version": "0"}
    assert petrov.post("/outreach/settings/", hours).status_code == 302
    message = remind(*make_visit(office, hour=16))
    pass_by()
    assert state(message) == "queued"
    assert signed_in("lind").get("/outreach/settings/").status_code == 404
