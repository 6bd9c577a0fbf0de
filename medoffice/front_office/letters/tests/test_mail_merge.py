"""Letters to a list: who gets one, who does not and why, one file, each on its chart, nothing twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.front_office.letters.api import letters_of, merge_letters, sendings_of
from medoffice.front_office.letters.queries.mailing import in_use, mailing
from medoffice.front_office.letters.types.letters import SendingState
from medoffice.front_office.outreach.api import add_recalls
from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import today_here
from medoffice.practice.tests.makers import Office
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.patients.api import change_patient, register_patient
from medoffice.records.patients.tests.makers import died, make_patient
from medoffice.records.patients.types.people import PatientChanges, PatientName
from medoffice.records.rights.api import answer_restriction, ask_restriction
from medoffice.records.rights.types import Objection
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def due(*people: UUID) -> None:
    add_recalls(actor=PROGRAM, patient_ids=people, kind="sick", name="Blood pressure, see again")


def test_co2_a_list_becomes_one_file_and_an_entry_on_each_chart_once(joan: Actor) -> None:
    people = [make_patient("Vale", name) for name in ("Ada", "Ben", "Cora", "Dan")]
    due(*people)
    key = new_id()
    made = merge_letters(actor=joan, key=key, list_key="recalls", template_key="recall", given={})
    assert merge_letters(actor=joan, key=key, list_key="recalls", template_key="recall", given={}) == made
    desk = sign_in("secretary")
    whole = PdfReader(BytesIO(desk.get(f"/letters/merge/{made}/letters.pdf").content))
    assert len(whole.pages) == len(people)
    for who in people:
        (one,) = letters_of(joan, who)
        (sent,) = sendings_of(one.id)
        assert (sent.state, sent.pages) == (SendingState.PRINTED, 1)
        own = PdfReader(BytesIO(desk.get(f"/letters/sent/{sent.id}.pdf").content)).pages
        assert len(own) == 1
        assert f"Dear {sent.to_name}" in " ".join(own[0].extract_text().split())
        assert one.number in own[0].extract_text()
        assert log(PROGRAM, Sought(patient_id=who))[1] == 1
    labels = PdfReader(BytesIO(desk.get(f"/letters/merge/{made}/labels.pdf").content)).pages
    assert all(f"{name} Vale" in labels[0].extract_text() for name in ("Ada", "Ben", "Cora", "Dan"))
    assert desk.post(f"/letters/merge/{made}/posted/").status_code == 302
    assert "posted" in desk.get(f"/letters/merge/{made}/").content.decode()
    assert sendings_of(letters_of(joan, people[0])[0].id)[0].state is SendingState.POSTED
    person("nox")
    assert sign_in("nox").get(f"/letters/merge/{made}/").status_code == 404


def test_co2_who_is_left_out_stands_with_the_reason_before_anything_is_printed(joan: Actor) -> None:
    gone, speaks = make_patient("Quist", "Otto"), make_patient("Soto", "Ana", language="es")
    homeless = register_patient(actor=PROGRAM, name=PatientName("Roe", "Nell"), sex="F", birth_date=NOW.date())
    fine = make_patient("Vale", "Ida")
    due(gone, homeless, speaks, fine)
    died(gone, NOW.date())
    found = mailing(joan, [gone, homeless, speaks, fine, fine], in_use("recall"), {})
    assert [one.patient_id for one in found.ready] == [fine]
    assert {one.patient_id: one.why for one in found.left_out} == {
        gone: "They have died.",
        homeless: "There is no postal address.",
        speaks: "Nobody approved the Spanish of this template.",
    }
    page = sign_in("secretary").get("/letters/merge/recalls/recall/").content.decode()
    assert "1 get it" in page
    assert "3 left out" in page
    assert "There is no postal address." in page


def test_nobody_to_write_to_and_letters_that_are_signed_are_refused(joan: Actor) -> None:
    with pytest.raises(Refusal, match="Nobody on this list"):
        merge_letters(actor=joan, key=new_id(), list_key="recalls", template_key="recall", given={})
    with pytest.raises(Refusal, match="A provider signs each"):
        in_use("excuse")
    with pytest.raises(NotFound):
        in_use("nothing")


@pytest.mark.usefixtures("joan")
def test_secretary_4_fifty_recalls_are_written_in_eight_acts() -> None:
    """`b`, a part of the title, Enter, Ctrl+Enter, `p`, Ctrl+Enter; from anywhere the palette is two more."""
    due(*[make_patient("Vale", f"Ida{number}") for number in range(50)])
    desk = sign_in("secretary")
    assert "/letters/merge/" in desk.get("/letters/").content.decode()
    assert 'data-value="recall"' in desk.post("/letters/merge/find/", {"q": "recal"}).content.decode()
    at = desk.post("/letters/merge/", {"key": "recall", "list": "recalls"})["Location"]
    assert "Print and mail 50" in desk.get(at).content.decode()
    made = desk.post(at, {"merge": str(new_id()), "do": "print"})["Location"]
    assert "50 to post" in desk.get(made).content.decode()


def test_cm4_whom_the_office_agreed_not_to_tell_is_left_out_with_the_reason(joan: Actor) -> None:
    child, other = make_patient("Vale", "Dana", born=date(2012, 1, 5)), make_patient("Vale", "Ada")
    wanted = Objection("Guardian of Dana Vale", "that she comes here", "", "licence", today_here())
    asked = ask_restriction(actor=PROGRAM, patient_id=child, wanted=wanted)
    answer_restriction(actor=PROGRAM, restriction_id=asked, seen_version=1, agrees=True, why="")
    due(child, other)
    found = mailing(joan, [child, other], in_use("recall"), {})
    assert [one.patient_id for one in found.ready] == [other]
    assert [(one.patient_id, "agreed not to tell" in one.why) for one in found.left_out] == [(child, True)]


def test_cm4_a_letter_goes_where_they_asked_for_it_and_no_mail_is_no_mail(joan: Actor) -> None:
    """45 CFR 164.522(b): another address, in the window and on the label; who wants no mail is left out and told so."""
    asked, none, only = make_patient("Vale", "Ada"), make_patient("Vale", "Ben"), make_patient("Vale", "Cora")
    child = make_patient("Vale", "Dana", born=date(2012, 1, 5))
    home = PatientChanges(
        private_line1="9 Quiet Court", private_city="Ferryton", private_state="IL", private_zip="62798"
    )
    for who, changes in (
        (asked, replace(home, private_care_of="Rosa Tindall")),
        (child, home),
        (none, PatientChanges(not_by=("mail",))),
        (only, PatientChanges(private_way="phone")),
    ):
        change_patient(actor=PROGRAM, patient_id=who, seen_version=1, changes=changes)
    due(asked, none, only, child)
    found = mailing(joan, [asked, none, only, child], in_use("recall"), {})
    assert {one.patient_id: one.why for one in found.left_out} == dict.fromkeys([none, only], "They asked for no mail.")
    reader, own = (one.reader for one in found.ready)
    assert reader.lines == ("c/o Rosa Tindall", "9 Quiet Court", "Ferryton, IL 62798")
    assert own.name == "Dana Vale"
    made = merge_letters(actor=joan, key=new_id(), list_key="recalls", template_key="recall", given={})
    desk = sign_in("secretary")
    for path in ("letters.pdf", "labels.pdf"):
        pages = PdfReader(BytesIO(desk.get(f"/letters/merge/{made}/{path}").content)).pages
        words = " ".join(page.extract_text() for page in pages)
        assert words.count("9 Quiet Court") >= 2
        assert "12 Mill Lane" not in words


def test_co2_somebody_is_taken_off_before_it_is_printed_with_the_reason_and_nothing_on_their_chart(joan: Actor) -> None:
    ada, ben, cora = people = [make_patient("Vale", name) for name in ("Ada", "Ben", "Cora")]
    due(*people)
    desk, at, key = sign_in("secretary"), "/letters/merge/recalls/recall/", str(new_id())
    assert f'name="off" type="checkbox" value="{ada}"' in desk.get(at).content.decode()
    for why, do in (("", "show"), ("", "print")):
        refused = desk.post(at, {"merge": key, "do": do, "off": [str(ada)], "off_why": why})
        assert refused.status_code == 422
        assert "Say why they get none." in refused.content.decode()
        assert 'data-says="take them off" checked>' in refused.content.decode()
    for do in ("show", "print"):  # Enter behind the reason prints, before anybody is marked
        early = desk.post(at, {"merge": key, "do": do, "off_why": "moved away"})
        assert early.status_code == 422
        assert "Mark who gets none, or take these words away" in early.content.decode()
        assert 'value="moved away"' in early.content.decode()
    stranger = desk.post(at, {"merge": key, "do": "print", "off": [str(make_patient("Quist"))], "off_why": "x"})
    assert stranger.status_code == 422
    shown = desk.post(at, {"merge": key, "do": "show", "off": [str(ada)], "off_why": "moved away"})
    page = shown.content.decode()
    assert (shown.status_code, "2 get it" in page, "1 taken off" in page) == (200, True, True)
    assert f'name="off-{ada}" type="text" maxlength="200" size="34" value="moved away"' in page
    assert 'name="off_why" value=' not in page  # it was said, and stands beside her name
    told = {"merge": key, "do": "print", f"off-{ada}": "moved away", f"off-{cora}": " ", "off": [str(ben)]}
    made = desk.post(at, told | {"off_why": "comes tomorrow"})["Location"]
    assert {who: len(letters_of(joan, who)) for who in people} == {ada: 0, ben: 0, cora: 1}
    assert log(PROGRAM, Sought(patient_id=ada))[1] == 0
    page = desk.get(made).content.decode()
    assert "Taken off before it was printed" in page
    assert "moved away" in page
    assert "comes tomorrow" in page
    assert page.count("1 letters") == 1, "how many it are is said once"


@pytest.mark.usefixtures("joan")
def test_co2_a_mailing_without_a_letter_says_so_and_the_letter_is_kept_where_another_thing_is_missing() -> None:
    desk = sign_in("secretary")
    none = desk.post("/letters/merge/", {"list": "recalls", "key": ""})
    assert none.status_code == 422
    assert "Choose a letter or postcard from the list." in none.content.decode()
    lacks = desk.post("/letters/merge/", {"list": "search", "sought": "", "key": "recall"}).content.decode()
    assert "Type whom to find." in lacks
    assert 'name="key" value="recall"' in lacks
    assert 'value="Recall: a visit is due"' in lacks


def test_co2_what_went_to_somebody_today_is_not_printed_for_them_again_and_on_another_day_is(joan: Actor) -> None:
    """Back and Enter once more, or a colleague with the same list: the letter would lie in the envelope twice."""
    ada, ben = make_patient("Vale", "Ada"), make_patient("Vale", "Ben")
    due(ada)
    merge_letters(actor=joan, key=new_id(), list_key="recalls", template_key="recall", given={})
    (sent,) = letters_of(joan, ada)
    due(ben)
    found = mailing(joan, [ada, ben], in_use("recall"), {})
    assert [one.patient_id for one in found.ready] == [ben]
    assert [one.why for one in found.left_out] == [f"They got this very letter today: {sent.number}."]
    with clock.frozen(clock.now() + timedelta(days=1)):
        assert len(mailing(joan, [ada, ben], in_use("recall"), {}).ready) == 2
