"""The secretary's bars 1 and 2 by keyboard, counted in acts: a paper is filed as suggested, and one otherwise."""

from uuid import UUID

import pytest

from medoffice.kernel.jobs import run_due
from medoffice.kernel.trace import Ref
from medoffice.practice.api import providers, sites, today_here
from medoffice.records.documents.api import (
    documents_of,
    documents_of_file,
    file_document,
    inbox,
    look_into,
    take_in,
)
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door, Filing, SignOff
from medoffice.records.encounters.api import encounters_of_patient, start_encounter
from medoffice.records.encounters.types import EncounterClass
from medoffice.records.patients.api import patient, search
from medoffice.records.releases.api import note_request
from medoffice.records.releases.types import Asked, Asker
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person

pytestmark = pytest.mark.journey


def lab_faxes(*ends: str) -> list[UUID]:
    """A laboratory report about Vale for each end, faxed and read; the documents that wait, in that order."""
    known = patient(search(PROGRAM, "Vale")[0].id)
    head = f"Prairie Laboratory report\nPatient: {known.name.sorted_form}   DOB: {known.birth_date:%m/%d/%Y}"
    before = {one.id for one in inbox(PROGRAM)}
    for end in ends:
        text = f"{head}\nMRN {known.mrn}\nDate collected: {end}"
        kept = take_in(actor=PROGRAM, door=Door.FAX, name="fax.pdf", data=paper(text))
        look_into(actor=PROGRAM, file_id=kept.file_id)
    run_due()
    return [one.id for one in inbox(PROGRAM) if one.id not in before]


def test_secretary_1_and_2_a_paper_is_filed_as_suggested_and_one_otherwise(person: Person) -> None:
    first, second = (search(PROGRAM, name)[0].id for name in ("Vale", "Quist"))
    known = patient(first)
    head = f"Prairie Laboratory report\nPatient: {known.name.sorted_form}   DOB: {known.birth_date:%m/%d/%Y}"
    right = f"{head}\nMRN {known.mrn}\nDate collected: 11/20/2026\nSpecimen: blood. Reference range follows"
    for text in (right, f"{head}\nMRN {known.mrn}\nDate collected: 11/19/2026\nSpecimen: of somebody else"):
        kept = take_in(actor=PROGRAM, door=Door.FAX, name="fax.pdf", data=paper(text))
        look_into(actor=PROGRAM, file_id=kept.file_id)
    run_due()
    before = len(inbox(PROGRAM))
    farrow = Counted(person.page, person.address)

    farrow.come_in("farrow", "/documents/")
    farrow.sees(known.name.sorted_form)
    farrow.acts = 0
    farrow.go("Enter")
    farrow.sees("read on it, as on the record")
    farrow.looks()
    farrow.go("Enter")
    farrow.keeps_to(2, 5, decisions=1)
    (filed,) = documents_of(PROGRAM, first, "lab")
    assert (f"{filed.dated:%m/%d/%Y}", len(inbox(PROGRAM))) == ("11/20/2026", before - 1)

    farrow.sees("read on it, as on the record")
    farrow.acts = 0
    farrow.press("p")
    farrow.type("Quist")
    farrow.sees(patient(second).mrn)
    farrow.chooses("patient")
    farrow.looks()
    farrow.go("Control+Enter")
    (moved,) = documents_of(PROGRAM, second, "lab")
    farrow.keeps_to(10, 18, decisions=3)
    assert (moved.sign is SignOff.WAITS) == (moved.signer_id in {one.id for one in providers()})


def test_enter_pressed_twice_or_held_files_one_paper_and_the_next_waits_to_be_looked_at(person: Person) -> None:
    first, second = lab_faxes("11/17/2026\nSpecimen: urine", "11/18/2026\nSpecimen: swab")
    page = person.page
    person.come_in("farrow", f"/documents/file/{first}/")
    page.keyboard.press("Enter")  # before anybody can have seen the first
    person.sees("This has only just come up")
    person.looks()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{second}/", wait_until="commit")
    page.locator("form button[autofocus]").wait_for()
    for _ in range(8):  # pressed again, and held
        page.keyboard.down("Enter")
    person.looks()
    for _ in range(3):
        page.keyboard.down("Enter")
        page.keyboard.down("Control")
    page.wait_for_timeout(200)
    waiting = {one.id for one in inbox(PROGRAM)}
    assert (first in waiting, second in waiting, page.url.endswith(f"{second}/")) == (False, True, True)
    page.keyboard.up("Control")
    page.keyboard.up("Enter")
    person.go("Enter")
    assert second not in {one.id for one in inbox(PROGRAM)}


