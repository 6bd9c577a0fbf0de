"""Conditions of earlier years in an office: what stands on the list of whom, what is said of one, the switch."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.code_lists.tests.makers import take
from medoffice.revenue.coding.tests.makers import make_coded, make_office
from medoffice.revenue.recapture.api import conditions, mark_condition, score_state, switch_score
from medoffice.revenue.recapture.models import ConditionMark, ScoreSwitch
from medoffice.revenue.recapture.queries.conditions import this_year, words_of
from medoffice.revenue.recapture.tests.makers import LAST_YEAR, NOW, WORDS, make_seen
from medoffice.revenue.recapture.types import Condition, Said
from medoffice.security.api import audit_lines, deny_subject, label_visit
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Actor, Label
from medoffice.standards.code_lists.types import ListKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    clock.freeze(NOW)
    return make_office()


def listed(actor: Actor, who: UUID | None = None) -> list[tuple[UUID, str]]:
    return [(one.patient_id, one.hcc) for one in conditions(actor, this_year(), who)[1].conditions]


def only(who: UUID) -> Condition:
    (one,) = conditions(PROGRAM, this_year(), who)[1].conditions
    return one


def test_a_condition_of_last_year_stands_on_its_words_until_this_year_has_it(office: Office) -> None:
    who = make_patient()
    visit = make_seen(office, who)
    make_coded(office, make_patient("Reyes", "Ada"))
    tables, _ = conditions(PROGRAM, this_year())
    assert (tables.loaded, tables.payment) == (True, 2027)
    assert listed(PROGRAM) == [(who, "37")]
    one = only(who)
    fact = words_of(PROGRAM, this_year(), [one])[who, "E11.22"]
    assert (fact.encounter_id, fact.evidence.quote) == (visit, WORDS)
    make_seen(office, who, ["E11.42"], NOW - timedelta(days=3))
    assert listed(PROGRAM) == []


def test_what_was_coded_before_the_years_looked_at_is_not_there(office: Office) -> None:
    who = make_patient()
    make_seen(office, who, at=LAST_YEAR.replace(year=2022))
    assert listed(PROGRAM) == []
    make_seen(office, who, at=LAST_YEAR.replace(year=2023))
    assert listed(PROGRAM) == [(who, "37")]


def test_whoever_may_not_know_of_a_visit_or_a_patient_does_not_see_what_rests_on_it(office: Office) -> None:
    who, other = make_patient(), make_patient("Reyes", "Ada")
    visit = make_seen(office, who)
    make_seen(office, other)
    abara = person("abara")
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="a program")
    deny_subject(actor=PROGRAM, user_id=abara.id, subject=other, reason="a relative")
    assert listed(abara) == []
    assert len(listed(PROGRAM)) == 2


def test_what_is_said_counts_last_and_names_the_words_that_were_looked_at(office: Office) -> None:
    who = make_patient()
    visit = make_seen(office, who)
    abara = person("abara")
    told = {"actor": abara, "patient_id": who, "year": this_year(), "hcc": "37"}
    mark_condition(**told, said=Said.NEXT, why="The kidneys were not asked about")  # type: ignore[arg-type]
    assert only(who).mark is not None
    assert not only(who).gone
    clock.freeze(NOW + timedelta(minutes=1))
    mark_condition(**told, said=Said.GONE, why=" Normal since March ")  # type: ignore[arg-type]
    mark = only(who).mark
    assert mark is not None
    assert (mark.said, mark.why, mark.by) == (Said.GONE, "Normal since March", abara.name)
    assert {row.encounter_id for row in ConditionMark.objects.all()} == {visit}
    assert "recapture.mark" in {line.word for line in audit_lines(subject=who)}


def test_what_is_not_on_the_list_or_has_no_reason_is_refused(office: Office) -> None:
    who = make_patient()
    make_seen(office, who)
    told = {"actor": person("abara"), "patient_id": who, "year": this_year(), "said": Said.GONE}
    with pytest.raises(Invalid, match="Say why"):
        mark_condition(**told, hcc="37", why="  ")  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        mark_condition(**told, hcc="226", why="seen")  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        mark_condition(**told | {"actor": person("lind")}, hcc="37", why="seen")  # type: ignore[arg-type]
    assert not ConditionMark.objects.exists()


def test_without_a_mapping_for_the_year_nothing_is_said_of_it(office: Office) -> None:
    who = make_patient()
    make_seen(office, who)
    clock.freeze(NOW.replace(year=2029))
    tables, found = conditions(PROGRAM, 2029)
    assert not tables.loaded
    assert found.conditions == ()


def test_the_office_s_own_file_speaks_instead_and_what_it_does_not_have_is_known_from_before(office: Office) -> None:
    who = make_patient()
    make_seen(office, who, ["G20.A1", "A41.9"])
    assert [hcc for _, hcc in listed(PROGRAM)] == ["2", "199"]
    take(ListKind.HCC, "diagnosis_code,cc,model_name\nA419,17,CMS-HCC Model V28\n")
    tables, found = conditions(PROGRAM, this_year())
    assert "made-up.txt" in tables.source
    assert [(one.hcc, [each.in_force for each in one.codes]) for one in found.conditions] == [
        ("17", [True]),
        ("199", [False]),
    ]


def test_a_code_newer_than_the_mapping_is_said(office: Office) -> None:
    who = make_patient()
    make_seen(office, who, ["E11.9"])
    make_seen(office, who, ["I42.00"], NOW - timedelta(days=3))
    tables, found = conditions(PROGRAM, this_year())
    assert [one.code for one in found.unknown] == ["I42.00"]
    assert tables.newer_from == date(2026, 10, 1)
    assert [one.hcc for one in found.conditions] == ["38"]


def test_the_what_if_is_off_until_a_leader_switches_it_on(office: Office) -> None:  # noqa: ARG001
    assert not score_state().on
    with pytest.raises(NotFound):
        switch_score(actor=person("abara"), on=True)
    petrov = person("petrov")
    switch_score(actor=petrov, on=True)
    switch_score(actor=petrov, on=True)
    assert (score_state().on, score_state().by) == (True, petrov.name)
    clock.freeze(NOW + timedelta(minutes=1))
    switch_score(actor=petrov, on=False)
    assert not score_state().on


def test_what_was_said_and_who_switched_is_never_changed_nor_removed(office: Office) -> None:
    who = make_patient()
    make_seen(office, who)
    mark_condition(actor=PROGRAM, patient_id=who, year=this_year(), hcc="37", said=Said.NEXT, why="In May")
    switch_score(actor=PROGRAM, on=True)
    for table in (ConditionMark, ScoreSwitch):
        rows = table.objects.all()
        assert rows.count() == 1
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(by="somebody else")
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.delete()
