"""Results of somebody who was registered twice: two records become one and two again, some visits are labelled."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import order, requisition
from medoffice.clinic.orders.tests.makers import make_laboratory, make_requisition
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import open_reports, reports_of, tray
from medoffice.clinic.results.models import LabMessage, LabReport
from medoffice.clinic.results.tests.makers import messages, oru, paper, take, the_report, versions
from medoffice.kernel import clock
from medoffice.kernel.checks import run_checks
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.documents.api import documents_of
from medoffice.records.patients.api import merge_patients, patient, unmerge_patients
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject, label_visit
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM, Label, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
OLD, NEW, BOTH = "old", "new", "both"


class Twice:
    """Ingrid Vale, and once more as Ingird Vail with another birth date; the second has a visit with an order."""

    def __init__(self, office: Office, label: Label | None = None) -> None:
        self.kept = make_patient("Vale", "Ingrid")
        self.gone = make_patient("Vail", "Ingird", born=date(1968, 8, 3))
        self.numbers = {OLD: patient(self.gone).mrn, NEW: patient(self.kept).mrn}
        self.visit = make_visit(office, self.gone)
        if label:
            label_visit(actor=PROGRAM, subject=self.gone, things=[self.visit], label=label, why="its program")
        self.asked = make_requisition(office.provider, self.visit, make_laboratory(door=""), "TSH")
        self.number = f"{requisition(self.asked).number}-1"

    def merge(self) -> UUID:
        return merge_patients(
            actor=PROGRAM, survivor_id=self.kept, merged_id=self.gone, seen=patient(self.kept).version,
            seen_merged=patient(self.gone).version, picks={},
        )  # fmt: skip

    def said(self, which: str, *lines: str, placer: str | None = None, control: str = "M1", **more: str) -> bytes:
        """A message that names them by what the laboratory has of them."""
        who = "Vail^Ingird||19680803|F" if which == OLD else "Vale^Ingrid||19680308|F"
        numbers = "~".join(self.numbers.values()) if which == BOTH else self.numbers[which]
        placer = self.number if placer is None else placer
        return oru(*lines, who=who, numbers=numbers, placer=placer, control=control, **more)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def twice(office: Office) -> Twice:
    return Twice(office)


@pytest.mark.parametrize("which", [OLD, NEW, BOTH])
def test_a_result_of_a_merged_record_is_filed_by_whichever_of_their_names(office: Office, which: str) -> None:
    twice = Twice(office)
    twice.merge()
    take(twice.said(which))
    assert [row.why for row in LabMessage.objects.all()] == ["by the number of the order"]
    row = the_report()
    assert (row.patient_id, row.encounter_id, row.signer_id) == (twice.kept, twice.visit, office.provider_id)
    assert row.order_id is not None
    assert order(row.order_id).state is OrderState.DONE
    assert [one.id for one in open_reports(office.provider, signer_id=office.provider_id)] == [row.id]


@pytest.mark.parametrize("which", [OLD, NEW, BOTH])
def test_without_an_order_it_is_filed_by_two_identifiers_of_either(office: Office, which: str) -> None:
    twice = Twice(office)
    twice.merge()
    take(twice.said(which, placer=""))
    assert (the_report().patient_id, the_report().order_id) == (twice.kept, None)


def test_what_mixes_both_is_surely_nobodys(twice: Twice) -> None:
    twice.merge()
    take(oru(who="Vail^Ingird||19680308|F", numbers=twice.numbers[OLD], placer=twice.number))
    (row,) = messages("unmatched")
    assert row.patient_id is None
    (found,) = tray(PROGRAM)
    lind = person("lind")
    page = sign_in("lind").get(f"/results/tray/{found.message.id}/").content.decode()
    assert page.count(f'value="{twice.kept}"') == 1, "whoever may be meant is offered once"
    assert lind


def test_before_the_merge_it_is_the_other_s_and_a_correction_after_it_goes_along(office: Office, twice: Twice) -> None:
    take(twice.said(OLD))
    assert the_report().patient_id == twice.gone
    twice.merge()
    assert the_report().patient_id == twice.kept
    otherwise = "NM|2823-3^Potassium^LN||6.0|mmol/L|3.5-5.1|H|||C"
    take(twice.said(OLD, otherwise, control="M2", status="C", at="20261124111500-0600", placer=""))
    assert versions("Potassium") == [("5.1", "F", False), ("6.0", "C", True)]
    assert (the_report().patient_id, the_report().corrected) == (twice.kept, True)
    assert len(reports_of(office.provider, twice.kept, 9)) == 1


def test_a_labelled_visit_stays_labelled_and_who_may_not_know_sees_no_result(office: Office) -> None:
    twice = Twice(office, Label.PART2)
    take(twice.said(OLD, control="M0", filler="F1"))
    twice.merge()
    take(twice.said(OLD, control="M1", filler="F2"), twice.said(NEW, control="M2", filler="F3"))
    ada = make_user("ada", "Ada", Role.MEDICAL_ASSISTANT)
    assert {row.about_id for row in LabReport.objects.all()} == {twice.visit}
    assert reports_of(ada, twice.kept, 9) == []
    assert open_reports(ada) == []
    assert len(reports_of(office.provider, twice.kept, 9)) == 3
    client = sign_in("ada")
    assert {client.get(f"/results/{row.id}/").status_code for row in LabReport.objects.all()} == {404}
    assert not [one for one in work_items(ada) if one.kind.startswith("result")]
    assert len(work("result-sign")) == 3


def test_who_is_denied_either_record_sees_neither_the_result_nor_that_it_waits(twice: Twice) -> None:
    lind = person("lind")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=twice.gone, reason="her sister")
    twice.merge()
    take(oru(who="Vail^Ingird||19680803|M", numbers="", placer=twice.number))
    assert (len(tray(PROGRAM)), tray(lind)) == (1, [])
    (found,) = tray(PROGRAM)
    assert sign_in("lind").get(f"/results/tray/{found.message.id}/").status_code == 404


def test_taken_apart_again_a_result_of_the_order_goes_back_with_all_that_belongs_to_it(
    office: Office, twice: Twice
) -> None:
    done = twice.merge()
    take(twice.said(OLD, "NM|2823-3^Potassium^LN||6.9|mmol/L|3.5-5.1|HH|||F", paper()))
    (filed,) = documents_of(PROGRAM, twice.kept)
    unmerge_patients(actor=PROGRAM, merge_id=done)
    row = the_report()
    assert (row.patient_id, row.order_id is not None) == (twice.gone, True)
    assert [one.id for one in documents_of(PROGRAM, twice.gone)] == [filed.id]
    assert documents_of(PROGRAM, twice.kept) == []
    assert LabMessage.objects.get().patient_id == twice.gone, "what came is theirs too"
    assert [one.patient_id for one in work_items(office.provider) if one.kind == "result-critical"] == [twice.gone]
    assert all(one.ok for one in run_checks(of_world=True))


def test_taken_apart_again_a_correction_goes_where_the_result_is(office: Office, twice: Twice) -> None:
    done = twice.merge()
    take(twice.said(OLD))
    unmerge_patients(actor=PROGRAM, merge_id=done)
    otherwise = "NM|2823-3^Potassium^LN||6.0|mmol/L|3.5-5.1|H|||C"
    take(twice.said(OLD, otherwise, control="M2", status="C", at="20261124111500-0600"))
    assert versions("Potassium") == [("5.1", "F", False), ("6.0", "C", True)]
    assert reports_of(office.provider, twice.kept, 9) == []
    take(twice.said(NEW, otherwise, control="M3", status="C", at="20261124121500-0600"))
    assert [row.why for row in messages("unmatched")] == ["the order is for somebody with another name and birth date"]


def test_taken_apart_again_the_same_number_may_stand_on_both_charts(office: Office, twice: Twice) -> None:
    """A person puts on the one what the laboratory says under a number that went back with the other."""
    done = twice.merge()
    take(twice.said(OLD))
    unmerge_patients(actor=PROGRAM, merge_id=done)
    take(twice.said(NEW, placer="", control="M2"))
    (found,) = tray(PROGRAM)
    address = f"/results/tray/{found.message.id}/"
    typed = {"version": found.message.version, "patient": str(twice.kept), "why": "she was called"}
    assert person("lind")
    assert sign_in("lind").post(address, typed).status_code == 302
    assert [len(reports_of(office.provider, who, 9)) for who in (twice.kept, twice.gone)] == [1, 1]
