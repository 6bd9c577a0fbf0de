"""A referral from the visit to the report: nothing is forgotten, what goes is logged, what a label keeps stays."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.front_office.check_in.api import check_in, partings_of
from medoffice.front_office.letters.api import sendings_of
from medoffice.front_office.letters.types.letters import Way
from medoffice.front_office.referrals.api import (
    all_loops,
    chase_referral,
    events_of,
    make_referral,
    move_referral,
    open_referrals,
    receive_referral,
    referrals_of,
    send_packet,
    set_pace,
    watch_referrals,
)
from medoffice.front_office.referrals.queries.packet import documents_offered
from medoffice.front_office.referrals.queries.referrals import reports_of_open
from medoffice.front_office.referrals.tests.makers import QUESTION, make_performer, make_sent
from medoffice.front_office.referrals.types import Asked, Pace, Priority, Reached, Referral, State
from medoffice.front_office.scheduling.api import appointments_of, chips_of
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office, make_provider, work
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.documents.api import (
    documents_of_file,
    file_document,
    keep_document,
    look_into,
    sign_document,
    take_in,
)
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door, Filing, Made
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import change_patient, patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.records.rights.api import answer_restriction, ask_restriction
from medoffice.records.rights.types import Objection
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import make_user, person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def waiting_document(text: str = "Cardiology consultation") -> UUID:
    """A paper of two pages that waits to be filed."""
    kept = take_in(actor=PROGRAM, door=Door.FAX, name="", data=paper(text, "second page"))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    return documents_of_file(kept.file_id)[0].id


def known(actor: Actor, patient_id: UUID) -> Referral:
    (one,) = referrals_of(actor, patient_id)
    return one


def test_co5_a_referral_goes_from_the_provider_to_the_report_that_is_read(office: Office, joan: Actor) -> None:
    who, heart = make_patient(), make_performer()
    made = make_referral(
        actor=office.provider, patient_id=who, performer_id=heart, asked=QUESTION, requester_id=office.provider_id
    )
    one = known(joan, who)
    assert (one.state, one.due_on, one.number[:3]) == (State.TO_SEND, date(2026, 11, 27), "RL-")
    assert work("referral-to-send") == [f"Send {one.number}"]
    send_packet(actor=joan, referral_id=made, way=Way.MAIL)
    assert work("referral-to-send") == work("letter-signed") == []
    assert one.letter_id
    (sent,) = sendings_of(one.letter_id)
    text = PdfReader(BytesIO(sign_in("secretary").get(f"/letters/sent/{sent.id}.pdf").content))
    words = " ".join(page.extract_text() for page in text.pages)
    for wanted in ("Dear Ruth Abelard, MD:", "Does she need anticoagulation?", "Referral RL-", "40 Court Street"):
        assert wanted in words
    assert "Dear Ruth" in text.pages[0].extract_text(), "the letter lies on top where a window shows its address"
    (line,), total = log(joan, Sought(patient_id=who))
    assert (total, line.to_name, line.purpose.key) == (1, "Ruth Abelard, MD", "treatment")
    with pytest.raises(Invalid, match="which day"):
        move_referral(actor=joan, referral_id=made, to=State.SCHEDULED)
    with pytest.raises(Invalid) as early:
        move_referral(actor=joan, referral_id=made, to=State.SCHEDULED, visit_on=date(1900, 1, 1))
    assert early.value.code == "day-before"
    move_referral(actor=joan, referral_id=made, to=State.SCHEDULED, visit_on=date(2026, 12, 8))
    assert known(joan, who).due_on == date(2027, 1, 7)
    with pytest.raises(Refusal, match="scheduled by now"):
        move_referral(actor=joan, referral_id=made, to=State.ACKNOWLEDGED)
    with pytest.raises(Invalid, match="No report came"):
        move_referral(actor=joan, referral_id=made, to=State.CLOSED)
    report = waiting_document()
    filing = Filing("consult", None, who, signer_id=office.provider_id, settles={"referral": made})
    file_document(actor=joan, document_id=report, seen_version=1, filing=filing)
    one = known(joan, who)
    assert (one.state, one.report_id) == (State.REPORTED, report)
    assert reports_of_open([report, one.id]) == {report}
    sign_document(actor=office.provider, document_id=report)
    assert reports_of_open([report]) == set()
    story = events_of(made)
    assert [event.what for event in story] == ["to send", "sent", "scheduled", "report received", "closed"]
    assert [event.by for event in story][-2:] == ["Joan Brandt", office.provider.name]
    assert open_referrals(joan) == []
    with pytest.raises(Refusal, match="waits for no report"):
        file(joan, who, waiting_document("again"), made)


def file(actor: Actor, who: UUID, document_id: UUID, closes: UUID | None = None, visit: UUID | None = None) -> None:
    settles = {"referral": closes} if closes else {}
    filing = Filing("consult", None, who, visit_id=visit, settles=settles)
    file_document(actor=actor, document_id=document_id, seen_version=1, filing=filing)


def test_a_report_nobody_signs_closes_the_loop_by_one_key_where_it_is_filed(office: Office, joan: Actor) -> None:
    who, heart = make_patient(), make_performer()
    made = make_sent(office.provider, who, office.provider_id, heart)
    other = make_sent(office.provider, make_patient(family="Quist"), office.provider_id, heart)
    report, desk = waiting_document(), sign_in("secretary")
    with pytest.raises(Refusal, match="another patient's"):
        file(joan, who, report, other)
    form = {"patient": str(who), "kind": "consult", "version": "1", "dated": "11/24/2026", "looked": str(report)}
    shown = desk.post(f"/documents/file/{report}/", form | {"version": "7"}).content.decode()
    assert f'value="referral:{made}"' in shown
    assert str(other) not in shown
    desk.post(f"/documents/file/{report}/", form | {"settles": f"referral:{made}"})
    assert known(joan, who).state is State.CLOSED
    assert known(joan, who).report_id == report


def test_what_was_faxed_elsewhere_is_not_offered_to_go_with_a_referral(joan: Actor) -> None:
    """The page that says a fax of ours arrived names its receiver, a pharmacy, a lawyer: not for who treats."""
    who = make_patient()
    for kind in ("fax-sent", "consult"):
        made = Made(kind, f"of {kind}", paper("words"), ("words",))
        keep_document(actor=joan, patient_id=who, door=Door.FAX, made=made)
    assert [one.title.split(",")[0] for one in documents_offered(joan, who, None)] == ["of consult"]


def test_an_office_that_is_not_to_be_told_gets_no_packet_by_the_name_of_somebody_in_it(
    office: Office, joan: Actor
) -> None:
    who, performer = make_patient(), make_performer()
    assert office.provider_id
    made = make_referral(
        actor=office.provider, patient_id=who, performer_id=performer, asked=QUESTION, requester_id=office.provider_id
    )
    wanted = Objection("Prairie Heart Group", "any of it", "", "licence", date(2026, 11, 24))
    one = ask_restriction(actor=PROGRAM, patient_id=who, wanted=wanted)
    answer_restriction(actor=office.provider, restriction_id=one, seen_version=1, agrees=True, why="")
    for way in (Way.MAIL, Way.FAX):
        with pytest.raises(Refusal, match="agreed not to tell Prairie Heart Group"):
            send_packet(actor=joan, referral_id=made, way=way)
    assert log(PROGRAM, Sought(patient_id=who))[0] == []


def test_a_letter_nobody_signed_keeps_the_packet_here(office: Office, joan: Actor) -> None:
    who = make_patient()
    made = make_referral(
        actor=joan, patient_id=who, performer_id=make_performer(), asked=QUESTION, requester_id=office.provider_id
    )
    for way in (Way.FAX, Way.MAIL, Way.HAND):
        with pytest.raises(Refusal, match=f"waits for the signature of {office.provider.name}"):
            send_packet(actor=joan, referral_id=made, way=way)
    desk = sign_in("secretary")
    answers = desk.get(f"/referrals/{made}/packet/"), desk.post(f"/referrals/{made}/packet/", {"way": "fax"})
    assert [answer.status_code for answer in answers] == [200, 422]
    for answer in answers:
        shown = answer.content.decode()
        assert f"waits for the signature of {office.provider.name}" in shown
        assert 'name="way"' not in shown, "nothing is offered that would be refused"
    assert known(joan, who).state is State.TO_SEND
    assert log(joan, Sought(patient_id=who)) == ([], 0)
    assert [item.kind for item in work_items(office.provider) if item.patient_id == who] == ["letter-to-sign"]
    with pytest.raises(Invalid) as refused:
        make_referral(
            actor=joan, patient_id=who, performer_id=make_performer("Ida Sorel", npi="199999981"),
            asked=Asked(" ", ""), requester_id=office.provider_id,
        )  # fmt: skip
    assert set(refused.value.detail["fields"]) == {"diagnosis", "question"}


def test_the_provider_proposed_is_the_visits_else_the_patients_own_and_never_somebody_by_the_alphabet(
    office: Office, joan: Actor
) -> None:
    assert office.site_id
    assert joan.name == "Joan Brandt", "who is no provider"
    aabel = make_provider(office.site_id, "Aabel")
    ours = make_patient()

    def proposed(who: UUID, query: str = "") -> str:
        shown = sign_in("secretary").get(f"/referrals/new/{who}/{query}").content.decode()
        field = shown.partition('name="requester"')[2].partition("</select>")[0]
        (first, *_), chosen = (re.findall(f'value="([^"]*)"{said}', field) for said in ("", " selected"))
        return str(chosen[0] if chosen else first)

    assert proposed(ours) == ""
    seen = check_in(actor=PROGRAM, appointment_id=make_appointment(office, ours), identity_checked="name, birth date")
    assert proposed(ours) == str(office.provider_id)
    version = patient(ours).version
    change_patient(actor=PROGRAM, patient_id=ours, seen_version=version, changes=PatientChanges(pcp=str(aabel)))
    assert proposed(ours) == str(aabel)
    assert proposed(ours, f"?visit={seen}") == str(office.provider_id)


def test_what_is_chosen_goes_and_what_a_label_keeps_does_not(office: Office, joan: Actor) -> None:
    who, heart = make_patient(), make_performer()
    first, second = make_appointment(office, who), make_appointment(office, who, local(24, 10))
    visit = check_in(actor=PROGRAM, appointment_id=first, identity_checked="name, birth date")
    with clock.frozen(NOW + timedelta(hours=1)):
        check_in(actor=PROGRAM, appointment_id=second, identity_checked="name, birth date")
    for text, of in (("ECG of last year", None), ("Psychology", visit)):
        document_id = waiting_document(text)
        file(joan, who, document_id, visit=of)
    made = make_referral(
        actor=office.provider, patient_id=who, performer_id=heart, asked=QUESTION, requester_id=office.provider_id,
    )  # fmt: skip
    desk = sign_in("secretary")
    page = desk.get(f"/referrals/{made}/packet/").content.decode()
    keys = [line.partition('"')[0] for line in page.split('name="part" value="')[1:]]
    assert len(keys) == 2
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="part 2 program")
    with pytest.raises(Refusal, match="1 of the papers cannot go"):
        send_packet(actor=joan, referral_id=made, way=Way.HAND, chosen=tuple(keys))
    assert known(joan, who).state is State.TO_SEND
    page = desk.get(f"/referrals/{made}/packet/").content.decode()
    (left,) = [line.partition('"')[0] for line in page.split('name="part" value="')[1:]]
    desk.post(f"/referrals/{made}/packet/", {"part": left, "way": "hand"})
    one = known(joan, who)
    assert one.state is State.SENT
    assert one.letter_id
    (sent,) = sendings_of(one.letter_id)
    pages = PdfReader(BytesIO(desk.get(f"/letters/sent/{sent.id}.pdf").content)).pages
    assert len(pages) == sent.pages == 4, "cover, letter, two drawn pages"
    assert "Consultation" in pages[0].extract_text()
    assert all(page.images for page in list(pages)[2:])
    (line,), _ = log(joan, Sought(patient_id=who))
    assert "Consultation" in line.what


def test_what_is_overdue_is_work_by_its_danger_and_asking_puts_it_off(office: Office, joan: Actor) -> None:
    heart = make_performer()
    slow, fast = make_patient(), make_patient(family="Quist")
    first = make_sent(office.provider, slow, office.provider_id, heart)
    urgent = Asked("Chest pain, R07.9", "Stress test?", Priority.STAT)
    second = make_sent(office.provider, fast, office.provider_id, heart, urgent)
    assert watch_referrals(actor=PROGRAM) == 0
    with clock.frozen(NOW + timedelta(days=9)):
        assert [watch_referrals(actor=PROGRAM) for _ in range(2)] == [2, 2]
        found = [one for one in work_items(joan) if one.kind == "referral-overdue"]
        assert [one.ref.id for one in found] == [second, first]
        assert [one.priority for one in found] == [1, 2]
        assert all(one.overdue for one in found)
        assert [one.patient_id for one in open_referrals(joan)] == [fast, slow]
        assert [one.holder for one in all_loops(joan)] == ["Ruth Abelard, MD"] * 2
        assert all_loops(joan)[0].danger > all_loops(joan)[1].danger > 0
        with pytest.raises(Invalid) as refused:
            chase_referral(actor=joan, referral_id=second, how=Reached.CALL, words="", until=NOW)
        assert set(refused.value.detail["fields"]) == {"words", "until"}
        until = clock.now() + timedelta(days=7)
        chase_referral(actor=joan, referral_id=second, how=Reached.CALL, words="they look for it", until=until)
        put_off = next(one for one in work_items(joan) if one.ref.id == second)
        assert (put_off.due_at, put_off.overdue) == (until, False)
        assert watch_referrals(actor=PROGRAM) == 1
        assert [(one.what, one.words) for one in events_of(second)][-1] == ("called", "they look for it")
        move_referral(actor=joan, referral_id=second, to=State.CLOSED, words="the patient went elsewhere")
        assert all(one.ref.id != second for one in work_items(joan))
        set_pace(actor=PROGRAM, pace=Pace(Priority.ROUTINE, clock.now().date(), 1, 2, 2, 2, 2))
        assert known(joan, slow).due_on == date(2026, 12, 1), "what is under way keeps its day"


def test_a_step_noted_by_mistake_is_taken_back_with_a_reason_and_both_stay_in_its_story(
    office: Office, joan: Actor
) -> None:
    """A slip of a key said that the report is here: nobody would have asked for it any more."""
    sent = make_sent(office.provider, make_patient(), office.provider_id, make_performer())
    seen = date(2026, 12, 9)
    move_referral(actor=joan, referral_id=sent, to=State.SCHEDULED, visit_on=seen)
    move_referral(actor=joan, referral_id=sent, to=State.REPORTED)
    with pytest.raises(Invalid) as refused:
        move_referral(actor=joan, referral_id=sent, to=State.SCHEDULED, back=True)
    assert set(refused.value.detail["fields"]) == {"words"}
    with pytest.raises(Refusal):
        move_referral(actor=joan, referral_id=sent, to=State.SENT, words="two steps at once", back=True)
    with pytest.raises(Refusal):  # a page that is old by now does not take a step back unasked
        move_referral(actor=joan, referral_id=sent, to=State.SCHEDULED, words="booked", visit_on=seen)
    move_referral(actor=joan, referral_id=sent, back=True, to=State.SCHEDULED, words="r was pressed for b")
    now = known(joan, next(one.patient_id for one in open_referrals(joan) if one.id == sent))
    assert (now.state, now.visit_on) == (State.SCHEDULED, seen)
    assert [one.what for one in events_of(sent)][-2:] == ["report received", "scheduled"]
    move_referral(actor=joan, referral_id=sent, back=True, to=State.SENT, words="they know of no visit")
    now = known(joan, now.patient_id)
    assert (now.state, now.visit_on) == (State.SENT, None)


def test_who_was_sent_here_stands_on_the_visit_and_what_was_referred_at_check_out(office: Office, joan: Actor) -> None:
    who, heart = make_patient(), make_performer()
    booked = make_appointment(office, who)
    receive_referral(actor=joan, patient_id=who, performer_id=heart, asked=Asked("Murmur, R01.1", "Please see."))
    (chip,) = [one for one in chips_of(joan, appointments_of(joan, who))[booked] if "sent by" in one.words]
    assert (chip.tone, chip.words) == ("ok", "sent by Ruth Abelard, MD")
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    make_referral(
        actor=office.provider, patient_id=who, performer_id=heart, asked=QUESTION, requester_id=office.provider_id,
        encounter_id=visit,
    )  # fmt: skip
    assert "Referral to Ruth Abelard, MD, Cardiology" in [one.words for one in partings_of(joan, encounter(visit))]


def test_nobody_else_sees_a_referral(office: Office) -> None:
    who, heart = make_patient(), make_performer()
    made = make_sent(office.provider, who, office.provider_id, heart)
    nox = person("nox")
    assert referrals_of(nox, who) == open_referrals(nox) == []
    with pytest.raises(NotFound):
        move_referral(actor=nox, referral_id=made, to=State.ACKNOWLEDGED)
    with pytest.raises(NotFound):
        make_referral(actor=nox, patient_id=who, performer_id=heart, asked=QUESTION, requester_id=office.provider_id)


def test_the_directory_takes_an_npi_once_and_only_a_right_one(office: Office) -> None:
    assert office.site_id
    make_performer()
    with pytest.raises(Invalid, match="another look"):
        make_performer("Somebody else")
    desk = signed_in("petrov")
    answer = desk.post("/referrals/directory/", {"name": "Ida Sorel", "specialty": "Surgery", "npi": "1234567890"})
    assert answer.status_code == 422
    assert "This is no NPI" in answer.content.decode()
    desk.post("/referrals/directory/", {"name": "Ida Sorel", "specialty": "Surgery"})
    assert "Ida Sorel" in desk.get("/referrals/directory/").content.decode()
