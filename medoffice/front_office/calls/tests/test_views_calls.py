"""The telephone on the screens: a call is taken, verified, told about, closed; cards, lists, figures, messages."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from medoffice.front_office.calls.api import call, events_of, lists, open_calls, promises_of
from medoffice.front_office.calls.queries.door import brought, hand_offs, turns
from medoffice.front_office.calls.tests.makers import CHECKED, make_call
from medoffice.front_office.calls.tests.test_rules_answering import CSV
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_about
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.api import join_household, permit_person
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import audit_lines
from medoffice.security.tests.makers import make_user, sign_in, signed_in
from medoffice.security.types import PROGRAM, Role
from medoffice.ui.tests.pages import form_with

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _at_nine() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def desk(office: Office) -> Client:  # noqa: ARG001 - receptionist Lind works in an office
    return signed_in("lind")


def text(client: Client, path: str, answers: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == answers, path
    return answer.content.decode()


def words(client: Client, path: str, answers: int = 200, **typed: str | list[str]) -> str:
    answer = client.post(path, typed)
    assert answer.status_code == answers, (path, answer.content.decode()[-2000:])
    return answer.content.decode()


@pytest.mark.parametrize("typed", ["ingrid", "(217) 555-0142", "2175550142", "3/8/1968"])
def test_a_caller_is_found_by_name_number_or_birth_date(desk: Client, typed: str) -> None:
    who = make_patient(phone="(217) 555-0142")
    found = words(desk, "/calls/find/", q=typed)
    assert f'data-value="{who}"' in found
    assert "Nobody fits" in words(desk, "/calls/find/", q="Quist")


def test_a_mother_is_found_by_her_own_number(desk: Client) -> None:
    child = make_patient("Quist", "Ida", phone="(217) 555-0101")
    permit_person(actor=PROGRAM, patient_id=child, name="Olga Quist", relation="mother", phone="+1 217.555.0199")
    found = words(desk, "/calls/find/", q="217-555-0199")
    assert f'data-value="{child}"' in found
    assert "Olga Quist, mother" in found
    assert "Olga" not in words(desk, "/calls/find/", q="555-0199")


def test_whom_it_is_about_shows_how_to_know_them_who_may_be_told_and_how_to_meet_them(desk: Client) -> None:
    who = make_patient(phone="(217) 555-0142")
    permit_person(actor=PROGRAM, patient_id=who, name="Otto Quist", relation="brother")
    form = form_with(desk.get(f"/patients/{who}/comfort/").content, "fears")
    desk.post(f"/patients/{who}/comfort/", form.sent(address_as="Mrs. Vale", fears="needles"))
    shown = words(desk, "/calls/who/", patient=str(who))
    for fact in ("03/08/1968", "12 Mill Lane", "Otto Quist (brother)", "Mrs. Vale", "needles"):
        assert fact in shown
    assert words(desk, "/calls/who/", patient="nonsense").strip() == ""
    assert any(line.outcome == "seen" for line in audit_lines(subject=who))


def test_a_call_is_taken_with_everything_that_can_be_said_of_it(desk: Client) -> None:
    who, nurse = make_patient(), make_user("nurse", "Noor Haile", Role.NURSE)
    typed = {
        "patient": str(who),
        "checked": ["name", "birth date"],
        "kind": "refill",
        "reason": "Out of pills, we call back @3pm",
        "urgent": "on",
        "callback": "217-555-0100",
        "best_time": "after four",
        "due": "+2w",
        "owner": str(nurse.id),
        "out_of_chart": "on",
    }
    answer = desk.post("/calls/take/", typed)
    (taken,) = open_calls(PROGRAM)
    assert answer["Location"] == f"/calls/{taken.id}/"
    assert (taken.caller, taken.identity_checked, taken.urgent, taken.in_chart) == ("Ingrid Vale", CHECKED, True, False)
    assert (taken.callback, taken.best_time) == ("217-555-0100", "after four")
    assert taken.due_at == datetime(2026, 12, 8, 23, tzinfo=UTC)
    page = text(desk, f"/calls/{taken.id}/")
    for shown in ("identity checked", "calls for themselves", "after four", "kept out of the chart", "Promised"):
        assert shown in page
    assert "kept out of the chart" in text(desk, f"/patient/{who}/")
    assert "Out of pills" not in text(desk, f"/patient/{who}/")
    assert "Out of pills" in text(desk, "/calls/")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"reason": ""}, "required"),
        ({"caller": ""}, "This is needed"),
        ({"due": "whenever"}, "Write when"),
        ({"kind": "no such"}, "Choose"),
        ({"checked": ["name"]}, "two identifiers"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_typed_is_lost(
    desk: Client, typed: dict[str, str | list[str]], said: str
) -> None:
    page = words(desk, "/calls/take/", 422, **{"kind": "other", "caller": "Otto", "reason": "Lost scarf", **typed})
    assert said in page
    assert ("Lost scarf" in page) is (typed.get("reason") is None)
    assert open_calls(PROGRAM) == []


def test_red_flags_are_told_while_typing(desk: Client) -> None:
    assert "may be an emergency" in words(desk, "/calls/flags/", reason="he has chest pain")
    shown = words(desk, "/calls/flags/", words="bleeding will not stop")
    assert "Heavy bleeding" in shown
    assert "unverified" in shown
    assert words(desk, "/calls/flags/", reason="a cough").strip() == ""


def test_what_is_refused_is_said_on_the_calls_own_page(desk: Client) -> None:
    who = make_patient()
    taken = make_call("Chest pain", patient_id=who)
    page = f"/calls/{taken}/"
    assert "to whom it went" in words(desk, f"{page}close/", 409, outcome="noted")
    words(desk, f"{page}escalate/", 302, to="nurse", words="Haile has the line")
    assert "identity was not checked" in words(desk, f"{page}close/", 409, outcome="results")
    assert "two identifiers" in words(desk, f"{page}verify/", 422, checked=["name"])
    words(desk, f"{page}verify/", 302, checked=["name", "address"])
    words(desk, f"{page}note/", 302, words="Asked for the results")
    assert "This is needed" in words(desk, f"{page}note/", 422, words=" ")
    words(desk, f"{page}cause/", 302, cause="results_late", because="")
    words(desk, f"{page}cause/", 422, cause="results_late", because="statement nonsense")
    assert "Emergency: nurse." in text(desk, page)
    words(desk, f"{page}close/", 302, outcome="results", told="Ingrid Vale", read_back="on")
    closed = call(taken)
    assert (closed.outcome, closed.read_back, closed.cause) == ("results told", True, "results_late")
    assert [event.kind.value for event in events_of(taken)] == ["escalation", "note"]


def test_one_more_of_the_household_is_a_call_of_its_own(desk: Client) -> None:
    mother, child = make_patient("Amaro", "Ana"), make_patient("Amaro", "Ida")
    join_household(actor=PROGRAM, patient_id=child, other_id=mother)
    first = make_call(patient_id=mother, caller="Ana Amaro", identity_checked=CHECKED)
    assert f"/calls/{first}/also/{child}/" in text(desk, f"/calls/{first}/")
    form = form_with(desk.get(f"/calls/{first}/also/{child}/").content, "with_call")
    assert form.values["caller"] == ["Ana Amaro"]
    answer = desk.post("/calls/take/", form.sent(reason="Ida coughs", relation="mother", kind="symptoms"))
    second = UUID(answer["Location"].split("/")[-2])
    assert (call(second).with_call, call(second).patient_id, call(second).verified) == (first, child, False)
    assert f"/calls/{second}/" in text(desk, f"/calls/{first}/")


def test_a_promise_is_done_from_the_call(desk: Client) -> None:
    taken = make_call("we ring @+2h")
    (promised,) = promises_of([taken])
    assert desk.get(f"/calls/promise/{promised.id}/")["Location"] == f"/calls/{taken}/"
    words(desk, f"/calls/promise/{promised.id}/keep/", 302, next=f"/calls/{taken}/")
    assert "kept" in text(desk, f"/calls/{taken}/")


def test_a_nurse_writes_advice_and_nobody_else(desk: Client) -> None:
    taken = make_call(kind="symptoms", patient_id=make_patient())
    make_user("nurse", "Noor Haile", Role.NURSE)
    nurse, page = sign_in("nurse"), f"/calls/{taken}/"
    given = {"protocol": "cough, adult", "disposition": "home", "words": "Fluids"}
    assert "Nurse's advice" not in text(desk, page).replace("&#x27;", "'")
    words(desk, f"{page}triage/", 404, **given)
    assert "Sign the advice" in text(nurse, page)
    words(nurse, f"{page}triage/", 302, **given)
    assert "Advice by cough, adult: home." in text(desk, page)


def test_cards_speak_the_offices_hours_and_the_callers_language(desk: Client) -> None:
    assert "Hours" in text(desk, "/calls/cards/")
    shown = text(desk, "/calls/cards/hours/?in=es")
    assert "Horario" in shown
    assert "217-555-0100" in shown
    assert "1 Bridge Street, Riverbend" in text(desk, "/calls/cards/directions/?in=vi")
    assert "unverified" in text(desk, "/calls/cards/fasting/")
    text(desk, "/calls/cards/nothing/", 404)


def test_the_manager_changes_a_list_and_the_desk_does_not(desk: Client) -> None:
    for path in ("/calls/lists/kinds/", "/calls/phone-system/", "/calls/figures/"):
        text(desk, path, 404)
    boss = signed_in("ferreira")
    for which in ("kinds", "outcomes", "macros", "flags", "cards", "causes"):
        assert ("unverified" in text(boss, f"/calls/lists/{which}/")) is (which in ("flags", "cards"))
    form = form_with(boss.get("/calls/lists/kinds/?key=refill").content, "queue")
    assert form.values["due"] == ["480"]
    boss.post("/calls/lists/kinds/", form.sent(due="60"))
    assert lists().kinds["refill"].due == 60
    wrong = {"key": "x", "words": "x", "queue": "nurse", "due": "-1", "outcome": "noted"}
    refused = boss.post("/calls/lists/kinds/", wrong)
    assert refused.status_code == 422
    assert "Minutes" in refused.content.decode()
    text(boss, "/calls/lists/no-such/", 404)
    assert "shut" in text(boss, "/calls/phone-system/")
    assert "Take 24 characters" in words(boss, "/calls/phone-system/", 422, secret="short")
    words(boss, "/calls/phone-system/", 302, secret="quiet herons wade here at dusk 7")
    page = text(boss, "/calls/phone-system/")
    assert "X-Medoffice-Signature" in page
    assert "herons" not in page


def test_the_figures_have_a_screen(desk: Client) -> None:
    make_call(kind="refill")
    boss = signed_in("ferreira")
    page = text(boss, "/calls/figures/")
    assert "refill" in page
    assert "No calls in this time" in text(boss, "/calls/figures/?from=1/1/2020&to=1/31/2020")
    text(boss, "/calls/figures/?from=nonsense&to=12/31/9999")
    assert desk.get("/calls/figures/").status_code == 404


def test_messages_are_brought_in_from_a_file_or_as_text(desk: Client) -> None:
    answer = desk.post("/calls/answering/", {"file": SimpleUploadedFile("night.csv", CSV.encode()), "text": ""})
    assert answer.status_code == 302
    words(desk, "/calls/answering/", 302, text="Received: soon\nCaller: Ana\nPhone: 1\nMessage: hello\n")
    pasted, filed = brought()
    assert (filed.name, filed.taken, pasted.taken, len(pasted.errors)) == ("night.csv", 2, 0, 1)
    page = text(desk, "/calls/answering/")
    assert "Line 1" in page
    assert "answering service" in text(desk, f"/calls/{open_calls(PROGRAM)[0].id}/")
    assert "Choose a file" in words(desk, "/calls/answering/", 422, text=" ")


def test_who_is_on_call_and_the_hand_off_have_a_screen(desk: Client, office: Office) -> None:
    assert "Nobody is on call" in text(desk, "/calls/on-call/")
    boss = signed_in("ferreira")
    turn = {"staff_id": str(office.provider_id), "starts": "5pm", "ends": "tomorrow 8am", "phone": "217-555-0100"}
    words(desk, "/calls/on-call/set/", 404, **turn)
    assert "Write when" in words(boss, "/calls/on-call/set/", 422, **{**turn, "starts": "dusk"})
    words(boss, "/calls/on-call/set/", 302, **turn)
    assert "is on call then" in words(boss, "/calls/on-call/set/", 422, **turn)
    (there,) = turns()
    assert (there.starts, there.ends) == (
        datetime(2026, 11, 24, 23, tzinfo=UTC),
        datetime(2026, 11, 25, 14, tzinfo=UTC),
    )
    nurse = make_user("nurse", "Noor Haile", Role.NURSE)
    words(desk, "/calls/on-call/hand-off/", 302, to=str(nurse.id), words="All quiet")
    hers = sign_in("nurse")
    (handed,) = hand_offs(nurse)
    assert "What you read back" in text(hers, "/calls/on-call/")
    words(hers, "/calls/on-call/accept/", 422, hand_off_id=str(handed.id))
    words(hers, "/calls/on-call/accept/", 302, hand_off_id=str(handed.id), read_back="All quiet")
    assert "read back" in text(desk, "/calls/on-call/")
    words(boss, f"/calls/on-call/{there.id}/end/", 302)
    assert turns() == []


def test_a_balance_is_explained_to_whom_may_know_it(desk: Client) -> None:
    who = make_patient()
    unchecked, checked = make_call(patient_id=who), make_call(patient_id=who, identity_checked=CHECKED)
    assert "identity was not checked" in text(desk, f"/calls/{unchecked}/balance/", 409)
    assert "You owe nothing" in text(desk, f"/calls/{checked}/balance/")
    stranger = make_call(patient_id=who, identity_checked=CHECKED, caller="Olga", relation="spouse")
    assert "Not on the patient" in text(desk, f"/calls/{stranger}/balance/", 409)


def test_an_item_of_work_is_put_off_in_the_words_people_type(desk: Client) -> None:
    taken = make_call()
    item = work_about(Ref("call", taken))
    words(desk, f"/practice/work/{item}/put-off/", 422, until="whenever")
    words(desk, f"/practice/work/{item}/put-off/", 422, until="11/1/2026")
    words(desk, f"/practice/work/{item}/put-off/", 302, until="+2w")
    assert "12/08/2026" in text(desk, f"/practice/work/{item}/")
