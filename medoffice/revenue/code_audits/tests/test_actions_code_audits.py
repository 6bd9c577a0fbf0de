"""Audits through the actions: drawn, judged unseen and seen, finished; what is refused; what never changes."""

from typing import Any
from uuid import UUID

import pytest

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office
from medoffice.revenue.code_audits.actions.drop_missed import drop_missed
from medoffice.revenue.code_audits.api import (
    add_missed,
    agree_rest,
    audit,
    audited,
    charts_of_audit,
    codes_of,
    draw_audit,
    finish_chart,
    give_level,
    judge,
    outcome_of,
)
from medoffice.revenue.code_audits.queries.population import coders
from medoffice.revenue.code_audits.rules.agreement import ONE_CATEGORY
from medoffice.revenue.code_audits.tests.makers import TEXT, make_audit, make_released, make_services, sampling
from medoffice.revenue.code_audits.types import Audited, Kind, Verdict
from medoffice.revenue.coding.api import coding
from medoffice.revenue.coding.tests.makers import make_office
from medoffice.security.tests.makers import make_user, person, written_down
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
PRESSURE = TEXT.index("essential hypertension")


@pytest.fixture
def office() -> Office:
    made = make_office()
    make_services()
    return made


@pytest.fixture
def abara(office: Office) -> Actor:  # noqa: ARG001 - she works in an office
    return person("abara")


@pytest.fixture
def chen(office: Office) -> Actor:  # noqa: ARG001 - he works in an office
    return person("chen")


def charts(audit_id: UUID) -> list[Audited]:
    return charts_of_audit(PROGRAM, audit_id)


def whole(actor: Actor, one: Audited, level: int) -> None:
    """Judge a visit: the level, the rest stands."""
    give_level(actor=actor, audited_id=one.id, level=level)
    agree_rest(actor=actor, audited_id=one.id)
    finish_chart(actor=actor, audited_id=one.id)


def test_a_sample_is_drawn_written_down_and_drawn_again_by_its_seed(office: Office, abara: Actor, chen: Actor) -> None:
    for number in range(6):
        make_released(office, abara, f"Quist{number}", "est_3")
    made = make_audit(chen, 3)
    found = audit(made)
    assert (found.population, found.drawn, found.finished, found.said.seed) == (6, 3, 0, "seven")
    assert found.number == "CA-10001"
    again = make_audit(chen, 3)
    assert [one.coding_id for one in charts(made)] == [one.coding_id for one in charts(again)]
    free = audit(draw_audit(actor=chen, said=sampling(3, seed=" ")))
    assert len(free.said.seed) == 12
    ((_, first), *_) = written_down("code_audits.audit")
    assert first["seed"] == "seven"
    assert (first["drawn"], first["of"]) == (3, 6)


def test_nobody_draws_what_she_coded_herself_nor_what_is_not_released(
    office: Office, abara: Actor, chen: Actor
) -> None:
    mine, his = make_released(office, abara, "Aas", "est_3"), make_released(office, chen, "Berg", "est_4")
    assert [one.coding_id for one in charts(make_audit(abara))] == [his]
    assert [one.coding_id for one in charts(make_audit(chen))] == [mine]
    assert coders(abara) == ["Wei Chen"]
    with pytest.raises(Refusal, match="No released visit"):
        make_audit(chen, level=4)
    with pytest.raises(Invalid):
        make_audit(chen, 0)


def test_a_targeted_sample_holds_only_what_fits(office: Office, abara: Actor, chen: Actor) -> None:
    four = make_released(office, abara, "Aas", "est_4")
    make_released(office, abara, "Berg", "est_2")
    for said in ({"level": 4}, {"code": "zz014"}, {"level": 4, "coder": abara.name, "provider_id": office.provider_id}):
        made = make_audit(chen, **said)
        assert [one.coding_id for one in charts(made)] == [four]
        assert audit(made).said.targeted


