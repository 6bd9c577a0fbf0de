"""Open cards to a list: nothing of a patient's health on them, whom a label concerns gets none, four to a sheet."""

from collections.abc import Iterator
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.letters.api import letters_of, merge_letters, publish_template, sendings_of, start_letter
from medoffice.front_office.letters.queries.lists import letter_list, letter_lists
from medoffice.front_office.letters.queries.mailing import in_use, mailing
from medoffice.front_office.letters.rules.cards import against_card
from medoffice.front_office.letters.rules.parsing import parse
from medoffice.front_office.letters.types.templates import Group
from medoffice.front_office.outreach.api import add_recalls, set_preference
from medoffice.front_office.outreach.types.messages import Channel, Detail
from medoffice.front_office.scheduling.api import make_confidential
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_patient
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
DUE = "Blood pressure, see again"


@pytest.fixture(autouse=True)
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def due(*people: UUID) -> None:
    add_recalls(actor=PROGRAM, patient_ids=people, kind="sick", name=DUE)


def carded(joan: Actor) -> UUID:
    return merge_letters(actor=joan, key=new_id(), list_key="recalls", template_key="postcard", given={})


def published(body: str, *, to: str = "patient", signed: bool = False) -> None:
    publish_template(
        actor=PROGRAM, key="postcard", language="en", title="Card", group=Group.CARD, purpose="patient", body=body,
        to=to, signed=signed,
    )  # fmt: skip


def test_co2_recall_postcards_say_nothing_of_the_patient_and_stand_on_each_chart(joan: Actor) -> None:
    people = [make_patient("Vale", name) for name in ("Ada", "Ben", "Cora", "Dan", "Eve")]
    due(*people)
    made, desk = carded(joan), sign_in("secretary")
    single = PdfReader(BytesIO(desk.get(f"/letters/merge/{made}/letters.pdf").content)).pages
    assert len(single) == 2 * len(people)
    assert {(float(page.mediabox.width), float(page.mediabox.height)) for page in single} == {(396, 306)}
    sheets = PdfReader(BytesIO(desk.get(f"/letters/merge/{made}/sheets.pdf").content)).pages
    assert len(sheets) == 4
    assert {(float(page.mediabox.width), float(page.mediabox.height)) for page in sheets} == {(792, 612)}
    words, addresses = sheets[0].extract_text(), sheets[1].extract_text()
    assert words.count("It is time to plan your next visit") == 4
    assert "Vale" not in words
    assert all(f"{name} Vale" in addresses for name in ("Ada", "Ben", "Cora", "Dan"))
    assert "Eve Vale" in sheets[3].extract_text()
    told = " ".join(page.extract_text() for page in (*single, *sheets)).casefold()
    for never in ("blood", "pressure", "recall", "due", "05/", "mrn"):
        assert never not in told
    page = desk.get(f"/letters/merge/{made}/").content.decode()
    assert ("5 postcards" in page, "5 letters" in page) == (True, False)
    (one,) = letters_of(joan, people[0])
    (sent,) = sendings_of(one.id)
    own = PdfReader(BytesIO(desk.get(f"/letters/sent/{sent.id}.pdf").content)).pages
    assert len(own) == 2
    assert "Ada Vale" in own[0].extract_text()
    assert "Ben" not in " ".join(page.extract_text() for page in own)
    assert log(PROGRAM, Sought(patient_id=people[0]))[1] == 1
    person("nox")
    assert sign_in("nox").get(f"/letters/merge/{made}/sheets.pdf").status_code == 404


def test_the_address_of_a_card_lies_on_the_back_of_its_own_words(joan: Actor) -> None:
    """Turned over along the short edge, what stood left stands right."""
    due(*[make_patient("Vale", name) for name in ("Ada", "Ben")])
    made = carded(joan)
    sheets = PdfReader(BytesIO(sign_in("secretary").get(f"/letters/merge/{made}/sheets.pdf").content)).pages
    found: dict[str, float] = {}

    def note(text: str, matrix: list[float], _text: object, _font: object, _size: object) -> None:
        found.update({text.strip(): matrix[4]} if text.strip() else {})

    sheets[0].extract_text(visitor_text=note)
    sheets[1].extract_text(visitor_text=note)
    numbers = sorted(place for text, place in found.items() if text.startswith("L"))
    assert len(numbers) == 2
    assert numbers[0] < 396 < numbers[1]
    (ada,) = [place for text, place in found.items() if "Ada Vale" in text]
    (ben,) = [place for text, place in found.items() if "Ben Vale" in text]
    assert ben < 396 < ada


