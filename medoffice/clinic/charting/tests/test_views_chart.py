"""The chart as those who use it see it: entered, changed, ended, struck, attested, reconciled; and who may not."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from medoffice.clinic.charting.api import chart_of, incoming_of, take_in_entries
from medoffice.clinic.charting.tests.makers import enter, make_visit
from medoffice.clinic.charting.types import Cause, CauseKind, Incoming, ListKind, Told
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientName
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM
from medoffice.ui.tests.pages import form_with

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


def test_an_entry_is_entered_changed_ended_and_struck_where_it_stands(office: Office) -> None:
    who = make_patient()
    visit = make_visit(office, who)
    page, okafor = f"/charting/chart/{who}/", sign_in("okafor")
    enters = f"{page}enter/medication/"
    form = form_with(okafor.get(f"{page}?add=medication").content, "dose", enters)
    assert form.values["cause"] == [f"visit:{visit}"]
    wrong = okafor.post(enters, form.sent(words="Lisinopril", began="soon"))
    assert wrong.status_code == 422
    again = form_with(wrong.content, "dose", enters)
    assert (again.values["words"], again.values["began"]) == (["Lisinopril"], ["soon"])
    assert okafor.post(enters, again.sent(began="5/2019", dose="10 mg")).status_code == 302
    (one,) = chart_of(PROGRAM, who).lists[ListKind.MEDICATION]
    assert (one.told.words, one.told.began, one.by, one.encounter_id) == (
        "Lisinopril",
        "2019-05",
        "Amara Okafor",
        visit,
    )
    shown = okafor.get(page).content.decode()
    for words in ("Lisinopril", "10 mg", "05/2019", "Amara Okafor", "at a visit", "as text, unverified"):
        assert words in shown, words

    changes = f"/charting/listed/{one.entry_id}/change/"
    form = form_with(okafor.get(f"{page}?edit={one.entry_id}").content, "dose", changes)
    assert okafor.post(changes, form.sent(dose="20 mg")).status_code == 302
    stale = okafor.post(changes, form.sent(dose="40 mg") | {"once": "another"})
    assert stale.status_code == 409
    assert "Amara Okafor changed this entry meanwhile." in stale.content.decode()
    assert form_with(stale.content, "dose", changes).values["dose"] == ["40 mg"]

    okafor.post(f"/charting/listed/{one.entry_id}/end/", {"version": "2"})
    (over,) = chart_of(PROGRAM, who).lists[ListKind.MEDICATION]
    assert (over.told.status, over.told.ended) == ("stopped", "2026-11-24")
    okafor.post(f"/charting/listed/{one.entry_id}/strike/", {"version": "3", "why": "his brother's"})
    lists, history = okafor.get(f"{page}?at={one.entry_id}").content.decode().split("Other lists, and what to mend")
    assert history.index("Struck") < history.index("his brother") < history.index("Stopped") < history.index("10 mg")
    assert "<s>Lisinopril</s>" in lists


def test_a_code_is_chosen_by_typing_and_text_is_taken_as_it_is(office: Office) -> None:  # noqa: ARG001 - the office must stand
    who, okafor = make_patient(), sign_in("okafor")
    for kind, typed, value in (
        ("problem", "gout", "M10.9"),
        ("immunization", "tdap", "115"),
        ("medication", "zest", ""),
    ):
        hits = okafor.post(f"/charting/lists/{kind}/find/", {"words": typed}).content.decode()
        assert f'data-value="{value}"' in hits, kind
        assert f"“{typed}” as text" in hits
    assert "Zestril" in hits
    assert "<select" not in okafor.post("/charting/lists/family/find/", {"words": "stroke"}).content.decode()
    enters = f"/charting/chart/{who}/enter/problem/"
    form = form_with(okafor.get(f"/charting/chart/{who}/?add=problem").content, "verification", enters)
    okafor.post(enters, form.sent(words="Gout, unspecified", code="M10.9"))
    (one,) = chart_of(PROGRAM, who).lists[ListKind.PROBLEM]
    assert (one.told.system, one.told.code, one.cause.kind) == ("ICD-10-CM", "M10.9", CauseKind.SAID)
    assert one.told.edition.startswith("April 1 2026")


def test_a_list_is_attested_in_one_act_and_says_by_whom(office: Office) -> None:  # noqa: ARG001 - the office must stand
    who, ruiz = make_patient(), signed_in("ruiz")
    page = f"/charting/chart/{who}/"
    assert "nothing is known. Ask the patient" in ruiz.get(page).content.decode()
    ruiz.post(f"{page}attest/allergy/", {"none": "yes"})
    shown = ruiz.get(page).content.decode()
    assert "No known allergies" in shown
    assert "Carmen Ruiz, 11/24/2026" in shown
    enter(who, ListKind.MEDICATION, "Aspirin")
    ruiz.post(f"{page}attest/medication/")
    assert ruiz.get(page).content.decode().count("reviewed today") == 2  # allergies, medications
    with clock.frozen(NOW + timedelta(minutes=5)):
        enter(who, ListKind.MEDICATION, "Warfarin")
        assert ruiz.get(page).content.decode().count("reviewed today") == 1  # the medications are others since


def test_none_is_not_attested_while_something_that_came_in_waits(office: Office) -> None:  # noqa: ARG001 - the office must stand
    who, ruiz = make_patient(), signed_in("ruiz")
    page = f"/charting/chart/{who}/"
    cause = Cause(CauseKind.IMPORT, None, "CCD of Harbor Clinic")
    came = [Incoming(ListKind.ALLERGY, Told("Codeine"), "a")]
    take_in_entries(actor=PROGRAM, patient_id=who, entries=came, cause=cause)
    shown = ruiz.get(page).content.decode()
    assert "1 came in, not reviewed" in shown
    assert "What came in is not reviewed yet." in shown
    assert ruiz.post(f"{page}attest/allergy/", {"none": "yes"}).status_code == 409
    assert chart_of(PROGRAM, who).none_known == {}
    ruiz.post(f"{page}attest/medication/", {"none": "yes"})
    assert ListKind.MEDICATION in chart_of(PROGRAM, who).none_known


def test_the_chart_of_a_day_shows_what_was_known_then_and_changes_nothing(office: Office) -> None:  # noqa: ARG001 - the office must stand
    who, okafor = make_patient(), sign_in("okafor")
    with clock.frozen(NOW - timedelta(days=30)):
        enter(who, ListKind.ALLERGY, "Penicillin")
    enter(who, ListKind.MEDICATION, "Amoxicillin")
    now, then = (okafor.get(f"/charting/chart/{who}/{on}").content.decode() for on in ("", "?on=11/01/2026"))
    assert "Amoxicillin is taken, and an allergy to Penicillin is noted" in now
    assert "as known on 11/01/2026" in then
    assert "Penicillin" in then
    for words in ("Amoxicillin", "?add=", "/end/", "Tidiness"):
        assert words in now
        assert words not in then


def test_what_came_in_is_reconciled_row_by_row(office: Office) -> None:  # noqa: ARG001 - the office must stand
    who, ruiz = make_patient(), signed_in("ruiz")
    ours = enter(who, ListKind.MEDICATION, "Lisinopril")
    came = [
        Incoming(ListKind.MEDICATION, Told("Lisinopril 20 mg", details={"dose": "20 mg"}), "a"),
        Incoming(ListKind.ALLERGY, Told("Latex"), "b"),
    ]
    cause = Cause(CauseKind.IMPORT, None, "CCD of Harbor Clinic")
    take_in_entries(actor=PROGRAM, patient_id=who, entries=came, cause=cause)
    assert "2 came in and wait" in ruiz.get(f"/charting/chart/{who}/").content.decode()
    page = f"/charting/chart/{who}/reconcile/"
    for one in incoming_of(PROGRAM, who):
        there = f"/charting/incoming/{one.id}/decide/"
        form = form_with(ruiz.get(page).content, "once", there)
        decision = "merged" if one.kind is ListKind.MEDICATION else "accepted"
        assert ruiz.post(there, form.sent() | {"decision": decision}).status_code == 302
    assert "Nothing waits" in ruiz.get(page).content.decode()
    found = chart_of(PROGRAM, who)
    assert [one.told.words for one in found.lists[ListKind.ALLERGY]] == ["Latex"]
    assert [(one.entry_id, one.told.details["dose"]) for one in found.lists[ListKind.MEDICATION]] == [(ours, "20 mg")]


def test_who_keeps_no_charts_reads_or_sees_nothing(office: Office) -> None:
    who = make_patient()
    visit = make_visit(office, who)
    entry = enter(who, ListKind.ALLERGY, "Penicillin")
    abara, lind = signed_in("abara"), signed_in("lind")
    read = abara.get(f"/charting/chart/{who}/").content.decode()
    assert "Penicillin" in read
    for words in ("?add=", "?edit=", "Reviewed"):
        assert words not in read
    assert abara.post(f"/charting/listed/{entry}/end/", {"version": "1"}).status_code == 404
    assert lind.get(f"/charting/chart/{who}/").status_code == 404
    for page in (f"/patient/{who}/", f"/charting/{visit}/"):
        assert "Penicillin" not in lind.get(page).content.decode()
    assert "Penicillin" in sign_in("okafor").get(f"/charting/{visit}/").content.decode()


def test_an_entry_says_from_what_it_is_known_and_leads_there(office: Office) -> None:
    who = register_patient(
        actor=PROGRAM, name=PatientName("Vale", "Ana"), sex="F", birth_date=date(1968, 3, 8), alert="Penicillin"
    )
    visit = make_visit(office, who)
    enter(who, ListKind.PROBLEM, "Gout", Cause(CauseKind.ENCOUNTER, visit))
    paper = new_id()
    enter(who, ListKind.ALLERGY, "Latex", Cause(CauseKind.DOCUMENT, paper, "discharge letter"))
    shown = sign_in("okafor").get(f"/charting/chart/{who}/").content.decode()
    assert "from a document: discharge letter" in shown
    for address in (f"/documents/{paper}/", f"/charting/{visit}/"):
        assert f'href="{address}" data-key="o" data-at-row' in shown, address
    assert f'href="/charting/chart/{who}/#allergy"' in shown  # the alert in the banner
    here = signed_in("lind").get(f"/patient/{who}/").content.decode()
    assert "Penicillin" in here
    assert "#allergy" not in here  # the desk does not read the lists
