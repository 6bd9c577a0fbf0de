"""A label set after a letter left keeps its title, and the titles of what went with it, in the log of what left."""

from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfWriter

from medoffice.front_office.letters.api import change_letter, letter, send_letter, start_letter
from medoffice.front_office.letters.types.letters import Enclosed, Recipient, Way
from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.records.disclosures.api import accounting, log, record_disclosures
from medoffice.records.disclosures.types import Leaving, Sought
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import end_label, label_visit
from medoffice.security.tests.makers import make_user, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
TITLE = "Methadone schedule"


@pytest.fixture
def office() -> Office:
    clock.freeze(NOW)
    return make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def page() -> bytes:
    made, out = PdfWriter(), BytesIO()
    made.add_blank_page(612, 792)
    made.write(out)
    return out.getvalue()


def went(joan: Actor, who: UUID, paper: UUID) -> UUID:
    """A letter that left with a paper of the chart."""
    made = start_letter(actor=joan, patient_id=who, key="custom")
    change_letter(
        actor=joan, letter_id=made, seen_version=1, given={"asked.note": "As you asked."}, recipient=Recipient(""),
        signer_id=None, why="",
    )  # fmt: skip
    send_letter(actor=joan, letter_id=made, way=Way.HAND, enclosed=(Enclosed(TITLE, page(), about=paper),))
    return made


@pytest.mark.parametrize("of", ["letter", "paper"])
def test_a_label_set_after_it_left_keeps_the_title_in_the_log(joan: Actor, of: str) -> None:
    who, paper = make_patient(), new_id()
    made, desk = went(joan, who, paper), sign_in("secretary")
    number = letter(joan, made).number
    (line,), _ = log(joan, Sought(patient_id=who))
    assert line.what == f"{number}: {letter(joan, made).title}; {TITLE}"
    assert TITLE in desk.get("/disclosures/").content.decode()
    labelled = made if of == "letter" else paper
    label = label_visit(actor=PROGRAM, subject=who, things=[labelled], label=Label.PART2, why="programme")
    (line,), _ = log(joan, Sought(patient_id=who))
    assert line.what == f"{number}: papers a label keeps"
    shown = desk.get("/disclosures/").content.decode()
    assert (number in shown, TITLE in shown) == (True, False)
    assert TITLE in log(PROGRAM, Sought(patient_id=who))[0][0].what, "the row itself says what it said"
    end_label(actor=PROGRAM, label_id=label, why="it was another's")
    assert TITLE in log(joan, Sought(patient_id=who))[0][0].what


def test_nobody_finds_a_line_by_the_words_of_a_title_that_is_kept(joan: Actor) -> None:
    who, other, paper = make_patient(), make_patient("Quist", "Otto"), new_id()
    made = went(joan, who, paper)
    went(joan, other, new_id())
    assert log(joan, Sought(words="methadone"))[1] == 2
    label_visit(actor=PROGRAM, subject=who, things=[paper], label=Label.PART2, why="programme")
    found, total = log(joan, Sought(words="methadone"))
    assert ([one.patient_id for one in found], total) == ([other], 1)
    desk = sign_in("secretary")
    assert desk.post("/disclosures/", {"words": "methadone"}).content.decode().count("data-row") == 1
    assert log(joan, Sought(words=letter(joan, made).number))[1] == 1, "its number is shown, so it is found"
    assert log(joan, Sought(words="Ingrid Vale", patient_id=who))[1] == 1
    assert log(PROGRAM, Sought(words="methadone"))[1] == 2


def test_an_account_to_print_says_no_title_that_is_kept_by_then(joan: Actor) -> None:
    who, paper = make_patient(), new_id()
    left = Leaving(
        who, "court", f"L-1: {TITLE}", "County Court", "1 Square", "mail", Ref("letter", new_id()), "x", None, (paper,)
    )
    record_disclosures(actor=PROGRAM, leaving=(left,))
    assert [one.what for one in accounting(joan, who)] == [f"L-1: {TITLE}"]
    label_visit(actor=PROGRAM, subject=who, things=[paper], label=Label.PART2, why="programme")
    assert [one.what for one in accounting(joan, who)] == ["L-1: papers a label keeps"]
    assert TITLE not in sign_in("secretary").get(f"/disclosures/{who}/account/").content.decode()