def test_whom_a_label_concerns_or_who_asked_for_another_way_gets_no_open_card(office: Office, joan: Actor) -> None:
    known, part2, discreet, fine = (make_patient("Vale", name) for name in ("Ada", "Ben", "Cora", "Dan"))
    label_patient(actor=PROGRAM, subject=known, label=Label.VIP, why="mayor")
    visit = check_in(
        actor=PROGRAM, appointment_id=make_appointment(office, part2, local(24, 9)), identity_checked="name, birth date"
    )
    make_confidential(actor=PROGRAM, visit_id=visit, label=Label.PART2, why="counselling")
    set_preference(
        actor=PROGRAM, patient_id=discreet, seen_version=0, channel=Channel.SMS, detail=Detail.BARE, phone="", email=""
    )
    everybody = [known, part2, discreet, fine]
    found = mailing(joan, everybody, in_use("postcard"), {})
    assert [one.patient_id for one in found.ready] == [fine]
    assert {one.patient_id: one.why for one in found.left_out} == {
        known: "A label keeps open cards from them.",
        part2: "A label keeps open cards from them.",
        discreet: "They asked to be reached another way.",
    }
    assert len(mailing(joan, everybody, in_use("recall"), {}).ready) == 4


@pytest.mark.parametrize(
    "body",
    [
        "Your blood test is due. Call {site.phone}.\n",
        "Dear {patient.name}: call us.\n",
        "Call us about {recall.name}.\n",
        "Call us{if recall.name} soon{end}.\n",
        "Call us. {asked.note}\n",
        "Call us. " * 50,
    ],
)
def test_the_office_cannot_put_health_or_a_name_on_a_card(body: str) -> None:
    with pytest.raises(Invalid, match="open card"):
        published(body)


def test_a_card_goes_to_the_patient_unsigned_and_is_no_single_letter(joan: Actor) -> None:
    with pytest.raises(Invalid, match="open card"):
        published("Please call {site.phone}.\n", to="other")
    with pytest.raises(Invalid, match="open card"):
        published("Please call {site.phone}.\n", signed=True)
    published("Please call {site.phone} this week.\n")
    assert in_use("postcard")["en"].version == 2
    with pytest.raises(Refusal, match="goes to a list"):
        start_letter(actor=joan, patient_id=make_patient(), key="postcard")
    assert "Postcard" not in sign_in("secretary").post("/letters/find/", {"q": "postc"}).content.decode()


def test_every_word_that_is_never_said_is_found_in_any_case() -> None:
    (found,) = against_card(parse("Your HIV visit"), "Your HIV visit", {"hiv"})
    assert (found.code, found.where) == ("card-word", "line 1")


def test_sheets_of_four_are_for_cards(joan: Actor) -> None:
    due(make_patient())
    made = merge_letters(actor=joan, key=new_id(), list_key="recalls", template_key="recall", given={})
    assert sign_in("secretary").get(f"/letters/merge/{made}/sheets.pdf").status_code == 404


def test_every_list_comes_from_one_registry_and_says_what_whoever_asks_may_know(joan: Actor) -> None:
    assert {"recalls", "today", "away", "search", "referrals"} <= {one.key for one in letter_lists()}
    nox = person("nox")
    ida = make_patient("Vale", "Ida")
    for one in letter_lists():
        assert list(one.people(nox, "Vale")) == [], one.key
    assert list(letter_list("search").people(joan, "vale ida")) == [ida]
    with pytest.raises(NotFound):
        letter_list("nothing")


def test_co2_letters_to_what_a_search_finds_keep_what_was_typed_out_of_every_address(joan: Actor) -> None:
    ida, other = make_patient("Vale", "Ida"), make_patient("Quist", "Otto")
    desk = sign_in("secretary")
    asked = {"list": "search", "sought": "vale", "key": "missed_visit"}
    page = desk.post("/letters/merge/", asked)
    assert page.status_code == 200
    said = page.content.decode()
    assert "1 get it" in said
    assert 'name="sought" value="vale"' in said
    assert desk.post("/letters/merge/", asked | {"sought": ""}).status_code == 422
    sent = {"merge": str(new_id()), "sought": "vale", "do": "print"}
    went = desk.post("/letters/merge/search/missed_visit/", sent)
    assert went.status_code == 302
    assert "vale" not in went["Location"]
    assert len(letters_of(joan, ida)) == 1
    assert letters_of(joan, other) == []
