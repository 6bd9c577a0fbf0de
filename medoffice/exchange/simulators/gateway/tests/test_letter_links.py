"""A letter by e-mail is a link that names nobody: it opens for who knows what it asks, as long as it may be read."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.apps import apps

from medoffice.exchange.simulators.gateway.api import set_mood, taken
from medoffice.exchange.simulators.gateway.types import Mood
from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.letters.api import (
    change_letter,
    letter,
    link_rule,
    open_link,
    revoke_link,
    send_letter,
    send_link,
    sendings_of,
    set_link_rule,
    start_letter,
)
from medoffice.front_office.letters.types.letters import Recipient, SendingState, Way
from medoffice.front_office.letters.types.links import LinkRule
from medoffice.front_office.outreach.api import hear_all
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock, jobs
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, work
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.patients.api import change_patient, patient
from medoffice.records.patients.tests.makers import died, make_patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.security.api import deny_subject, label_visit
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
PLACE = "https://office.example/letters/open/"
BORN = date(1984, 7, 9)
KEPT = "A letter behind a link is kept by now: a label, a restriction or a wish. Call it back."


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def changed(who: UUID, **changes: object) -> None:
    change_patient(actor=PROGRAM, patient_id=who, seen_version=patient(who).version, changes=PatientChanges(**changes))  # type: ignore[arg-type] # each test says its own


def reader() -> UUID:
    who = make_patient(born=BORN)
    changed(who, email="ingrid@example.org")
    return who


def came(office: Office, patient_id: UUID) -> UUID:
    booked = make_appointment(office, patient_id, local(24, 9))
    return check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")


def typed(actor: Actor, made: UUID, given: dict[str, str], to: Recipient, why: str) -> None:
    now = letter(actor, made)
    change_letter(
        actor=actor, letter_id=made, seen_version=now.version, given=given, recipient=to, signer_id=now.signer_id,
        why=why,
    )  # fmt: skip


def mailed(joan: Actor, who: UUID, encounter_id: UUID | None = None) -> tuple[UUID, str]:
    """A letter to a patient behind a link: the letter, and the link's secret as the e-mail has it."""
    made = start_letter(actor=joan, patient_id=who, key="missed_visit", encounter_id=encounter_id)
    send_link(actor=joan, letter_id=made, place=PLACE)
    return made, secret()


def secret() -> str:
    found = re.search(re.escape(PLACE) + r"([\w-]+)/", taken()[-1].body)
    assert found is not None
    return found[1]


def opens(token: str, second: str = "07/09/1984") -> bool:
    return open_link(actor=PROGRAM, token=token, second=second) is not None


def state(made: UUID) -> SendingState:
    return sendings_of(made)[-1].state


def test_the_mail_names_no_patient_and_the_secret_is_kept_nowhere(joan: Actor) -> None:
    made, token = mailed(joan, reader())
    (mail,) = taken()
    assert (mail.channel, mail.to) == ("email", "ingrid@example.org")
    for never in ("Vale", "Ingrid", "1984", "missed", "visit", sendings_of(made)[0].id.hex, str(made)):
        assert never.casefold() not in mail.body.replace(token, "").casefold(), never
    assert len(token) * 6 >= 128
    (row,) = apps.get_model("letters", "Link").objects.all()
    assert token not in str(row.__dict__)
    assert (state(made), log(PROGRAM, Sought())[1]) == (SendingState.HANDED, 0), "nothing has left before it is opened"


def test_it_opens_for_the_birth_date_and_that_is_the_proof(joan: Actor) -> None:
    made, token = mailed(joan, reader())
    assert opens(token, "7-9-1984")
    (sent,) = sendings_of(made)
    assert (sent.state, sent.events[-1].by) == (SendingState.DELIVERED, "Ingrid Vale")
    assert "opened" in sent.events[-1].words
    (line,) = log(PROGRAM, Sought())[0]
    assert (line.to_name, line.way, line.to_address) == ("Ingrid Vale", "link", "ingrid@example.org")
    assert opens(token)
    assert log(PROGRAM, Sought())[1] == 1, "one sending leaves once; that it was opened again stands on the letter"
    assert sum(one.state is SendingState.DELIVERED for one in sendings_of(made)[0].events) == 2


def test_wrong_tries_lock_it_and_no_answer_tells_why(joan: Actor) -> None:
    made, token = mailed(joan, reader())
    for wrong in ("07/09/1985", "", "12345678", "' or 1=1", "x" * 40):
        assert not opens(token, wrong)
    assert not opens(token), "locked, for the right answer too"
    assert work("letter-link") == ["A link to a letter is locked after wrong tries: call the reader, send another."]
    assert state(made) is SendingState.HANDED
    desk = sign_in("secretary")
    answers = set()
    for one in (token, "no-such-link"):
        page = desk.post(f"/letters/open/{one}/", {"second": "07/09/1984"}).content
        answers.add(page[page.index(b"<h1") : page.index(b"<form")])
    assert len(answers) == 1


def test_another_hears_a_code_on_the_telephone(joan: Actor) -> None:
    who = reader()
    token, code = to_another(joan, who)
    assert re.fullmatch(r"\d{8}", code)
    assert code not in taken()[-1].body
    assert not opens(token), "the birth date of the patient is nothing that another knows"
    assert opens(token, f"{code[:4]} {code[4:]}")
    with pytest.raises(Invalid):
        to_another(joan, who, to_email="not an e-mail")


