"""Faxes through a line that is well, dead, busy, breaking off or says everything twice: none is lost, none goes twice.

One that did not arrive is work, and the letter says so.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.exchange.simulators.fax.api import handed, set_mood
from medoffice.exchange.simulators.fax.types import FaxMood
from medoffice.front_office.letters.api import change_letter, letter, send_letter, sendings_of, start_letter
from medoffice.front_office.letters.types.letters import Recipient, SendingState, Way
from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock, jobs
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office, work
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Disclosure, Sought
from medoffice.records.documents.api import cover_sheet, inbox, search_documents, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door
from medoffice.records.faxes.api import (
    fax,
    fax_check,
    faxes,
    hand_over,
    hear_all,
    line_state,
    queue_fax,
    send_again,
    stop_fax,
)
from medoffice.records.faxes.types import Fax, FaxState, ToFax
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit, labels_of, record_consent
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NUMBER = "(217) 555-0123"


@pytest.fixture(autouse=True)
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def pass_by(minutes: float) -> None:
    """Time passes; what may go goes, what is told is taken in."""
    for _ in range(2):
        clock.advance(timedelta(minutes=minutes / 2))
        hand_over(actor=PROGRAM)
        hear_all(actor=PROGRAM)


def queued(actor: Actor, who: UUID, key: str = "one", number: str = NUMBER) -> UUID:
    wanted = ToFax(
        key=key, patient_id=who, what="Records request", to_name="Prairie Clinic", to_number=number,
        purpose="treatment",
    )  # fmt: skip
    return queue_fax(actor=actor, wanted=wanted, pages=cover_sheet("", ""))


def test_a_label_set_while_a_fax_waits_keeps_it_here_and_makes_it_work(joan: Actor) -> None:
    who, paper = make_patient(), new_id()
    wanted = ToFax(
        key="two", patient_id=who, what="Consultation", to_name="Prairie Clinic", to_number=NUMBER,
        purpose="treatment", abouts=(paper,),
    )  # fmt: skip
    made = queue_fax(actor=joan, wanted=wanted, pages=cover_sheet("", ""))
    label_visit(actor=PROGRAM, subject=who, things=[paper], label=Label.PART2, why="programme")
    pass_by(2)
    assert (now(made).state, handed(), left(who)) == (FaxState.FAILED, [], [])
    assert work("fax-failed") == [f"Fax {now(made).number} did not go: what is in it may not go any more."]
    with pytest.raises(Refusal, match="told to nobody else"):
        send_again(actor=joan, fax_id=made, to_number=NUMBER)
    with pytest.raises(Refusal, match="told to nobody else"):
        queue_fax(actor=joan, wanted=replace(wanted, key="three"), pages=cover_sheet("", ""))
    (label,) = labels_of(who, paper)
    record_consent(actor=PROGRAM, label_id=label.id, words="signed 11/24")
    send_again(actor=joan, fax_id=made, to_number=NUMBER)
    pass_by(10)
    assert now(made).state is FaxState.DELIVERED


def test_what_was_paid_in_full_is_not_faxed_for_payment_and_not_kept_from_who_treats(joan: Actor) -> None:
    """45 CFR 164.522(a)(1)(vi): also where the label is set while the fax waits."""
    who, paper, other = make_patient(), new_id(), new_id()
    plan = ToFax(
        key="plan", patient_id=who, what="Notes", to_name="Heartland Mutual", to_number=NUMBER, purpose="payment",
        why="an appeal", abouts=(other,),
    )  # fmt: skip
    waiting = queue_fax(actor=joan, wanted=plan, pages=cover_sheet("", ""))
    label_visit(actor=PROGRAM, subject=who, things=[paper, other], label=Label.RESTRICTED, why="pays it all")
    pass_by(2)
    assert (now(waiting).state, handed(), left(who)) == (FaxState.FAILED, [], [])
    with pytest.raises(Refusal, match="does not want the plan to know"):
        queue_fax(actor=joan, wanted=replace(plan, key="again", abouts=(paper,)), pages=cover_sheet("", ""))
    treats = replace(plan, key="treats", purpose="treatment", abouts=(paper,))
    made = queue_fax(actor=joan, wanted=treats, pages=cover_sheet("", ""))
    pass_by(6)
    assert now(made).state is FaxState.DELIVERED


def test_a_title_that_a_label_keeps_is_in_no_list_of_faxes_and_no_log(office: Office, joan: Actor) -> None:
    """A paper under Part 2 went to the patient: who may not read it is not told its title either."""
    who, paper = make_patient(), new_id()
    label_visit(actor=PROGRAM, subject=who, things=[paper], label=Label.PART2, why="programme")
    wanted = ToFax(
        key="own", patient_id=who, what="Methadone schedule", to_name="Ingrid Vale", to_number=NUMBER,
        purpose="patient", abouts=(paper,),
    )  # fmt: skip
    made = queue_fax(actor=joan, wanted=wanted, pages=cover_sheet("", ""))
    pass_by(6)
    done, desk = now(made), sign_in("secretary")
    assert (done.state, done.document_id is not None) == (FaxState.DELIVERED, True)
    for address in ("/faxes/", f"/faxes/{made}/", "/disclosures/", f"/documents/{done.document_id}/"):
        page = desk.get(address).content.decode()
        assert done.number in page or "Ingrid Vale" in page, address
        assert "Methadone" not in page, address
    assert [one.what for one in left(who)] == [f"{done.number}: papers a label keeps"]
    assert search_documents(joan, "Methadone", who, 5).hits == ()
    assert fax(office.provider, made).what == "Methadone schedule"


def now(fax_id: UUID) -> Fax:
    return fax(PROGRAM, fax_id)


def left(who: UUID) -> list[Disclosure]:
    return log(PROGRAM, Sought(patient_id=who))[0]


def test_co3_a_letter_is_faxed_and_its_confirmation_stands_on_the_chart(joan: Actor) -> None:
    who = make_patient()
    made = start_letter(actor=joan, patient_id=who, key="records_request")
    seen, typed = letter(joan, made), {"asked.list": "Visit notes", "asked.provider": "Dr Ames"}
    to = Recipient("Prairie Clinic", ("1 Elm Street", "Riverbend, IL 62799"), NUMBER)
    change_letter(
        actor=joan, letter_id=made, seen_version=seen.version, given=typed, recipient=to, signer_id=seen.signer_id,
        why="",
    )  # fmt: skip
    assert not letter(joan, made).signed
    send_letter(actor=joan, letter_id=made, way=Way.FAX)
    assert left(who) == []  # nothing left the office yet
    pass_by(6)
    (sent,) = sendings_of(made)
    assert [one.state for one in sent.events] == [SendingState.QUEUED, SendingState.HANDED, SendingState.DELIVERED]
    assert sent.fax_id is not None
    (line,) = left(who)
    assert (line.way, line.to_name, line.to_address) == ("fax", "Prairie Clinic", NUMBER)
    done = now(sent.fax_id)
    assert done.document_id is not None
    desk = sign_in("secretary")
    pages = PdfReader(BytesIO(desk.get(f"/faxes/{done.id}/pages.pdf").content)).pages
    assert len(pages) == done.pages == 2
    cover = pages[0].extract_text()
    assert "Prairie Clinic" in cover
    assert "Vale" not in cover  # a cover sheet names no patient
    assert "Ingrid Vale" in pages[1].extract_text()
    (hit,) = search_documents(joan, "Fax confirmation", who, 5).hits
    assert hit.url == f"/documents/{done.document_id}/"
    page = desk.get(f"/letters/{made}/").content.decode()
    assert f"/faxes/{done.id}/" in page
    assert f"/faxes/document/{done.document_id}/" in desk.get(hit.url).content.decode()
    assert desk.get(f"/faxes/document/{done.document_id}/").status_code == 200


def test_co3_a_busy_line_is_called_again_until_it_takes_the_fax_once(joan: Actor) -> None:
    who = make_patient()
    set_mood(FaxMood(busy=100))
    one = queued(joan, who)
    pass_by(2)
    assert (now(one).state, now(one).why) == (FaxState.QUEUED, "The line was busy.")
    set_mood(FaxMood(doubled=True))
    pass_by(10)
    assert (now(one).state, now(one).tries) == (FaxState.DELIVERED, 2)
    pass_by(10)
    assert [(call.attempt, call.received, call.times) for call in handed()] == [(1, False, 1), (2, True, 1)]
    assert len(left(who)) == 1
    assert work_items(joan) == []


def test_co3_what_does_not_arrive_is_work_and_what_left_of_it_is_noted(joan: Actor) -> None:
    who = make_patient()
    set_mood(FaxMood(broken=100))
    one = queued(joan, who)
    for _ in range(8):
        pass_by(20)
    assert (now(one).state, now(one).tries) == (FaxState.FAILED, 4)
    (task,) = work_items(joan)
    assert (task.kind, task.ref.id) == ("fax-failed", one)
    assert {line.what for line in left(who)} == {"Records request, 1 of 2 pages"}
    desk = sign_in("secretary")
    assert "It did not arrive." in desk.get(f"/faxes/{one}/").content.decode()
    assert desk.post(f"/faxes/{one}/again/", {"fax": "12"}).status_code == 422
    set_mood(FaxMood())
    assert desk.post(f"/faxes/{one}/again/", {"fax": "217-555-0177"}).status_code == 302
    assert work_items(joan) == []
    pass_by(10)
    assert (now(one).state, now(one).to_number) == (FaxState.DELIVERED, "2175550177")
    with pytest.raises(Refusal, match="delivered by now"):
        send_again(actor=joan, fax_id=one, to_number=NUMBER)


def test_a_number_that_is_no_fax_machine_is_not_called_again(joan: Actor) -> None:
    set_mood(FaxMood(nobody=("2175550123",)))
    one = queued(joan, make_patient())
    pass_by(2)
    assert (now(one).state, now(one).tries) == (FaxState.FAILED, 1)
    stop_fax(actor=joan, fax_id=one)
    assert work_items(joan) == []
    assert "queued" in sign_in("secretary").get("/faxes/").content.decode().casefold()


def test_a_dead_line_loses_nothing_and_a_person_knows(joan: Actor) -> None:
    who = make_patient()
    set_mood(FaxMood(dead=True))
    ids = [queued(joan, who, key) for key in ("one", "two")]
    assert queued(joan, who, "one") == ids[0]
    for _ in range(5):
        pass_by(20)
    assert line_state().down
    assert "do not go out" in str(fax_check()[0].findings)
    assert [one.kind for one in work_items(joan)] == ["fax-line-down"]
    set_mood(FaxMood())
    pass_by(40)
    pass_by(10)
    assert {now(one).state for one in ids} == {FaxState.DELIVERED}
    assert work_items(joan) == []
    assert faxes(joan, FaxState.DELIVERED)[1] == 2


def test_what_cannot_be_faxed_is_said_at_each_field_and_strangers_see_nothing(joan: Actor) -> None:
    who = make_patient()
    wanted = ToFax("x", who, "Notes", " ", "555", "operations")
    with pytest.raises(Invalid) as refused:
        queue_fax(actor=joan, wanted=wanted, pages=cover_sheet("", ""))
    assert set(refused.value.detail["fields"]) == {"name", "fax", "why"}
    one = queued(joan, who)
    person("nox")
    assert sign_in("nox").get(f"/faxes/{one}/").status_code == 404


def test_p35_uploads_and_faxes_are_one_list_renamed_in_place_and_faxed_from_where_they_are_read(joan: Actor) -> None:
    who = make_patient()
    take_in(actor=PROGRAM, door=Door.FAX, name="came-by-fax.pdf", data=paper("Seen in consultation"))
    take_in(actor=joan, door=Door.UPLOAD, name="was-uploaded.pdf", data=paper("Hemoglobin 13.1"))
    jobs.run_due()
    desk = sign_in("secretary")
    page = desk.get("/documents/").content.decode()
    faxed, uploaded = (one.id for one in inbox(joan))
    assert all(f"/documents/file/{one}/" in page for one in (faxed, uploaded))
    for one in (faxed, uploaded):
        shown = desk.get(f"/documents/file/{one}/")
        filing = {"patient": who, "kind": "consult", "dated": "", "version": 1, "looked": one}
        filing |= {"version": re.search(r'name="version" value="(\d+)"', shown.content.decode())[1]}  # type: ignore[index]
        assert desk.post(f"/documents/file/{one}/", filing).status_code == 302
        read = desk.get(f"/documents/{one}/").content.decode()
        assert f'action="/documents/{one}/rename/"' in read
        assert f'href="/faxes/document/{one}/" data-key="a"' in read
        desk.post(f"/documents/{one}/rename/", {"title": f"Letter of Dr. Abelard {one}"})
        sent = {"name": "Prairie Heart", "fax": NUMBER, "purpose": "treatment", "why": "they asked", "once": new_id()}
        made = desk.post(f"/faxes/document/{one}/", sent)
        assert f"Letter of Dr. Abelard {one}" in desk.get(made["Location"]).content.decode()