def test_only_who_drew_it_judges_and_who_may_audit_draws(office: Office, abara: Actor, chen: Actor) -> None:
    make_released(office, abara, "Aas", "est_3")
    (one,) = charts(make_audit(chen))
    other = make_user("second", "Noor Haile", "coder")
    with pytest.raises(Refusal, match="Wei Chen drew this audit"):
        give_level(actor=other, audited_id=one.id, level=3)
    with pytest.raises(NotFound):
        make_audit(person("lind"))
    with pytest.raises(NotFound):
        give_level(actor=person("petrov"), audited_id=one.id, level=3)


def test_the_level_is_given_once_and_before_anything_is_judged(office: Office, abara: Actor, chen: Actor) -> None:
    codes = coding(make_released(office, abara, "Aas", "est_4"))
    (one,) = charts(make_audit(chen))
    for act in (
        lambda: agree_rest(actor=chen, audited_id=one.id),
        lambda: judge(actor=chen, audited_id=one.id, code_id=codes.diagnoses[0].id),
        lambda: finish_chart(actor=chen, audited_id=one.id),
    ):
        with pytest.raises(Refusal, match="Give the level"):
            act()
    with pytest.raises(Invalid):
        give_level(actor=chen, audited_id=one.id, level=6)
    give_level(actor=chen, audited_id=one.id, level=3)
    with pytest.raises(Refusal, match="The level is given"):
        give_level(actor=chen, audited_id=one.id, level=4)
    (line,) = audited(one.id).judged
    assert (line.verdict, line.reason, line.instead) == (Verdict.DISAGREES, "level-high", "ZZ013")
    judge(actor=chen, audited_id=one.id, code_id=codes.services[0].id)  # seen, it stands after all
    assert [each.verdict for each in audited(one.id).judged] == [Verdict.AGREES]
    assert audited(one.id).own_level == 3


def test_a_finding_is_work_and_changes_no_code(office: Office, abara: Actor, chen: Actor) -> None:
    coding_id = make_released(office, abara, "Aas", "est_4")
    before = coding(coding_id)
    (one,) = charts(make_audit(chen))
    give_level(actor=chen, audited_id=one.id, level=3)
    with pytest.raises(Refusal, match="Nothing is said of E11"):
        finish_chart(actor=chen, audited_id=one.id)
    judge(actor=chen, audited_id=one.id, code_id=before.diagnoses[0].id, reason="other-code", instead="e11.65")
    words = TEXT[PRESSURE : PRESSURE + 22]
    missed: dict[str, Any] = {
        "actor": chen,
        "audited_id": one.id,
        "kind": Kind.DIAGNOSIS,
        "start": PRESSURE,
        "end": PRESSURE + 22,
    }
    add_missed(**missed, code="I10", quote=words)
    assert finish_chart(actor=chen, audited_id=one.id) == 3
    assert coding(coding_id) == before
    (work,) = [each for each in work_items(abara, "coder") if each.kind == "audit-finding"]
    assert work.ref.id == one.id
    assert audit(one.audit_id).closed_at is not None
    found = outcome_of(charts(one.audit_id), codes_of(charts(one.audit_id)))
    assert (found.codes, found.agreed, found.missed) == (3, 0, 1)
    assert found.difference.too_much == Money(4000)
    assert {each.reason for each in found.lessons} == {"level too high", "another code", "not coded"}
    assert {each.coder for each in found.lessons} == {"Nneka Abara"}
    for act in (
        lambda: judge(actor=chen, audited_id=one.id, code_id=before.diagnoses[0].id),
        lambda: add_missed(**missed, code="I11.9", quote=words),
        lambda: finish_chart(actor=chen, audited_id=one.id),
    ):
        with pytest.raises(Refusal, match="This visit is judged"):
            act()


