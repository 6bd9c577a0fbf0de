"""By keyboard: a letter mailed as a link and opened by its reader, a letter in plain words, pages put right."""

import re
from uuid import UUID

import pytest

from medoffice.exchange.simulators.gateway.api import taken
from medoffice.front_office.letters.api import letters_of, sendings_of
from medoffice.front_office.letters.types.letters import LetterState, SendingState
from medoffice.kernel.jobs import run_due
from medoffice.records.documents.api import document, inbox, look_into, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door
from medoffice.records.patients.api import patient, register_patient, search
from medoffice.records.patients.types.people import PatientName
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import ON, Counted, Person, starts_a_letter

pytestmark = pytest.mark.journey


def test_a_letter_is_mailed_as_a_link_and_its_reader_opens_it(person: Person) -> None:
    """``l`` and Ctrl+Enter mail it; the reader types the birth date; the letter says that it was opened."""
    who = register_patient(
        actor=PROGRAM, name=PatientName("Weir", "Ottilie"), sex="F", birth_date=ON.replace(year=1961, month=3, day=4),
        email="ottilie@example.org",
    )  # fmt: skip
    farrow = Counted(person.page, person.address)
    farrow.come_in("farrow", f"/patient/{who}/")
    farrow.acts = 0
    starts_a_letter(farrow, "mis", "Missed visit")
    farrow.go("l")
    farrow.sees("ottilie@example.org")
    farrow.go("Control+Enter")
    farrow.sees("How it went")
    farrow.keeps_to(8, 25, decisions=3)

    (one,) = letters_of(PROGRAM, who, 1)
    found = re.search(r"/letters/open/([\w-]+)/", taken()[-1].body)
    assert found is not None
    reader = Person(person.page, person.address)
    reader.page.context.clear_cookies()
    reader.page.goto(f"{reader.address}/letters/open/{found[1]}/")
    assert "Weir" not in reader.page.content()
    assert [sent.state for sent in sendings_of(one.id)] == [SendingState.HANDED]
    reader.type("3/4/1961")
    with reader.page.expect_download() as file:
        reader.press("Enter")
    assert file.value.path().read_bytes().startswith(b"%PDF-")
    assert [sent.state for sent in sendings_of(one.id)] == [SendingState.DELIVERED]


def test_a_letter_is_said_in_plain_words_and_waits_for_its_provider(person: Person) -> None:
    """``Alt+p`` writes the copy, ``s`` says who signs, Ctrl+Enter asks them."""
    who = search(PROGRAM, "Vale")[0].id
    farrow = Counted(person.page, person.address)
    farrow.come_in("farrow", f"/patient/{who}/")
    farrow.acts = 0
    starts_a_letter(farrow, "mis", "Missed visit")
    farrow.go("Alt+p")
    farrow.sees("The letter itself")
    farrow.press("s", "ArrowDown")
    farrow.go("Control+Enter")
    farrow.keeps_to(9, 15, decisions=3)
    plain, _ = letters_of(PROGRAM, who, 2)
    assert plain.state is LetterState.TO_SIGN
    assert plain.signer_id is not None
    assert sendings_of(plain.id) == []


def stands(document_id: UUID) -> list[tuple[int, int]]:
    """Which page of the file stands at each place, and by how much it is turned."""
    return [(leaf.page, leaf.turn) for leaf in document(PROGRAM, document_id, "documents.file").laid]


def test_pages_that_came_upside_down_and_in_the_wrong_order_are_put_right(person: Person) -> None:
    """``g`` shows them and places the first, Tab turns it, Ctrl+Enter; ``u`` takes it back."""
    who = search(PROGRAM, "Vale")[0].id
    known = patient(who)
    text = f"Prairie Laboratory report\nPatient: {known.name.sorted_form}   DOB: {known.birth_date:%m/%d/%Y}"
    before = {one.id for one in inbox(PROGRAM)}
    kept = take_in(actor=PROGRAM, door=Door.FAX, name="fax.pdf", data=paper(text, "the second page", "the third"))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    run_due()
    (one,) = {one.id for one in inbox(PROGRAM)} - before
    farrow = Counted(person.page, person.address)
    farrow.come_in("farrow", f"/documents/file/{one}/")
    farrow.acts = 0
    farrow.go("g")
    farrow.press("g")
    farrow.write("3")
    farrow.press("Tab")
    farrow.type("u")
    farrow.go("Control+Enter")
    farrow.sees("The pages stand as you said")
    farrow.keeps_to(12, 20, decisions=4)
    assert stands(one) == [
        (2, 0),
        (3, 0),
        (1, 180),
    ]
    farrow.go("u")
    assert stands(one) == [
        (1, 0),
        (2, 0),
        (3, 0),
    ]
