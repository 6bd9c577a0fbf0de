"""A letter from its template to the mail: nothing missing leaves, what left stays as it left, and the log says so."""

from collections.abc import Iterator
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.letters.api import (
    ask_signature,
    change_letter,
    letters_of,
    note_posted,
    publish_template,
    send_letter,
    sendings_of,
    sign_letter,
    start_letter,
)
from medoffice.front_office.letters.models import Letter
from medoffice.front_office.letters.queries.letters import letter, shown, visits_for
from medoffice.front_office.letters.rules.window import address_box, always_seen, body_top, ever_seen
from medoffice.front_office.letters.types.letters import LetterState, Recipient, SendingState, Way
from medoffice.front_office.letters.types.templates import Group
from medoffice.front_office.scheduling.api import make_confidential
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.patients.tests.makers import died, make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NOBODY = Recipient("", ())


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def came(office: Office, patient_id: UUID, hour: int = 9) -> UUID:
    booked = make_appointment(office, patient_id, local(24, hour))
    return check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")


def typed(actor: Actor, made: UUID, given: dict[str, str], to: Recipient = NOBODY, why: str = "") -> None:
    now = letter(actor, made)
    change_letter(
        actor=actor, letter_id=made, seen_version=now.version, given=given, recipient=to, signer_id=now.signer_id,
        why=why,
    )  # fmt: skip


def pages(made: UUID) -> PdfReader:
    (sent,) = sendings_of(made)
    desk = sign_in("secretary")
    answer = desk.get(f"/letters/sent/{sent.id}.pdf")
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(answer.content))


def test_the_window_shows_the_address_wherever_the_letter_lies_and_nothing_else() -> None:
    box, seen, ever = address_box(), always_seen(), ever_seen()
    assert seen.left <= box.left < box.right <= seen.right
    assert seen.top <= box.top < box.bottom <= seen.bottom
    assert box.bottom - box.top >= 5 * 0.133
    assert body_top() > ever.bottom
    assert body_top() > 11 / 3


def test_co6_a_missed_visit_letter_goes_stays_and_stands_in_the_log(joan: Actor) -> None:
    who = make_patient()
    made = start_letter(actor=joan, patient_id=who, key="missed_visit")
    sent = send_letter(actor=joan, letter_id=made, way=Way.MAIL)
    text = pages(made).pages[0].extract_text()
    for words in (
        "Riverbend Family Medicine",
        "12 Mill Lane",
        "Dear Ingrid Vale:",
        "November 24, 2026",
        "We missed you.",
    ):
        assert words in text
    (line,), total = log(joan, Sought(patient_id=who))
    assert total == 1
    assert (line.to_name, line.way, line.purpose.key, line.counts) == ("Ingrid Vale", "mail", "patient", False)
    assert line.what == f"{letter(joan, made).number}: Missed visit"
    assert [note_posted(actor=joan, sending_ids=(sent,), proof="certified 9407") for _ in range(2)] == [1, 0]
    assert [event.state for event in sendings_of(made)[0].events] == [SendingState.PRINTED, SendingState.POSTED]
    with pytest.raises(Refusal, match="sent by now"):
        typed(joan, made, {})
    assert [one.state for one in letters_of(joan, who)] == [LetterState.SENT]
    with pytest.raises(NotFound):
        letter(person("nox"), made)


def test_the_address_stands_in_the_window_on_the_page(joan: Actor) -> None:
    made = start_letter(actor=joan, patient_id=make_patient(), key="missed_visit")
    send_letter(actor=joan, letter_id=made, way=Way.MAIL)
    found: list[tuple[str, float, float]] = []

    def note(text: str, matrix: list[float], _text: object, _font: object, _size: object) -> None:
        if text.strip():
            found.append((text.strip(), matrix[4] / 72, 11 - matrix[5] / 72))

    pages(made).pages[0].extract_text(visitor_text=note)
    box, ever = address_box(), ever_seen()
    inside = [(text, x, y) for text, x, y in found if ever.top < y < ever.bottom and x < ever.right]
    assert inside
    assert "12 Mill Lane" in " ".join(text for text, _, _ in inside)
    for text, x, y in inside:
        assert box.left - 0.02 <= x, text
        assert box.top <= y <= box.bottom, (text, y)


