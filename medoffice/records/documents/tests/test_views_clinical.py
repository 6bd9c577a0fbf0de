"""A clinical document (C-CDA) is read by its sections, tables and paragraphs, where it waits, lies and is printed."""

from datetime import UTC, date, datetime

import pytest

from medoffice.kernel import clock
from medoffice.practice.tests.makers import make_office
from medoffice.records.documents.api import documents_of_file, file_document, look_into, take_in
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM
from medoffice.standards.ccda.tests.makers import document, section

pytestmark = pytest.mark.django_db
TABLE = (
    "<paragraph>Take with food &lt;script&gt;.</paragraph><table><thead><tr><th>Drug</th><th>Dose</th></tr></thead>"
    "<tbody><tr><td>Iron &lt;b&gt;</td><td>65 mg</td></tr></tbody></table>"
)


def test_it_is_shown_by_its_sections_with_tables_and_paragraphs_and_nothing_of_it_is_markup() -> None:
    clock.freeze(datetime(2026, 11, 24, 18, tzinfo=UTC))
    make_office()
    person("vega")
    who = make_patient(family="Vale", given="Ingrid", born=date(1965, 3, 14), sex="F")
    data = document(section("10160-0", title="Medicines", text=TABLE), section("8648-8", title="Course"))
    kept = take_in(actor=PROGRAM, door=Door.SCAN, name="summary.xml", data=data)
    assert look_into(actor=PROGRAM, file_id=kept.file_id) == ""
    (found,) = documents_of_file(kept.file_id)
    client = sign_in("vega")
    pages = [client.get(f"/documents/file/{found.id}/").content.decode()]
    filing = Filing(kind="clinical-summary", dated=None, patient_id=who)
    file_document(actor=PROGRAM, document_id=found.id, seen_version=found.version, filing=filing)
    pages += [client.get(f"/documents/{found.id}/{end}").content.decode() for end in ("", "print/")]
    for page in pages:
        assert "<h3><bdi>Medicines</bdi></h3>" in page
        assert "<p><bdi>Take with food &lt;script&gt;.</bdi></p>" in page
        assert '<th scope="col"><bdi>Drug</bdi></th>' in page
        assert "<td><bdi>Iron &lt;b&gt;</bdi></td><td><bdi>65 mg</bdi></td>" in page
        assert "<h3><bdi>Course</bdi></h3>" in page
        assert "Harbor Clinic" in page
        assert "<bdi>The section &#x27;Medicines&#x27; has words alone: no entry is read.</bdi>" in page
    assert all("The words that were read" in page for page in pages[:2]), "what a search finds stays to be seen"