def test_where_all_stands_there_is_no_work_and_kappa_is_not_defined(office: Office, abara: Actor, chen: Actor) -> None:
    for name in ("Aas", "Berg"):
        make_released(office, abara, name, "est_3")
    made = make_audit(chen)
    first, second = charts(made)
    whole(chen, first, 3)
    assert audit(made).closed_at is None
    whole(chen, second, 3)
    assert audit(made).closed_at is not None
    assert not [each for each in work_items(abara, "coder") if each.kind == "audit-finding"]
    found = outcome_of(charts(made), codes_of(charts(made)))
    assert (found.visits, found.codes, found.agreed) == (2, 4, 4)
    assert found.kappa.why == ONE_CATEGORY


def test_a_level_that_has_no_fee_is_said_and_never_nothing(office: Office, abara: Actor, chen: Actor) -> None:
    make_released(office, abara, "Aas", "est_4")
    (one,) = charts(make_audit(chen))
    whole(chen, one, 5)
    found = outcome_of(charts(one.audit_id), codes_of(charts(one.audit_id))).difference
    assert not found.too_little
    assert [words.partition(" on ")[0] for words in found.unknown] == ["no fee is known for ZZ015"]


def test_what_is_missing_rests_on_words_and_is_no_code_that_is_there(office: Office, abara: Actor, chen: Actor) -> None:
    make_released(office, abara, "Aas", "est_4")
    (one,) = charts(make_audit(chen))
    give_level(actor=chen, audited_id=one.id, level=4)
    words = TEXT[PRESSURE : PRESSURE + 22]
    told: dict[str, Any] = {
        "actor": chen,
        "audited_id": one.id,
        "start": PRESSURE,
        "end": PRESSURE + 22,
        "quote": words,
    }
    wrongs: list[tuple[str, Kind, dict[str, Any]]] = [
        ("I10", Kind.DIAGNOSIS, {"quote": "hypotension"}),
        ("I10", Kind.DIAGNOSIS, {"start": 0, "end": 0, "quote": ""}),
        ("ZZZ", Kind.DIAGNOSIS, {}),
        ("E11", Kind.DIAGNOSIS, {}),
        ("ZZ999", Kind.SERVICE, {}),
    ]
    for code, kind, wrong in wrongs:
        with pytest.raises(Invalid):
            add_missed(**(told | wrong), code=code, kind=kind)
    with pytest.raises(Refusal, match="is coded"):
        add_missed(**told, code="E11.9", kind=Kind.DIAGNOSIS)
    add_missed(**told, code="est_2", kind=Kind.SERVICE)
    made = add_missed(**told, code="I10", kind=Kind.DIAGNOSIS)
    with pytest.raises(Refusal, match="named already"):
        add_missed(**told, code="i10", kind=Kind.DIAGNOSIS)
    assert [each.instead for each in audited(one.id).judged if each.verdict is Verdict.MISSED] == ["ZZ012", "I10"]
    drop_missed(actor=chen, judgement_id=made)
    assert [each.instead for each in audited(one.id).judged if each.verdict is Verdict.MISSED] == ["ZZ012"]
    with pytest.raises(NotFound):
        drop_missed(actor=chen, judgement_id=made)


def test_a_judgement_is_refused_that_says_too_little(office: Office, abara: Actor, chen: Actor) -> None:
    codes = coding(make_released(office, abara, "Aas", "est_4"))
    other = coding(make_released(office, abara, "Berg", "est_4"))
    one = next(each for each in charts(make_audit(chen)) if each.coding_id == codes.id)
    give_level(actor=chen, audited_id=one.id, level=4)
    told: dict[str, Any] = {"actor": chen, "audited_id": one.id, "code_id": codes.diagnoses[0].id}
    wrongs: list[dict[str, Any]] = [
        {"reason": "other-code"},
        {"reason": "modifier"},
        {"reason": "other-code", "instead": "E11"},
        {"reason": "no-ground", "instead": "I10"},
        {"units": 1000},
    ]
    for wrong in wrongs:
        with pytest.raises(Invalid):
            judge(**(told | wrong))
    with pytest.raises(NotFound):
        judge(**(told | {"code_id": other.diagnoses[0].id}))
    assert agree_rest(actor=chen, audited_id=one.id) == 1
    assert agree_rest(actor=chen, audited_id=one.id) == 0