def test_all_that_is_shown_is_of_the_person_who_was_chosen(person: Person) -> None:
    """Banner, reasons, visits and who signs, whoever is chosen, and nobody's while nobody is."""
    (paper_id,) = lab_faxes("11/16/2026\nSpecimen: hair")
    first, second = (patient(search(PROGRAM, name)[0].id) for name in ("Vale", "Quist"))
    start_encounter(
        actor=PROGRAM,
        patient_id=second.id,
        provider_id=providers()[0].id,
        site_id=sites()[0].id,
        kind=EncounterClass.OFFICE,
        reason="cough",
        cause=Ref("test", second.id),
    )
    reasons = {
        who.id: [f"{one.date:%m/%d/%Y} {one.reason}" for one in encounters_of_patient(PROGRAM, who.id, 20)]
        for who in (first, second)
    }
    assert len(reasons[second.id]) > len(reasons[first.id])
    page = person.page
    person.come_in("farrow", f"/documents/file/{paper_id}/")

    def shows(name: str, reason: str, who: UUID | None) -> None:
        page.locator("#as-read").get_by_text(reason).wait_for()
        offered = page.locator("#id_visit option").all_inner_texts()
        assert (page.locator("#banner").inner_text()[: len(name)], offered) == (
            name,
            ["None", *(reasons[who] if who else [])],
        )

    def choose(mrn: str) -> None:
        page.locator("#pick-patient-hits:not([aria-busy]) [aria-selected=true]").get_by_text(mrn).wait_for()
        person.press("Enter")

    shows(first.name.sorted_form, "as on the record", first.id)
    person.press("p")
    person.type("Quis")
    shows("", "Nobody is chosen", None)
    person.type("t")
    choose(second.mrn)
    shows(second.name.sorted_form, "read as somebody else", second.id)
    assert first.mrn not in page.locator("#banner").inner_text()
    person.press("Shift+Tab")  # from the type, where a letter chooses
    person.type("Vale")
    choose(first.mrn)
    shows(first.name.sorted_form, "as on the record", first.id)


def test_a_long_name_of_a_file_breaks_no_list(person: Person) -> None:
    who, name = search(PROGRAM, "Vale")[0].id, "Scan_of_the_consultation_" * 4 + "of_the_year_2026.pdf"
    kept = [take_in(actor=PROGRAM, door=Door.SCAN, name=name, data=paper(f"Paper {number}")) for number in (1, 2)]
    for one in kept:
        look_into(actor=PROGRAM, file_id=one.file_id)
    run_due()
    filed, waits = (documents_of_file(one.file_id)[0] for one in kept)
    filing = Filing(kind="consult", dated=None, patient_id=who, title=name)
    file_document(actor=PROGRAM, document_id=filed.id, seen_version=filed.version, filing=filing)
    told = Asked(Asker.ATTORNEY, "authorization", "Marsh & Pell", "", "all", "", today_here())
    ask = note_request(actor=PROGRAM, patient_id=who, asked=told)
    person.come_in("farrow")
    wide = "[...document.querySelectorAll('main, .pane')].filter((one) => one.scrollWidth > one.clientWidth + 1).length"
    for path in (
        "/documents/", f"/documents/file/{waits.id}/", f"/documents/patient/{who}/", f"/documents/{filed.id}/",
        f"/releases/{ask}/", f"/releases/{ask}/look/document-{filed.id.hex}/", f"/patient/{who}/",
        f"/documents/{filed.id}/pages/", f"/documents/{filed.id}/refile/", f"/releases/new/{who}/",
    ):  # fmt: skip
        for size in (1366, 1024):
            person.page.set_viewport_size({"width": size, "height": 768})
            person.page.goto(f"{person.address}{path}")
            assert person.page.get_by_text(name[:30]).count(), path
            assert person.page.evaluate(wide) == 0, f"{path} at {size}"