def to_another(
    joan: Actor, who: UUID, visit: UUID | None = None, to_email: str = "records@prairie.example"
) -> tuple[str, str]:
    """A letter to somebody else behind a link: its secret, and the code that they are told."""
    made = start_letter(actor=joan, patient_id=who, key="records_request", encounter_id=visit)
    to = Recipient("Prairie Clinic", ("1 Prairie Road", "Riverbend, IL 62799"))
    typed(joan, made, {"asked.list": "Visit notes of 2025"}, to, why="what they need")
    sent = send_link(actor=joan, letter_id=made, place=PLACE, to_email=to_email)
    return secret(), sent.code


def test_it_is_over_after_its_days_and_can_be_called_back(joan: Actor) -> None:
    made, token = mailed(joan, reader())
    with pytest.raises(Invalid):
        revoke_link(actor=joan, sending_id=sendings_of(made)[0].id, why=" ")
    revoke_link(actor=joan, sending_id=sendings_of(made)[0].id, why="the wrong letter")
    assert not opens(token)
    assert (state(made), work("letter-link")) == (SendingState.STOPPED, [])
    other, late = mailed(joan, reader())
    clock.advance(timedelta(days=15))
    assert not opens(late)
    assert state(other) is SendingState.HANDED


def test_a_label_set_after_it_went_keeps_it_and_makes_it_work(office: Office, joan: Actor) -> None:
    who = reader()
    visit = came(office, who)
    token, code = to_another(joan, who, visit)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="treatment")
    assert not opens(token, code)
    assert work("letter-link") == [KEPT]


def test_the_wishes_of_the_patient_are_obeyed_when_it_goes_and_when_it_is_opened(joan: Actor) -> None:
    who = reader()
    _, token = mailed(joan, who)
    changed(who, not_by=("email",))
    assert not opens(token)
    assert work("letter-link") == [
        "A letter behind a link is kept by now: a label, a restriction or a wish. Call it back."
    ]
    with pytest.raises(Refusal, match="no e-mail"):
        mailed(joan, who)
    changed(who, not_by=())
    changed(who, private_email="alone@example.org")
    assert not opens(token), "they asked for another place since"
    _, own = mailed(joan, who)
    assert taken()[-1].to == "alone@example.org"
    assert opens(own)
    died(who, NOW.date())
    assert not opens(own)


def test_what_never_arrives_and_what_the_gateway_does_not_take_is_seen(joan: Actor) -> None:
    who = reader()
    set_mood(Mood(unreachable=("ingrid@example.org",)))
    made, _ = mailed(joan, who)
    clock.advance(timedelta(minutes=1))
    hear_all(actor=PROGRAM)
    jobs.run_due()
    assert state(made) is SendingState.FAILED
    assert len(work("letter-link")) == 1
    set_mood(Mood(dead=True))
    with pytest.raises(Refusal):
        mailed(joan, who)
    with pytest.raises(Refusal, match="own page"):
        send_letter(actor=joan, letter_id=made, way=Way.LINK)


def test_how_long_links_live_is_decided_from_a_day_on(joan: Actor) -> None:
    assert (link_rule().days, link_rule().verified) == (14, False)
    petrov = person("petrov")
    for wrong in (LinkRule(0, 5, NOW.date(), "x"), LinkRule(5, 99, NOW.date(), "x"), LinkRule(5, 5, NOW.date())):
        with pytest.raises(Invalid):
            set_link_rule(actor=petrov, rule=wrong)
    set_link_rule(actor=petrov, rule=LinkRule(3, 2, NOW.date(), "decided by the partners"))
    _, token = mailed(joan, reader())
    assert [opens(token, "1"), opens(token, "2"), opens(token)] == [False, False, False]


def test_the_screens_send_show_call_back_and_the_reader_gets_a_file(joan: Actor) -> None:
    who = reader()
    made = start_letter(actor=joan, patient_id=who, key="missed_visit")
    desk = sign_in("secretary")
    assert "ingrid@example.org" in desk.get(f"/letters/{made}/link/").content.decode()
    assert desk.post(f"/letters/{made}/link/").status_code == 302
    token = re.findall(r"/letters/open/([\w-]+)/", taken()[-1].body)[0]
    stranger = desk.__class__()
    asks = stranger.get(f"/letters/open/{token}/").content.decode()
    assert ("Birth date, or code" in asks, "Vale" in asks) == (True, False)
    answer = stranger.post(f"/letters/open/{token}/", {"second": "07/09/1984"})
    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("attachment")
    page = desk.get("/letters/links/").content.decode()
    assert "opened" in page
    sent = sendings_of(made)[0].id
    desk.post(f"/letters/links/{sent}/revoke/", {"why": "sent twice"})
    assert stranger.post(f"/letters/open/{token}/", {"second": "07/09/1984"}).status_code == 422
    deny_subject(actor=PROGRAM, subject=who, user_id=joan.id, reason="asked by the patient")
    assert desk.get(f"/letters/{made}/link/").status_code == 404
    assert "Vale" not in desk.get("/letters/links/").content.decode()
    with pytest.raises(NotFound):
        revoke_link(actor=joan, sending_id=sent, why="again")
