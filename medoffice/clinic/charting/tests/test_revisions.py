"""A signed note is amended or retracted by its author: what was signed stays to be read, and no longer counts."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from medoffice.clinic.charting.api import add_addendum, note, revise_note, sign_note
from medoffice.clinic.charting.queries.notes import found_in_notes, note_to_copy, notes_to_copy
from medoffice.clinic.charting.tests.makers import WORDS, make_note
from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def test_a_retracted_note_stays_to_be_read_and_counts_no_more(office: Office) -> None:
    note_id = make_note(office, signed=True)
    before = note(note_id)
    revise_note(actor=office.provider, note_id=note_id, why="This is  another patient's")
    told = note(note_id)
    assert (told.retracted, told.text, told.signed_text, told.sha256) == (True, "", WORDS, before.sha256)
    assert told.revisions[0].why == "This is another patient's"
    (hit,) = found_in_notes(office.provider, "cough", None, 20).hits
    assert hit.title == "RETRACTED: note by Amara Okafor, MD"
    (item,) = notes_to_copy(told.patient_id)
    assert item.title.startswith("RETRACTED")
    assert note_to_copy(note_id).words.startswith("RETRACTED by Amara Okafor, MD")
    page = sign_in("okafor").get(f"/charting/{told.encounter_id}/").content.decode()
    assert "<b>RETRACTED</b>" in page
    assert f"<del>{WORDS}</del>" in page
    assert f'<div class="note">{WORDS}' not in page
    with pytest.raises(Refusal, match="retracted already"):
        revise_note(actor=office.provider, note_id=note_id, why="Again", seen=told.revisions[0].id)


def test_an_amended_version_stands_and_both_are_kept(office: Office) -> None:
    note_id = make_note(office, signed=True)
    first = revise_note(actor=office.provider, note_id=note_id, text="Cough for six days.", why="Three was misheard")
    revise_note(actor=office.provider, note_id=note_id, text="Wheeze for six days.", why="No cough", seen=first)
    told = note(note_id)
    assert (told.retracted, told.text, told.signed_text) == (False, "Wheeze for six days.", WORDS)
    assert [one.text for one in told.revisions] == ["Cough for six days.", "Wheeze for six days."]
    (hit,) = found_in_notes(office.provider, "wheeze", None, 20).hits
    assert hit.title == "Amended note by Amara Okafor, MD"
    copied = note_to_copy(note_id).words
    assert copied.index("because: Three was misheard") < copied.index("Wheeze for six days.") < copied.index(WORDS)
    page = sign_in("okafor").get(f"/charting/{told.encounter_id}/").content.decode()
    assert "because No cough" in page
    assert "<del>Cough for six days.</del>" in page


def test_an_addendum_is_retracted_by_itself(office: Office) -> None:
    note_id = make_note(office, signed=True)
    added = add_addendum(actor=office.provider, note_id=note_id, text="Left knee.")
    revise_note(actor=office.provider, note_id=note_id, part=added, why="Not hers")
    told = note(note_id)
    assert (told.text, told.addenda[0].text, told.addenda[0].signed_text) == (WORDS, "", "Left knee.")
    copied = note_to_copy(note_id).words
    assert copied.index(WORDS) < copied.index("RETRACTED") < copied.index("Left knee.")


def test_only_its_author_and_only_with_a_reason(office: Office) -> None:
    draft, signed = make_note(office), make_note(office, signed=True)
    other = make_user("ito", "Ren Ito", "provider")
    with pytest.raises(Refusal, match="not signed"):
        revise_note(actor=office.provider, note_id=draft, why="Wrong")
    with pytest.raises(Refusal, match="Okafor"):
        revise_note(actor=other, note_id=signed, why="Wrong")
    with pytest.raises(Invalid, match="why"):
        revise_note(actor=office.provider, note_id=signed, why=" ")
    with pytest.raises(Refusal, match="the same"):
        revise_note(actor=office.provider, note_id=signed, text=WORDS, why="Wrong")
    with pytest.raises(NotFound):
        revise_note(actor=person("ruiz"), note_id=signed, why="Wrong")
    revise_note(actor=office.provider, note_id=signed, text="Well.", why="Wrong")
    with pytest.raises(Conflict):
        revise_note(actor=office.provider, note_id=signed, why="Wrong")
    deny_subject(actor=PROGRAM, user_id=office.provider.id, subject=note(signed).patient_id, reason="family")
    with pytest.raises(NotFound):
        revise_note(actor=office.provider, note_id=signed, why="Wrong", seen=note(signed).revisions[0].id)
    assert note(signed).text == "Well."


def test_whoever_was_sent_it_and_who_sends_copies_have_work(office: Office) -> None:
    reader, joan = make_user("ito", "Ren Ito", "nurse"), make_user("secretary", "Joan Brandt", "secretary")
    note_id = make_note(office)
    sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version, to=[reader.id])
    told = note(note_id)
    with clock.frozen(NOW + timedelta(hours=1)):
        revise_note(actor=office.provider, note_id=note_id, text="Well.", why="Wrong words")
        assert not [one for one in work_items(joan, "secretary") if one.kind == "note-copies"]
        left = Leaving(
            told.patient_id,
            "payment",
            "note",
            "Plan",
            "1 Main",
            "mail",
            Ref("copy", new_id()),
            "asked",
            told.encounter_id,
        )  # fmt: skip
        record_disclosures(actor=PROGRAM, leaving=(left,))
        revise_note(actor=office.provider, note_id=note_id, why="Not hers", seen=note(note_id).revisions[0].id)
    assert "note-to-read" in {one.kind for one in work_items(reader)}
    (copies,) = [one for one in work_items(joan, "secretary") if one.kind == "note-copies"]
    assert "was retracted: tell who got a copy" in copies.title


def test_the_screen_amends_and_retracts(office: Office) -> None:
    note_id = make_note(office, signed=True)
    address, client = f"/charting/{note(note_id).encounter_id}/revise/", sign_in("okafor")
    assert WORDS in client.get(address).content.decode()
    assert client.post(address, {"do": "retract", "why": "", "text": WORDS}).status_code == 422
    assert client.post(address, {"do": "amend", "why": "Wrong", "text": " "}).status_code == 422
    assert client.post(address, {"do": "amend", "why": "Misheard", "text": "Six days."}).status_code == 302
    assert note(note_id).text == "Six days."
    seen = str(note(note_id).revisions[0].id)
    assert client.post(address, {"do": "retract", "why": "Not hers", "text": "x", "seen": seen}).status_code == 302
    assert note(note_id).retracted
    assert client.get(f"{address}?part={note_id}").status_code == 404
