"""The worksheet of a level through the database: proposed, taken, added, dropped, and what the desk says of it."""

from uuid import UUID

import pytest

from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.revenue.coding.actions.add_element import add_element
from medoffice.revenue.coding.actions.drop_element import drop_element
from medoffice.revenue.coding.actions.take_elements import take_elements
from medoffice.revenue.coding.api import (
    code_service,
    coding,
    finish_coding,
)
from medoffice.revenue.coding.queries.findings import findings
from medoffice.revenue.coding.queries.levels import elements, proposals
from medoffice.revenue.coding.rules.levels import worked_out
from medoffice.revenue.coding.tests.makers import DECIDED, make_decided, make_office
from medoffice.revenue.coding.types import CodedEncounter, Evidence
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def codes() -> CodedEncounter:
    return make_decided(make_office())


def on(note_id: UUID, words: str) -> Evidence:
    start = DECIDED.index(words)
    return Evidence(Ref("note", note_id), start, start + len(words), words)


def note_of(codes: CodedEncounter) -> UUID:
    return codes.diagnoses[0].evidence.ref.id


def test_what_is_proposed_rests_on_the_note_and_nothing_counts_before_it_is_taken(codes: CodedEncounter) -> None:
    offered = proposals(PROGRAM, codes)
    assert [(one.kind, one.minutes) for one in offered] == [
        ("chronic-worse", 0),
        ("chronic-stable", 0),
        ("prescription", 0),
        ("result-reviewed", 0),
        ("minutes", 22),
    ]
    assert all(DECIDED[one.evidence.start : one.evidence.end] == one.evidence.quote for one in offered)
    assert elements(codes.id) == []
    assert take_elements(actor=PROGRAM, coding_id=codes.id, keys=[one.key for one in offered]) == 5
    assert proposals(PROGRAM, codes) == []
    level = worked_out(elements(codes.id), new=False)
    assert (level.level, level.by_decision, level.by_time) == (4, 4, 3)


def test_what_is_not_proposed_is_refused_whole(codes: CodedEncounter) -> None:
    good = proposals(PROGRAM, codes)[0].key
    for keys in ([], [good, f"threat.note.{note_of(codes)}.0"]):
        with pytest.raises(Invalid) as told:
            take_elements(actor=PROGRAM, coding_id=codes.id, keys=keys)
        assert told.value.code == "not-proposed"
    assert elements(codes.id) == []


def test_something_else_counts_on_its_own_words_only(codes: CodedEncounter) -> None:
    marked = on(note_of(codes), "Reviewed A1c")
    add_element(actor=PROGRAM, coding_id=codes.id, kind="interpretation", about="", evidence=marked)
    assert [(one.kind, one.about) for one in elements(codes.id)] == [("interpretation", "Reviewed A1c")]
    for kind, minutes, evidence, code in (
        ("surgery", 0, marked, "kind-unknown"),
        ("minutes", 0, marked, "minutes-wrong"),
        ("minutes", 601, marked, "minutes-wrong"),
        ("historian", 0, Evidence(marked.ref, 0, 5, "Daugh"), "evidence-moved"),
    ):
        with pytest.raises(Invalid) as told:
            add_element(actor=PROGRAM, coding_id=codes.id, kind=kind, about="x", evidence=evidence, minutes=minutes)
        assert told.value.code == code
    assert len(elements(codes.id)) == 1


def test_the_time_of_a_visit_counts_once_and_what_is_dropped_is_proposed_again(codes: CodedEncounter) -> None:
    time = next(one for one in proposals(PROGRAM, codes) if one.kind == "minutes")
    take_elements(actor=PROGRAM, coding_id=codes.id, keys=[time.key])
    with pytest.raises(Refusal) as told:
        add_element(actor=PROGRAM, coding_id=codes.id, kind="minutes", about="", evidence=time.evidence, minutes=40)
    assert told.value.code == "time-counted"
    (counted,) = elements(codes.id)
    drop_element(actor=PROGRAM, element_id=counted.id)
    assert time.key in [one.key for one in proposals(PROGRAM, codes)]
    with pytest.raises(NotFound):
        drop_element(actor=PROGRAM, element_id=counted.id)


@pytest.mark.parametrize(("key", "told"), [("est_4", []), ("est_3", ["level-differs"])])
def test_the_desk_tells_a_level_that_differs_both_ways_and_releases_it_all_the_same(
    codes: CodedEncounter, key: str, told: list[str]
) -> None:
    evidence = on(note_of(codes), "Hypertension")
    code_service(actor=PROGRAM, coding_id=codes.id, key=key, evidence=evidence, pointers=[1, 2])
    levels = ("level-open", "level-differs")
    assert [one.code for one in findings(coding(codes.id)) if one.code in levels] == ["level-open"]
    take_elements(actor=PROGRAM, coding_id=codes.id, keys=[one.key for one in proposals(PROGRAM, codes)])
    assert [one.code for one in findings(coding(codes.id)) if one.code in levels] == told
    finish_coding(actor=PROGRAM, coding_id=codes.id)
    with pytest.raises(Refusal):
        drop_element(actor=PROGRAM, element_id=elements(codes.id)[0].id)
