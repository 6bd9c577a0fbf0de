"""From a file that comes in to entries beside the lists: matched, reviewed, joined by code, once."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import chart_of, decide_incoming, incoming_of
from medoffice.clinic.charting.tests.makers import enter
from medoffice.clinic.charting.types import CauseKind, Decision, ListKind
from medoffice.clinic.summaries.actions.export_summary import export_summary
from medoffice.clinic.summaries.types import Given
from medoffice.kernel import clock, jobs
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.tests.makers import make_office, work
from medoffice.records.documents.api import documents_of_file, file_clinical, file_document, look_into, take_in
from medoffice.records.documents.types.papers import Document, Door, Filing
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named, label_visit
from medoffice.security.tests.makers import make_user, person, signed_in
from medoffice.security.types import PROGRAM, Actor, Label
from medoffice.standards.ccda.tests.makers import ASTHMA, HEADER, WHOLE, document, section

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
GIVEN = Given("Dr. Luz Vega", "Prairie Cardiology")
BORN = date(1965, 3, 14)
SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "data" / "ccda" / "samples"  # beside the repository


@pytest.fixture(autouse=True)
def _office() -> Iterator[None]:
    with clock.frozen(NOW):
        make_office()
        yield


def vale() -> UUID:
    return make_patient(family="Vale", given="Ingrid", born=BORN, sex="F")


def came(data: bytes) -> Document:
    kept = take_in(actor=PROGRAM, door=Door.SCAN, name="summary.xml", data=data)
    assert look_into(actor=PROGRAM, file_id=kept.file_id) == ""
    jobs.run_due()
    (found,) = documents_of_file(kept.file_id)
    return found


def filed(found: Document, who: UUID) -> None:
    filing = Filing(kind="clinical-summary", dated=None, patient_id=who)
    file_document(actor=PROGRAM, document_id=found.id, seen_version=found.version, filing=filing)
    jobs.run_due()


def test_a_summary_is_matched_filed_and_its_entries_are_decided_by_keys() -> None:
    who = vale()
    ours = enter(who, ListKind.PROBLEM, "Bronchial asthma", system="SNOMED CT", code="195967001")
    found = came(WHOLE)
    assert (found.suggested.patient_id, found.suggested.agrees) == (who, ("name", "birth date", "sex"))
    assert (found.suggested.kind, found.suggested.dated) == ("clinical-summary", date(2026, 3, 4))
    filed(found, who)
    assert len(work("reconcile")) == 1
    waiting = {one.kind: one for one in incoming_of(PROGRAM, who)}
    assert set(waiting) == {ListKind.ALLERGY, ListKind.MEDICATION, ListKind.PROBLEM}
    assert {(one.cause.kind, one.cause.id) for one in waiting.values()} == {(CauseKind.DOCUMENT, found.id)}
    assert waiting[ListKind.PROBLEM].cause.words == "Summary of Ingrid Vale, Harbor Clinic, 03/04/2026"
    page = signed_in("ruiz").get(f"/charting/chart/{who}/reconcile/").content.decode()
    row = page[page.index("Bronchial asthma") :]
    assert f'href="/documents/{found.id}/"' in row
    assert row.index('data-key="m"') < row.index("</tr>")  # theirs stands beside ours, by its code
    nurse = actor_named("ruiz")
    decide_incoming(
        actor=nurse,
        incoming_id=waiting[ListKind.PROBLEM].id,
        decision=Decision.MERGED,
        entry_id=ours,
        seen_version=1,
    )
    decide_incoming(actor=nurse, incoming_id=waiting[ListKind.ALLERGY].id, decision=Decision.ACCEPTED)
    decide_incoming(actor=nurse, incoming_id=waiting[ListKind.MEDICATION].id, decision=Decision.IGNORED)
    chart = chart_of(PROGRAM, who)
    (problem,), (allergy,) = chart.lists[ListKind.PROBLEM], chart.lists[ListKind.ALLERGY]
    assert (problem.told.words, problem.told.began) == ("Bronchial asthma", "2018-05")
    assert (allergy.told.words, allergy.cause.id, allergy.by) == ("Penicillin", found.id, "Carmen Ruiz")
    assert (chart.lists[ListKind.MEDICATION], work("reconcile")) == ((), [])


def test_a_label_on_a_document_keeps_what_was_taken_from_it_in_every_sink() -> None:
    """Part 2: whoever treats still sees it; others see neither the entry nor what waits, and no file says it."""
    who, ruiz, chen, okafor = vale(), person("ruiz"), person("chen"), actor_named("okafor")
    filed(found := came(WHOLE), who)
    asthma = next(one for one in incoming_of(ruiz, who) if one.kind is ListKind.PROBLEM)
    decide_incoming(actor=ruiz, incoming_id=asthma.id, decision=Decision.ACCEPTED)
    words = asthma.told.words

    def seen(actor: Actor) -> tuple[bool, bool]:
        problems = chart_of(actor, who).lists[ListKind.PROBLEM]
        return any(one.told.words == words for one in problems), bool(incoming_of(actor, who))

    def exported() -> bool:
        return words.encode() in export_summary(actor=okafor, patient_id=who, given=GIVEN)

    assert (seen(ruiz), seen(chen), exported()) == ((True, True), (True, True), True)
    label_visit(actor=PROGRAM, subject=who, things=[found.id], label=Label.PART2, why="programme")
    assert (seen(ruiz), seen(chen), exported()) == ((True, True), (False, False), False)
    waits = incoming_of(ruiz, who)[0].id
    with pytest.raises(NotFound):
        decide_incoming(
            actor=make_user("hoang", "Minh Hoàng", "medical_assistant"), incoming_id=waits, decision=Decision.IGNORED
        )


def test_the_same_file_comes_once_and_the_same_statement_of_another_waits_once() -> None:
    who = vale()
    assert file_clinical(actor=PROGRAM, name="a.xml", data=WHOLE, patient_id=who)
    assert not file_clinical(actor=PROGRAM, name="b.xml", data=WHOLE, patient_id=who)
    jobs.run_due()
    assert len(incoming_of(PROGRAM, who)) == 3
    newer = document(section("11450-4", ASTHMA), header=HEADER.replace("20260304101500", "20260405101500"))
    assert file_clinical(actor=PROGRAM, name="c.xml", data=newer, patient_id=who)
    jobs.run_due()
    assert len(incoming_of(PROGRAM, who)) == 3


def test_another_patient_is_refused_in_words_and_nobody_is_guessed() -> None:
    who, other = vale(), make_patient(family="Quist", given="Otto", born=BORN, sex="M")
    found = came(WHOLE)
    with pytest.raises(Refusal, match="chart of Otto Quist") as refusal:
        filed(found, other)
    assert refusal.value.code == "another-patient"
    with pytest.raises(Refusal, match="born 03/14/1965"):
        file_clinical(actor=PROGRAM, name="a", data=WHOLE, patient_id=make_patient(family="Vale", given="Ingrid"))
    filed(found, who)
    assert incoming_of(PROGRAM, other) == []
    with pytest.raises(Refusal, match="came before"):
        file_clinical(actor=PROGRAM, name="a", data=WHOLE, patient_id=other)
    unsaid = came(document(section("11450-4", ASTHMA), header=HEADER.replace('code="F"', 'nullFlavor="UNK"')))
    assert unsaid.suggested.patient_id is None
    added = document(section("48765-2"), header=HEADER)
    with pytest.raises(Refusal, match="chart of Otto Quist"):
        file_clinical(actor=PROGRAM, name="a", data=added, patient_id=other)
    assert came(added).suggested.patient_id == who


def test_what_was_entered_in_error_takes_what_waits_with_it() -> None:
    who, desk = vale(), signed_in("lind")
    found = came(WHOLE)
    filed(found, who)
    desk.post(f"/documents/{found.id}/mistake/", {"why": "a copy for somebody else"})
    jobs.run_due()
    assert (incoming_of(PROGRAM, who), work("reconcile")) == ([], [])


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not beside the repository")
def test_every_document_of_others_that_opens_comes_in_with_its_entries() -> None:
    from medoffice.clinic.charting.api import take_in_entries
    from medoffice.clinic.charting.types import Cause
    from medoffice.clinic.summaries.rules.incoming import entries_of
    from medoffice.standards.ccda.api import read_document

    who, empty = vale(), []
    paths = sorted(SAMPLES.rglob("*.xml"))
    for path in paths:
        read = read_document(path.read_bytes())
        entries = entries_of(read.entries, lambda *_: False, NOW.date(), BORN)
        take_in_entries(actor=PROGRAM, patient_id=who, entries=entries, cause=Cause(CauseKind.IMPORT))
        stated = [one for one in read.sections if one.coded]
        if stated and not entries:
            empty.append(path.name)
    assert len(paths) >= 30
    assert empty == []
