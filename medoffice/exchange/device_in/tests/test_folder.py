"""The folder of devices: each file once, to whoever reads such things; what cannot be read stays with words."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.devices.tests.makers import make_order, spirometry_file
from medoffice.clinic.orders.api import order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import reports_of, results_of, tray
from medoffice.clinic.results.tests.makers import messages, oru
from medoffice.exchange.device_in.registry import DOOR
from medoffice.exchange.paper_in.tests.makers import put
from medoffice.kernel import clock, jobs
from medoffice.kernel.worlds import current
from medoffice.practice.tests.makers import make_office, work
from medoffice.records.documents.api import inbox
from medoffice.records.documents.tests.makers import paper
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(tmp_path: Path, settings: SimpleNamespace) -> Iterator[UUID]:
    settings.DATA_DIR = tmp_path
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        yield make_visit(make_office(), make_patient(born=date(1971, 3, 2)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "devices" / current.name() / "folder"


def test_what_the_folder_brought_to_the_wrong_chart_comes_off_it_and_goes_to_the_right_one(
    visit: UUID, folder: Path
) -> None:
    wrong, right, ruiz = encounter(visit).patient_id, make_patient("Quist", "Per"), signed_in("ruiz")
    asked = make_order(visit, "spirometry")
    put(folder / "in", "one.csv", spirometry_file(patient(wrong).mrn))
    jobs.run_due()
    (found,) = reports_of(PROGRAM, wrong, 9)
    page = f"/results/{found.id}/take-off/"
    done = ruiz.post(page, {"version": found.version, "why": "The last patient was still on its screen"})
    (waiting,) = tray(PROGRAM)
    assert done.headers["Location"] == f"/results/tray/{waiting.message.id}/"
    assert {one.status for one in results_of([found.id])[found.id]} == {"W"}
    assert (order(asked).state, order(asked).done_by) == (OrderState.ORDERED, "")
    sent = {"version": waiting.message.version, "patient": str(right), "why": "Per sat at the device"}
    assert ruiz.post(done.headers["Location"], sent).status_code == 302
    (moved,) = reports_of(PROGRAM, right, 9)
    assert {one.status for one in results_of([moved.id])[moved.id]} == {"F"}
    pages = [ruiz.get(f"/devices/patient/{who}/").content.decode() for who in (right, wrong)]
    assert ["<s><bdi>2.91</bdi></s>" in page for page in pages] == [False, True]
    assert [">withdrawn<" in page for page in pages] == [False, True]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_tl10_a_file_of_the_folder_does_the_order_of_whose_it_is_and_waits_for_its_sign_off(
    visit: UUID, folder: Path
) -> None:
    who = encounter(visit).patient_id
    asked = make_order(visit, "spirometry")
    put(folder / "in", "one.csv", spirometry_file(patient(who).mrn))
    jobs.run_due()
    (found,) = reports_of(PROGRAM, who, 9)
    assert (found.order_id, found.encounter_id, found.laboratory) == (asked, visit, "Office devices")
    assert [one.words for one in results_of([found.id])[found.id]] == ["FEV1/FVC", "FEV1"], "the unusual one first"
    assert (order(asked).state, order(asked).done_by) == (OrderState.DONE, "Office devices")
    assert "SpiroLite, serial SL-4411, calibrated 11/24/2026" in found.notes
    assert work("result-sign") == ["Result to sign off: Spirometry"]
    shown = signed_in("ruiz").get(f"/devices/patient/{who}/").content.decode()
    assert ("SL-4411" in shown, "2.91" in shown, ">File<" in shown) == (True, True, False), "nobody attached it"
    put(folder / "in", "again.csv", spirometry_file(patient(who).mrn))
    with clock.frozen(clock.now() + timedelta(minutes=1)):
        jobs.run_due()
    assert len(reports_of(PROGRAM, who, 9)) == 1
    assert (names(folder / "done"), work("device-file")) == (["again.csv", "one.csv"], [])


def test_what_is_not_surely_somebodys_waits_in_the_tray_and_papers_in_the_inbox(visit: UUID, folder: Path) -> None:
    put(folder / "in", "a.csv", spirometry_file("", name="Vale,Ingrid", born=""))
    put(folder / "in", "b.hl7", oru(facility="SPIRO", who="Nobody^Known||19500101|M"))
    put(folder / "in", "c.pdf", paper("Electrocardiogram"))
    put(folder / "in", "d.csv", b"medoffice device file,1\nnonsense\n")
    put(folder / "in", "e.bin", b"\x00\x01\x02\x03")
    jobs.run_due()
    assert [one.whose.name for one in tray(PROGRAM)] == ["Vale, Ingrid", "Nobody, Known"]
    assert tray(PROGRAM)[0].tests == ("Spirometry",)
    assert len(work("lab-unmatched")) == 2
    assert [one.title for one in inbox(PROGRAM)] == ["c.pdf"]
    assert reports_of(PROGRAM, encounter(visit).patient_id, 9) == []
    assert (names(folder / "in"), names(folder / "done")) == ([], ["a.csv", "b.hl7", "c.pdf", "e.bin"])
    assert names(folder / "refused") == ["d.csv", "d.csv.why.txt"]
    (told,) = work("device-file")
    assert (told.startswith("A file of a device was not taken: "), "d.csv" in told) == (True, False)
    assert len(work("document-refused")) == 1, "a paper that is none"
    assert (DOOR.left(), DOOR.set_aside()) == (0, 1)


@pytest.mark.usefixtures("visit")
def test_of_several_messages_each_is_taken_and_one_that_is_refused_is_told(folder: Path) -> None:
    good, wrong = (
        oru(control="C1", facility="SPIRO"),
        oru(control="C2", facility="SPIRO").replace(b"ORU^R01", b"ADT^A01"),
    )
    put(folder / "in", "both.hl7", good + wrong)
    put(folder / "in", "two.hl7", oru(control="C3", facility="SPIRO") + oru(control="C4", facility="SPIRO"))
    put(folder / "in", "us.hl7", oru(control="C5").replace(b"|LIS|", b"|MEDOFFICE|"))
    jobs.run_due()
    assert (names(folder / "done"), len(names(folder / "refused"))) == (["two.hl7"], 4)
    assert (len(tray(PROGRAM)), len(messages("refused"))) == (3, 2)
    assert len(work("device-file")) == 2


def test_a_tracing_of_another_day_or_still_to_come_settles_no_order(visit: UUID, folder: Path) -> None:
    asked, mrn = make_order(visit, "spirometry"), patient(encounter(visit).patient_id).mrn
    for name, taken in (("old.csv", b"2026-11-20 10:05"), ("new.csv", b"2026-11-25 10:05")):
        put(folder / "in", name, spirometry_file(mrn).replace(b"2026-11-24 10:05", taken))
    jobs.run_due()
    assert order(asked).state is OrderState.ORDERED
    (found,) = reports_of(PROGRAM, encounter(visit).patient_id, 9)
    assert found.order_id is None
    assert names(folder / "refused") == ["new.csv", "new.csv.why.txt"]