def test_co1_what_is_missing_is_a_visible_error_and_nothing_leaves(joan: Actor) -> None:
    who = make_patient()
    made = start_letter(actor=joan, patient_id=who, key="payment_plan")
    typed(joan, made, {"asked.payments": "6", "asked.amount": "twenty"})
    with pytest.raises(Refusal, match="cannot go") as refused:
        send_letter(actor=joan, letter_id=made, way=Way.HAND)
    said = {one.words for one in refused.value.detail["findings"]}
    assert "what the patient owes (account.balance) is missing." in said
    told = "the day of the first payment (asked.first_payment) is missing. Write it beside the letter."
    assert told in said
    assert "Write an amount such as 25 or 12.50." in said
    assert log(joan, Sought(patient_id=who)) == ([], 0)
    page = sign_in("secretary").get(f"/letters/{made}/").content.decode()
    assert "<mark>[what the patient owes is missing]</mark>" in page


def test_a_provider_signs_what_they_read_and_nobody_else_does(office: Office, joan: Actor) -> None:
    who = make_patient()
    came(office, who)
    made = start_letter(actor=joan, patient_id=who, key="excuse")
    with pytest.raises(Refusal, match="cannot go"):
        ask_signature(actor=joan, letter_id=made)
    typed(joan, made, {"asked.from_date": "11/24/2026", "asked.until_date": "11/26/2026"})
    with pytest.raises(Refusal, match="signs this letter first"):
        send_letter(actor=joan, letter_id=made, way=Way.HAND)
    ask_signature(actor=joan, letter_id=made)
    (task,) = [one for one in work_items(office.provider) if one.kind == "letter-to-sign"]
    other = make_user("other", "Grace Lim", "provider")
    with pytest.raises(Refusal, match="Another provider"):
        sign_letter(actor=other, letter_id=made)
    with pytest.raises(NotFound):
        sign_letter(actor=joan, letter_id=made)
    sign_letter(actor=office.provider, letter_id=task.ref.id)
    assert [one.kind for one in work_items(joan)] == ["letter-signed"]
    send_letter(actor=joan, letter_id=made, way=Way.HAND)
    assert work_items(joan) == []
    text = pages(made).pages[0].extract_text()
    assert "from November 24, 2026 until November 26, 2026" in " ".join(text.split())
    assert "Signed electronically on November 24, 2026" in text


def test_a_letter_keeps_the_version_it_was_written_from(joan: Actor) -> None:
    made = start_letter(actor=joan, patient_id=make_patient(), key="recall")
    publish_template(
        actor=PROGRAM, key="recall", language="en", title="Recall", group=Group.VISITS, purpose="patient",
        signed=False, to="patient", body="Come.\n",
    )  # fmt: skip
    now = letter(joan, made)
    assert now.template_version == 1
    assert "It is time for your next visit" in now.body


def test_two_who_change_one_letter_lose_nothing(joan: Actor) -> None:
    made = start_letter(actor=joan, patient_id=make_patient(), key="custom")
    typed(joan, made, {"asked.note": "first"})
    with pytest.raises(Conflict):
        change_letter(
            actor=joan, letter_id=made, seen_version=1, given={"asked.note": "second"}, recipient=NOBODY,
            signer_id=None, why="",
        )  # fmt: skip


def test_a_translation_nobody_approved_and_a_dead_patient_get_no_letter(joan: Actor) -> None:
    speaks, dead = make_patient("Soto", "Ana", language="es"), make_patient("Quist", "Otto")
    made = start_letter(actor=joan, patient_id=speaks, key="missed_visit")
    assert letter(joan, made).language == "es"
    with pytest.raises(Refusal) as refused:
        send_letter(actor=joan, letter_id=made, way=Way.HAND)
    assert [one.code for one in refused.value.detail["findings"]] == ["not-approved"]
    made = start_letter(actor=joan, patient_id=dead, key="missed_visit")
    died(dead, NOW.date())
    with pytest.raises(Refusal, match="has died"):
        send_letter(actor=joan, letter_id=made, way=Way.HAND)


def test_labels_are_heeded_in_every_letter(office: Office, joan: Actor) -> None:
    who = make_patient()
    visit = came(office, who)
    make_confidential(actor=PROGRAM, visit_id=visit, label=Label.PART2, why="counselling")
    with pytest.raises(NotFound):
        start_letter(actor=joan, patient_id=who, key="thank_you", encounter_id=visit)
    made = start_letter(actor=office.provider, patient_id=who, key="thank_you", encounter_id=visit)
    to = Recipient("Dr Ames", ("1 Elm Street", "Riverbend, IL 62799"))
    typed(office.provider, made, {"asked.note": "He comes weekly."}, to)
    sign_letter(actor=office.provider, letter_id=made)
    with pytest.raises(Refusal, match="Part 2 is told to nobody else"):
        send_letter(actor=office.provider, letter_id=made, way=Way.MAIL)
    with pytest.raises(NotFound):
        letter(joan, made)
    assert letters_of(joan, who) == []
    assert Letter.objects.get().state == LetterState.READY
    assert work_items(joan)[0].title == "Confidential visit"


