"""The telephone system's door, who is on call, hand-offs, the answering service's messages, and the figures."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from medoffice.front_office.calls.actions.accept_hand_off import accept_hand_off
from medoffice.front_office.calls.actions.end_on_call import end_on_call
from medoffice.front_office.calls.actions.hand_off import hand_off
from medoffice.front_office.calls.actions.set_on_call import set_on_call
from medoffice.front_office.calls.actions.set_phone_door import seal_door_again, set_phone_door
from medoffice.front_office.calls.api import (
    bring_in_messages,
    call,
    close_call,
    miss_rings,
    open_calls,
    promises_of,
    ringing,
    say_cause,
)
from medoffice.front_office.calls.jobs import missed
from medoffice.front_office.calls.models import PhoneDoor, Ring
from medoffice.front_office.calls.queries.door import brought, hand_offs, turns
from medoffice.front_office.calls.queries.figures import figures
from medoffice.front_office.calls.rules.signing import signature
from medoffice.front_office.calls.tests.makers import make_call
from medoffice.front_office.calls.tests.test_rules_answering import CSV
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import make_user, person, refused, sign_in, signed_in, written_down
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)  # Tuesday, nine in Chicago
SECRET = "quiet herons wade here at dusk 7"
ZONE = ZoneInfo("America/Chicago")


@pytest.fixture(autouse=True)
def _at_nine() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def lind() -> Actor:
    return person("lind")


def send(told: dict[str, str], *, secret: str = SECRET, **headers: str) -> int:
    """What the telephone system would send; the status of the answer."""
    body, stamp = json.dumps(told).encode(), str(int(clock.now().timestamp()))
    signed = {"X-Medoffice-Timestamp": stamp, "X-Medoffice-Signature": signature(secret.encode(), stamp, body)}
    return Client().post("/calls/ring/", body, "application/json", headers=signed | headers).status_code


def test_the_door_is_shut_until_a_secret_is_set_and_opens_only_to_it() -> None:
    told = {"id": "ring-1", "from": "(217) 555-0142", "to": "main"}
    assert send(told) == 403
    with pytest.raises(Invalid):
        set_phone_door(actor=PROGRAM, secret="too short")
    set_phone_door(actor=PROGRAM, secret=SECRET)
    assert SECRET.encode() not in bytes(PhoneDoor.objects.get().secret)
    assert send(told, secret="quiet herons wade here at dawn 7") == 403
    assert send(told, **{"X-Medoffice-Signature": ""}) == 403
    assert ringing() == []
    assert send(told) == send(told) == 200
    (rings,) = ringing()
    assert (rings.phone, rings.line) == ("(217) 555-0142", "main")
    assert (len(written_down("calls.ring")), refused("calls.ring")) == (2, 3)
    for odd in ("", "9" * 10_000, "\ud83d", "1\x00", " "):
        assert send({"id": "ring-2", "from": odd}) == 422
    set_phone_door(actor=PROGRAM, secret="")
    assert send({"id": "ring-3", "from": "1"}) == 403


def test_too_many_rings_and_too_many_wrong_tries_are_turned_away() -> None:
    set_phone_door(actor=PROGRAM, secret=SECRET)
    Ring.objects.bulk_create(Ring(key=f"r{number}", phone="1", rang_at=NOW) for number in range(120))
    assert send({"id": "one more", "from": "1"}) == 429
    for _ in range(11):
        send({"id": "x", "from": "1"}, secret="another secret of the same kind")
    assert send({"id": "y", "from": "1"}) == 403  # the right secret too, for a while


def test_the_secret_is_sealed_again_after_a_rotation() -> None:
    set_phone_door(actor=PROGRAM, secret=SECRET)
    ring = settings.KEYS.with_new_key()
    before = bytes(PhoneDoor.objects.get().secret)
    assert seal_door_again(ring) == 1
    assert seal_door_again(ring) == 0
    assert bytes(PhoneDoor.objects.get().secret) != before


def test_what_rings_opens_the_card_of_who_has_that_number() -> None:
    make_office()
    who = make_patient(phone="217-555-0142")
    set_phone_door(actor=PROGRAM, secret=SECRET)
    send({"id": "ring-1", "from": "+1 217 555 0142"})
    (rings,) = ringing()
    desk = signed_in("lind")
    assert f"/calls/new/?ring={rings.id}" in desk.get("/calls/ringing/").content.decode()
    page = desk.get(f"/calls/new/?ring={rings.id}").content.decode()
    assert f'name="patient" value="{who}"' in page
    assert "03/08/1968" in page
    form = {
        "patient": str(who),
        "kind": "refill",
        "reason": "Out of pills",
        "ring": str(rings.id),
        "phone": "2175550142",
    }
    assert desk.post("/calls/take/", form).status_code == 302
    assert ringing() == []
    send({"id": "ring-2", "from": "1"})
    with clock.frozen(NOW + timedelta(minutes=3)):
        assert ringing() == []


def test_what_rang_and_nobody_took_is_work_once_until_it_is_called_back(lind: Actor) -> None:
    """A call that was taken by the number alone counts; of one who rang twice one item is made."""
    set_phone_door(actor=PROGRAM, secret=SECRET)
    desk = sign_in("lind")
    for key, phone in (("1", "+1 217 555 0142"), ("2", "(217) 555-0142"), ("3", "217-555-0177"), ("4", "217-555-0188")):
        send({"id": key, "from": phone})
    (answered,) = [one for one in ringing() if one.phone.endswith("0188")]
    form = {"caller": "Ida Vale", "kind": "refill", "reason": "Out of pills", "phone": "2175550177"}
    assert desk.post("/calls/take/", form).status_code == 302
    assert desk.post("/calls/take/", {**form, "phone": "217-555-0188", "ring": str(answered.id)}).status_code == 302
    with clock.frozen(NOW + timedelta(minutes=4)):
        assert miss_rings(actor=PROGRAM) == 0
    with clock.frozen(NOW + timedelta(minutes=5)):
        missed()
        (item,) = [one for one in work_items(lind) if one.kind == "missed-ring"]
        assert (item.title, item.queue) == ("Call back +1 217 555 0142", Role.RECEPTIONIST)
        assert miss_rings(actor=PROGRAM) == 0
        assert "+1 217 555 0142" in desk.get(item.url).content.decode()
        assert desk.post("/calls/take/", {**form, "phone": "x", "ring": str(item.ref.id)}).status_code == 302
        assert [one for one in work_items(lind) if one.kind == "missed-ring"] == []


def test_one_person_is_on_call_at_a_time(lind: Actor) -> None:
    office = make_office()
    eve, morning = NOW + timedelta(hours=8), NOW + timedelta(hours=23)
    given = {"staff_id": office.provider_id, "starts": eve, "ends": morning, "phone": "217-555-0100"}
    with pytest.raises(NotFound):
        set_on_call(actor=lind, **given)  # type: ignore[arg-type]
    for wrong in ({"ends": eve}, {"phone": " "}):
        with pytest.raises(Invalid):
            set_on_call(actor=PROGRAM, **{**given, **wrong})  # type: ignore[arg-type]
    first = set_on_call(actor=PROGRAM, **given)  # type: ignore[arg-type]
    with pytest.raises(Refusal, match="is on call then"):
        set_on_call(actor=PROGRAM, **{**given, "starts": eve + timedelta(hours=1)})  # type: ignore[arg-type]
    set_on_call(actor=PROGRAM, **{**given, "starts": morning, "ends": morning + timedelta(hours=9)})  # type: ignore[arg-type]
    assert [turn.now for turn in turns()] == [False, False]
    with clock.frozen(eve + timedelta(hours=1)):
        assert [turn.now for turn in turns()] == [True, False]
        end_on_call(actor=PROGRAM, on_call_id=first)
    with clock.frozen(eve + timedelta(hours=2)):
        assert len(turns()) == 1
        with pytest.raises(NotFound):
            end_on_call(actor=PROGRAM, on_call_id=first)


def test_a_hand_off_waits_until_it_is_read_back(lind: Actor) -> None:
    nurse = make_user("nurse", "Noor Haile", Role.NURSE)
    urgent = make_call("Chest pain", actor=lind)
    with pytest.raises(Invalid):
        hand_off(actor=lind, to=nurse.id, words=" ")
    with pytest.raises(Refusal):
        hand_off(actor=lind, to=lind.id, words="to myself")
    handed = hand_off(actor=lind, to=nurse.id, words="One urgent call, 911 was called")
    assert "hand-off" in [item.kind for item in work_items(nurse)]
    (shown,) = hand_offs(nurse)
    assert (shown.mine, shown.calls, shown.accepted_at) == (True, [urgent], None)
    with pytest.raises(Refusal):
        accept_hand_off(actor=lind, hand_off_id=handed, read_back="I have it")
    with pytest.raises(Invalid):
        accept_hand_off(actor=nurse, hand_off_id=handed, read_back=" ")
    accept_hand_off(actor=nurse, hand_off_id=handed, read_back="One urgent, 911 has him")
    assert hand_offs(nurse)[0].accepted_at == NOW
    with pytest.raises(Refusal):
        accept_hand_off(actor=nurse, hand_off_id=handed, read_back="again")


def test_the_nights_messages_become_calls_once_and_what_could_not_be_read_is_said(lind: Actor) -> None:
    make_office()
    ida = make_patient("Quist", "Ida", born=date(2019, 3, 8))
    text = CSV + "whenever,Ana,217,hello,,,,\n12/24/2027 22:00,Ana,217,hello,,,,\n"
    bring_in_messages(actor=lind, name="night.csv", text=text)
    bring_in_messages(actor=lind, name="night again.csv", text=text)
    again, first = brought()
    assert (first.taken, first.known, again.taken, again.known) == (2, 0, 0, 2)
    assert [line for line, _ in first.errors] == [4, 5]
    assert not any("hello" in words or "Ana" in words for _, words in first.errors)
    taken = {one.caller: one for one in open_calls(PROGRAM)}
    otto = taken["Otto Quist"]
    assert (otto.patient_id, otto.verified, otto.urgent, otto.source) == (ida, False, True, "answering service")
    assert otto.started_at == datetime(2026, 11, 24, 4, 15, tzinfo=UTC)
    assert taken["Corner Pharmacy"].patient_id is None
    assert len([item for item in work_items(lind) if item.kind == "call"]) == 2
    with pytest.raises(Invalid):
        bring_in_messages(actor=lind, name="x", text="  ")


def test_two_patients_of_one_name_and_birth_date_are_not_guessed_between(lind: Actor) -> None:
    make_office()
    for _ in range(2):
        make_patient("Quist", "Ida", born=date(2019, 3, 8))
    bring_in_messages(actor=lind, name="night.csv", text=CSV)
    assert [one.patient_id for one in open_calls(PROGRAM)] == [None, None]


def _a_week_of_calls(who: UUID) -> None:
    """Calls at three hours, some touched, some late, some promised."""
    monday = datetime(2026, 11, 16, 14, 20, tzinfo=UTC)  # 8:20 in Chicago
    for day in range(8):
        for minute, kind in ((0, "refill"), (7, "billing"), (65, "refill"), (150, "directions")):
            with clock.frozen(monday + timedelta(days=day, minutes=minute)):
                taken = make_call(f"again {minute} @+1h", kind=kind, patient_id=who)
                say_cause(actor=PROGRAM, call_id=taken, cause="refill_late" if kind == "refill" else "statement")
            with clock.frozen(clock.now() if day == 7 else monday + timedelta(days=day, minutes=minute * 2 + 3)):
                if day < 6:
                    close_call(actor=PROGRAM, call_id=taken, outcome="noted")


def test_the_figures_are_those_the_database_counts() -> None:
    _a_week_of_calls(make_patient())
    first, last = date(2026, 11, 16), date(2026, 11, 23)
    shown = figures(first, last, ZONE)
    since, until = "2026-11-16 06:00+00", "2026-11-24 06:00+00"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT extract(hour FROM started_at AT TIME ZONE 'America/Chicago')::int, kind, count(*) FROM call"
            " WHERE started_at >= %s AND started_at < %s GROUP BY 1, 2",
            [since, until],
        )
        counted = {(hour, kind): n for hour, kind, n in cursor.fetchall()}
        cursor.execute(
            "SELECT count(*), count(touched_at), count(*) FILTER (WHERE ended_at > due_at),"
            " count(*) FILTER (WHERE ended_at IS NULL AND due_at < %s),"
            " percentile_disc(0.5) WITHIN GROUP (ORDER BY floor(extract(epoch FROM touched_at - started_at) / 60)),"
            " percentile_disc(0.9) WITHIN GROUP (ORDER BY floor(extract(epoch FROM touched_at - started_at) / 60))"
            " FROM call WHERE started_at >= %s AND started_at < %s",
            [NOW, since, until],
        )
        calls, touched, late, overdue, half, most = cursor.fetchone()
        cursor.execute(
            "SELECT count(*) FILTER (WHERE done_at <= due_at), count(*) FILTER (WHERE done_at > due_at OR (done_at IS"
            " NULL AND due_at < %s)), count(*) FROM call_promise WHERE due_at >= %s AND due_at < %s",
            [NOW, since, until],
        )
        kept, broken, promised = cursor.fetchone()
        cursor.execute(
            "SELECT date_trunc('week', started_at AT TIME ZONE 'America/Chicago')::date, cause, count(*) FROM call"
            " WHERE started_at >= %s AND started_at < %s GROUP BY 1, 2",
            [since, until],
        )
        causes = {(week, cause): n for week, cause, n in cursor.fetchall()}
    assert {
        (hour, kind): n for hour, row, _ in shown.hours for kind, n in zip(shown.kinds, row, strict=True) if n
    } == counted
    assert sum(shown.sums) == shown.calls == calls == 32
    assert (shown.touched, shown.late, shown.overdue) == (touched, late, overdue)
    assert (shown.middle_minutes, shown.ninth_minutes) == (half, most)
    assert (shown.kept, shown.broken, shown.pending) == (kept, broken, promised - kept - broken)
    assert kept
    assert broken
    assert {(week.monday, cause): n for week in shown.weeks for cause, n, _ in week.causes} == causes
    again = {cause: times for week in shown.weeks[-1:] for cause, _, times in week.causes}
    assert (
        sum(again.values()) == sum(n for (week, _), n in causes.items() if week == first) - 1
    )  # all but the very first
    assert figures(date(2020, 1, 1), date(2020, 1, 2), ZONE).calls == 0


def test_a_call_touched_by_a_note_is_touched_then(lind: Actor) -> None:
    from medoffice.front_office.calls.api import add_note

    taken = make_call(actor=lind)
    with clock.frozen(NOW + timedelta(minutes=9)):
        add_note(actor=lind, call_id=taken, words="looking for the chart")
    assert call(taken).touched_at == NOW + timedelta(minutes=9)
    assert promises_of([taken]) == []
