"""The lists through the database: versions that stay, who knows what of them, attesting, taking over, reconciling."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from medoffice.clinic.charting.api import (
    attest_list,
    change_entry,
    chart_of,
    decide_incoming,
    enter_on_list,
    incoming_of,
    strike_entry,
    take_in_entries,
    take_over_chart,
)
from medoffice.clinic.charting.queries.beside import documents_of_incoming
from medoffice.clinic.charting.queries.chart import charts_of
from medoffice.clinic.charting.registry import NEVER_ON_PAPER
from medoffice.clinic.charting.tests.makers import SAID, enter, make_visit
from medoffice.clinic.charting.types import Cause, CauseKind, Decision, Incoming, ListKind, Told
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds import current
from medoffice.practice.api import work_about
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.api import merge_patients, patient, told_on_paper, unmerge_patients
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject, label_visit, record_consent
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
MEDS, ALLERGIES = ListKind.MEDICATION, ListKind.ALLERGY


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def ruiz(office: Office) -> Actor:  # noqa: ARG001 - a nurse of the office
    return person("ruiz")


@pytest.fixture
def who(office: Office) -> UUID:  # noqa: ARG001 - a patient of the office
    return make_patient()


def words(actor: Actor, patient_id: UUID, kind: ListKind) -> list[str]:
    return [one.told.words for one in chart_of(actor, patient_id).lists[kind]]


def test_every_change_is_a_further_version_and_the_chart_of_a_day_stays(who: UUID, ruiz: Actor) -> None:
    told = Told("Lisinopril", details={"dose": "10 mg", "frequency": "daily"})
    entry = enter_on_list(actor=ruiz, patient_id=who, kind=MEDS, told=told, cause=SAID)
    doubled = replace(told, details={**told.details, "dose": "20 mg"})
    with clock.frozen(NOW + timedelta(days=30)):
        assert change_entry(actor=ruiz, entry_id=entry, told=doubled, seen_version=1, cause=SAID) == 2
        assert change_entry(actor=ruiz, entry_id=entry, told=doubled, seen_version=2, cause=SAID) == 2
        with pytest.raises(Conflict) as conflict:
            change_entry(actor=ruiz, entry_id=entry, told=replace(told, status="stopped"), seen_version=1, cause=SAID)
        assert conflict.value.detail["theirs"]["dose"] == "20 mg"
        with pytest.raises(Invalid):
            strike_entry(actor=ruiz, entry_id=entry, seen_version=2, cause=SAID, why=" ")
        strike_entry(actor=ruiz, entry_id=entry, seen_version=2, cause=SAID, why="another patient's")
        with pytest.raises(Refusal) as refusal:
            change_entry(actor=ruiz, entry_id=entry, told=told, seen_version=3, cause=SAID)
        assert refusal.value.code == "entry-struck"
    history = chart_of(ruiz, who).histories[entry]
    assert [(one.version, one.told.details["dose"], one.struck, one.why) for one in history] == [
        (1, "10 mg", False, ""),
        (2, "20 mg", False, ""),
        (3, "20 mg", True, "another patient's"),
    ]
    assert [one.told for one in chart_of(ruiz, who, NOW + timedelta(days=1)).lists[MEDS]] == [told]


@pytest.mark.usefixtures("fresh_world")
def test_nobody_changes_a_version_or_an_attestation(fresh_world: str) -> None:
    make_office()
    who = make_patient()
    enter(who, ALLERGIES, "Penicillin")
    attest_list(actor=PROGRAM, patient_id=who, kind=ALLERGIES)
    for role in (current.APP, current.OWNER):
        with current.use(fresh_world, role):
            for statement in (
                "UPDATE list_entry SET words = 'Peanut'",
                "DELETE FROM list_entry",
                "TRUNCATE list_entry",
                "UPDATE list_attestation SET none = true",
                "DELETE FROM list_attestation",
            ):
                with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(statement)
    assert words(PROGRAM, who, ALLERGIES) == ["Penicillin"]


def test_p32_an_entry_that_was_changed_after_a_merge_goes_back_whole(who: UUID, ruiz: Actor) -> None:
    other = make_patient("Vahle", "Ingrid")
    mine, theirs = enter(who, MEDS, "Lisinopril"), enter(other, MEDS, "Aspirin")
    seen, seen_merged = patient(who).version, patient(other).version
    done = merge_patients(actor=PROGRAM, survivor_id=who, merged_id=other, seen=seen, seen_merged=seen_merged, picks={})
    assert words(ruiz, who, MEDS) == ["Aspirin", "Lisinopril"]
    for entry, told in ((mine, "Lisinopril HCTZ"), (theirs, "Aspirin EC")):
        change_entry(actor=ruiz, entry_id=entry, told=Told(told, status="active"), seen_version=1, cause=SAID)
    unmerge_patients(actor=PROGRAM, merge_id=done)
    assert (words(ruiz, who, MEDS), words(ruiz, other, MEDS)) == (["Lisinopril HCTZ"], ["Aspirin EC"])


def test_what_no_list_keeps_and_no_code_set_knows_is_refused_at_its_field(
    who: UUID, ruiz: Actor, office: Office
) -> None:
    for kind, told, field in (
        (ListKind.PROBLEM, Told("Gout", "ICD-10-CM", "M10.99999"), "words"),
        (ListKind.IMMUNIZATION, Told("Td", "CVX", "999", status="completed"), "words"),
        (ListKind.PROBLEM, Told("Gout", began="2030"), "began"),
    ):
        with pytest.raises(Invalid) as refusal:
            enter_on_list(actor=ruiz, patient_id=who, kind=kind, told=told, cause=SAID)
        assert list(refusal.value.detail["fields"]) == [field]
    enter_on_list(
        actor=ruiz, patient_id=who, kind=ListKind.PROBLEM, told=Told("Gout", "ICD-10-CM", "M10.9"), cause=SAID
    )
    another = Cause(CauseKind.ENCOUNTER, make_visit(office))
    with pytest.raises(Refusal) as other:
        enter_on_list(actor=ruiz, patient_id=who, kind=MEDS, told=Told("Aspirin"), cause=another)
    assert other.value.code == "visit-of-another"


def test_none_is_attested_of_an_empty_list_and_ends_by_entering(who: UUID, ruiz: Actor) -> None:
    attest_list(actor=ruiz, patient_id=who, kind=ALLERGIES, none=True)
    said = chart_of(ruiz, who).none_known[ALLERGIES]
    assert (said.by, said.at) == ("Carmen Ruiz", NOW)
    with clock.frozen(NOW + timedelta(hours=1)):
        entry = enter(who, ALLERGIES, "Penicillin")
        assert chart_of(ruiz, who).none_known == {}
        with pytest.raises(Refusal) as refusal:
            attest_list(actor=ruiz, patient_id=who, kind=ALLERGIES, none=True)
        assert refusal.value.code == "list-not-empty"
        strike_entry(actor=ruiz, entry_id=entry, seen_version=1, cause=SAID, why="was hay fever")
        assert chart_of(ruiz, who).none_known == {}
    with clock.frozen(NOW + timedelta(hours=2)):
        attest_list(actor=ruiz, patient_id=who, kind=ALLERGIES, none=True)
        assert ALLERGIES in chart_of(ruiz, who).none_known
    with pytest.raises(Refusal):
        attest_list(actor=ruiz, patient_id=who, kind=ListKind.SOCIAL, none=True)


def test_what_is_known_from_a_kept_visit_is_known_to_who_may_know_the_visit(office: Office) -> None:
    who = make_patient()
    visit = make_visit(office, who)
    at_visit = Cause(CauseKind.ENCOUNTER, visit)
    entry = enter(who, MEDS, "Sertraline")
    enter(who, MEDS, "Buprenorphine", at_visit)
    told = Told("Sertraline", status="stopped", details={"reason": "takes buprenorphine"})
    change_entry(actor=PROGRAM, entry_id=entry, told=told, seen_version=1, cause=at_visit)
    label = label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="programme")
    abara, lind = person("abara"), person("lind")
    assert words(office.provider, who, MEDS) == ["Buprenorphine", "Sertraline"]
    assert [(one.told.words, one.told.status) for one in chart_of(abara, who).lists[MEDS]] == [("Sertraline", "active")]
    with pytest.raises(NotFound):
        chart_of(lind, who)
    paper = told_on_paper(PROGRAM, "downtime.tell", [who])
    assert paper["medications"][1][who] == ["Sertraline"]
    record_consent(actor=PROGRAM, label_id=label, words="signed today")
    assert words(abara, who, MEDS) == ["Buprenorphine", "Sertraline"]
    assert [
        one.told.words for one in charts_of(PROGRAM, [who], "downtime.tell", never=NEVER_ON_PAPER)[who].lists[MEDS]
    ] == ["Sertraline"]
    deny_subject(actor=PROGRAM, user_id=abara.id, subject=who, reason="sister")
    with pytest.raises(NotFound):
        chart_of(abara, who)


def test_who_does_not_know_a_kept_change_changes_what_they_know(office: Office, ruiz: Actor) -> None:
    """Their change follows the version they saw, and tells nothing of the other one."""
    who = make_patient()
    visit = make_visit(office, who)
    entry = enter(who, MEDS, "Sertraline")
    kept = Told("Sertraline 100 mg", details={"reason": "craving"})
    change_entry(actor=PROGRAM, entry_id=entry, told=kept, seen_version=1, cause=Cause(CauseKind.ENCOUNTER, visit))
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="programme")
    assistant = person("vega")
    number = change_entry(actor=assistant, entry_id=entry, told=Told("Sertraline 50 mg"), seen_version=1, cause=SAID)
    assert number == 3
    (shown,) = chart_of(assistant, who).lists[MEDS]
    assert (shown.told.words, shown.follows, dict(shown.told.details)) == ("Sertraline 50 mg", 1, {})
    assert [one.version for one in chart_of(ruiz, who).histories[entry]] == [1, 2, 3]


def test_paper_tells_allergies_medications_and_problems(office: Office, ruiz: Actor) -> None:  # noqa: ARG001 - the office must stand
    some, none, unknown = make_patient(), make_patient("Quist", "Marisol"), make_patient("Amaro", "Beto")
    enter(some, ALLERGIES, "Penicillin", details={"reaction": "hives"})
    enter(some, ALLERGIES, "Latex", status="resolved")
    enter(some, ListKind.PROBLEM, "Gout", system="ICD-10-CM", code="M10.9")
    attest_list(actor=ruiz, patient_id=none, kind=ALLERGIES, none=True)
    paper = told_on_paper(PROGRAM, "downtime.tell", [some, none, unknown])
    titles = {"allergies": "Allergies", "medications": "Medications", "problems": "Problems"}
    assert {key: title for key, (title, _) in paper.items() if key in titles} == titles
    assert paper["allergies"][1] == {
        some: ["Penicillin: hives"],
        none: ["No known allergies, Carmen Ruiz, 11/24/2026"],
    }
    assert paper["problems"][1] == {some: ["Gout"]}


def test_an_older_chart_is_taken_over_in_one_act(who: UUID, ruiz: Actor) -> None:
    chart = Cause(CauseKind.DOCUMENT, None, "paper chart")
    entries = [(MEDS, Told("Metformin")), (ListKind.PROBLEM, Told("Type 2 diabetes", "ICD-10-CM", "E11.9"))]
    take_over_chart(actor=ruiz, patient_id=who, entries=entries, none=[ALLERGIES], cause=chart)
    assert (words(ruiz, who, MEDS), words(ruiz, who, ListKind.PROBLEM)) == (["Metformin"], ["Type 2 diabetes"])
    assert ALLERGIES in chart_of(ruiz, who).none_known
    with pytest.raises(Invalid):
        take_over_chart(actor=ruiz, patient_id=who, entries=[(MEDS, Told(""))], cause=chart)
    with pytest.raises(NotFound):
        take_over_chart(actor=person("lind"), patient_id=who, entries=entries, cause=chart)


def test_what_came_in_waits_once_and_each_is_decided_by_a_person(who: UUID, ruiz: Actor) -> None:
    ours = enter(who, MEDS, "Lisinopril", details={"dose": "10 mg"})
    source = Cause(CauseKind.IMPORT, None, "CCD of Harbor Clinic")
    came = [
        Incoming(MEDS, Told("Lisinopril", began="2019", details={"dose": "20 mg", "route": "oral"}), "m1"),
        Incoming(ALLERGIES, Told("Penicillin", details={"reaction": "hives"}), "a1"),
        Incoming(ListKind.PROBLEM, Told("Gout", "ICD-10-CM", "M10.9"), "p1"),
    ]
    secretary = person("vega")
    for _ in range(2):
        take_in_entries(actor=secretary, patient_id=who, entries=came, cause=source)
    waiting = {one.kind: one for one in incoming_of(ruiz, who)}
    assert len(waiting) == 3
    assert work_about(Ref("chart", who)) is not None
    decide_incoming(actor=ruiz, incoming_id=waiting[MEDS].id, decision=Decision.MERGED, entry_id=ours, seen_version=1)
    with pytest.raises(Refusal) as other:
        decide_incoming(
            actor=ruiz, incoming_id=waiting[ALLERGIES].id, decision=Decision.MERGED, entry_id=ours, seen_version=2
        )
    assert other.value.code == "another-list"
    decide_incoming(actor=ruiz, incoming_id=waiting[ALLERGIES].id, decision=Decision.ACCEPTED)
    decide_incoming(actor=ruiz, incoming_id=waiting[ListKind.PROBLEM].id, decision=Decision.IGNORED)
    (merged,) = chart_of(ruiz, who).lists[MEDS]
    assert (merged.told.began, dict(merged.told.details)) == ("2019", {"dose": "10 mg", "route": "oral"})
    assert merged.cause == source
    (allergy,) = chart_of(ruiz, who).lists[ALLERGIES]
    assert (allergy.cause, allergy.by) == (source, "Carmen Ruiz")
    assert words(ruiz, who, ListKind.PROBLEM) == []
    assert work_about(Ref("chart", who)) is None
    with pytest.raises(Refusal) as decided:
        decide_incoming(actor=ruiz, incoming_id=waiting[MEDS].id, decision=Decision.ACCEPTED)
    assert decided.value.code == "decided"
    assert take_in_entries(actor=ruiz, patient_id=who, entries=came, cause=source) == 0
    assert incoming_of(ruiz, who) == []


def test_a_document_is_in_use_while_what_it_told_waits_for_a_decision(who: UUID, ruiz: Actor) -> None:
    paper = new_id()
    came, cause = [Incoming(MEDS, Told("Lisinopril"), "m1")], Cause(CauseKind.DOCUMENT, paper, "CCD of Harbor Clinic")
    take_in_entries(actor=person("vega"), patient_id=who, entries=came, cause=cause)
    assert documents_of_incoming([paper, who]) == {paper}
    decide_incoming(actor=ruiz, incoming_id=incoming_of(ruiz, who)[0].id, decision=Decision.IGNORED)
    assert documents_of_incoming([paper]) == set()