def test_secretary_3_a_letter_from_the_chart_in_six_acts(joan: Actor) -> None:
    """`y`, a part of the title, Enter, two fields, Ctrl+Enter: reviewed on the page, sent and logged."""
    who, desk = make_patient(), sign_in("secretary")
    assert f"/letters/new/{who}/" in desk.get(f"/patient/{who}/").content.decode()
    assert "Refund" in desk.post("/letters/find/", {"q": "refu"}).content.decode()
    at = desk.post(f"/letters/new/{who}/", {"key": "refund"})["Location"]
    assert "<mark>[the amount is missing]</mark>" in desk.get(at).content.decode()
    assert desk.post(at, {"version": "1", "asked-amount": "nonsense", "do": "mail"}).status_code == 409
    version = str(letters_of(joan, who)[0].version)
    assert desk.post(at, {"version": version, "asked-amount": "12.50", "do": "mail"}).status_code == 302
    page = desk.get(at).content.decode()
    assert "we return $12.50 to you" in page
    assert "printed" in page
    assert log(joan, Sought(patient_id=who))[1] == 1
    assert "Refund" in desk.get("/letters/").content.decode()


def test_an_excuse_that_ends_before_it_begins_is_refused_beside_its_field(joan: Actor) -> None:
    who, desk = make_patient(), sign_in("secretary")
    made = start_letter(actor=joan, patient_id=who, key="excuse")
    days = {"asked-from_date": "11/24/2026", "asked-until_date": "11/20/2026"}
    sent = {"version": letter(joan, made).version, "do": "save", "signer": ""} | days
    answer = desk.post(f"/letters/{made}/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    at = page.index('id="id_asked-until_date_error"')
    assert "This is before 11/24/2026, when it begins." in page[at : at + 200]
    assert ('value="11/20/2026"' in page, letter(joan, made).given) == (True, {})
    with pytest.raises(Invalid) as wrong:
        typed(joan, made, {"asked.from_date": "11/24/2026", "asked.until_date": "11/20/2026"})
    assert set(wrong.value.detail["fields"]) == {"asked-until_date"}
    assert desk.post(f"/letters/{made}/", sent | {"asked-until_date": "11/25/2026"}).status_code == 302


def test_a_letter_about_a_visit_that_is_not_known_takes_the_day_in_words_or_the_visit(
    office: Office, joan: Actor
) -> None:
    who, desk = make_patient(), sign_in("secretary")
    made = start_letter(actor=joan, patient_id=who, key="excuse")
    at, now = f"/letters/{made}/", letter(joan, made)
    page = desk.get(at).content.decode()
    assert "the date of the visit (visit.date) is missing. Choose the visit, or write it yourself" in page
    assert 'name="visit-date"' in page
    assert 'name="visit"' not in page, "there is none to choose"
    answer = desk.post(at, {"version": now.version, "visit-date": "11/20/2026", "do": "save"})
    assert answer.status_code == 302
    assert "(visit.date) is missing" not in desk.get(at).content.decode()
    assert "November 20, 2026" in shown(joan, letter(joan, made)).text
    visit, other = came(office, who), came(office, make_patient("Quist", "Otto"), 10)
    page = desk.get(at).content.decode()
    assert f'value="{visit}"' in page
    assert str(other) not in page
    for chosen, status in ((other, 422), (visit, 302)):
        told = {"version": letter(joan, made).version, "visit": str(chosen), "do": "save"}
        assert desk.post(at, told).status_code == status
    assert letter(joan, made).encounter_id == visit
    assert "November 24, 2026" in shown(joan, letter(joan, made)).text, "what is known wins over what was written"
    assert 'name="visit-date"' not in desk.get(at).content.decode()


def test_a_draft_about_a_labelled_visit_is_not_moved_to_another(office: Office, joan: Actor) -> None:
    who = make_patient()
    first, other = came(office, who), came(office, who, 11)
    made = start_letter(actor=PROGRAM, patient_id=who, key="excuse", encounter_id=first)
    assert {one.id for one in visits_for(PROGRAM, letter(PROGRAM, made))} == {first, other}
    label_visit(actor=PROGRAM, subject=who, things=[first], label=Label.PART2, why="programme")
    assert visits_for(PROGRAM, letter(PROGRAM, made)) == []
    with pytest.raises(Invalid, match="cannot be about this visit"):
        change_letter(
            actor=PROGRAM, letter_id=made, seen_version=1, given={}, recipient=NOBODY, signer_id=None, why="",
            visit_id=other,
        )  # fmt: skip
    assert joan.name
