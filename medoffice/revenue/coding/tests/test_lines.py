"""Service lines at the desk: pointers by the place of a diagnosis; a pair that is not paid together, resolved."""

import html
import re
from uuid import UUID

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.code_lists.tests.makers import take
from medoffice.revenue.coding.actions.give_modifier import give_modifier
from medoffice.revenue.coding.actions.point_service import point_service
from medoffice.revenue.coding.api import (
    code_diagnosis,
    code_service,
    coded,
    coding,
    define_service,
    finish_coding,
    start_coding,
)
from medoffice.revenue.coding.queries.pairs import pairs_of
from medoffice.revenue.coding.rules.pointing import SERVICE_APART, VISIT_APART, apart, check_pointers, pointed
from medoffice.revenue.coding.tests.makers import START, make_decided, make_office, make_visit
from medoffice.revenue.coding.types import CodedEncounter, Evidence
from medoffice.security.tests.makers import person, signed_in
from medoffice.security.types import PROGRAM
from medoffice.standards.code_lists.types import ListKind

PLACES = st.lists(st.integers(1, 6), unique=True, max_size=4)


@given(PLACES, st.integers(1, 6))
def test_a_place_is_added_behind_the_others_and_taken_off_again(pointers: list[int], place: int) -> None:
    once = pointed(pointers, place)
    assert (place in once) is (place not in pointers)
    assert [one for one in once if one != place] == [one for one in pointers if one != place]
    if place not in pointers:
        assert pointed(once, place) == pointers


def test_one_to_four_diagnoses_of_the_visit_each_once() -> None:
    assert check_pointers([2, 1], {1, 2}) == []
    for wrong in ([], [3], [1, 1], [1, 2, 3, 4, 5]):
        assert [one.code for one in check_pointers(wrong, {1, 2, 4, 5})] == ["pointers-wrong"]
    assert apart("est_3") == VISIT_APART
    assert apart("strep") == SERVICE_APART


@pytest.fixture
def codes() -> CodedEncounter:
    """Two diagnoses, and a visit for the first."""
    found = make_decided(make_office())
    evidence = found.diagnoses[0].evidence
    code_service(actor=PROGRAM, coding_id=found.id, key="est_3", evidence=evidence, pointers=[1])
    return coding(found.id)


@pytest.mark.django_db
def test_a_line_points_to_another_diagnosis_and_keeps_one(codes: CodedEncounter) -> None:
    abara, line = person("abara"), codes.services[0].id
    assert point_service(actor=abara, service_id=line, place=2) == (1, 2)
    assert point_service(actor=abara, service_id=line, place=1) == (2,)
    assert coding(codes.id).services[0].pointers == (2,)
    for wrong in (2, 3, 0):
        with pytest.raises(Invalid, match="one to four"):
            point_service(actor=abara, service_id=line, place=wrong)
    with pytest.raises(NotFound):
        point_service(actor=abara, service_id=new_id(), place=1)
    with pytest.raises(NotFound):
        point_service(actor=person("lind"), service_id=line, place=1)
    finish_coding(actor=abara, coding_id=codes.id)
    with pytest.raises(Refusal, match="released"):
        point_service(actor=abara, service_id=line, place=1)
    with pytest.raises(Refusal, match="released"):
        give_modifier(actor=abara, service_id=line, modifier="25")


@pytest.mark.django_db
def test_a_modifier_is_of_the_day_and_given_once(codes: CodedEncounter) -> None:
    line = codes.services[0].id
    give_modifier(actor=PROGRAM, service_id=line, modifier="25")
    give_modifier(actor=PROGRAM, service_id=line, modifier="rt")
    assert coding(codes.id).services[0].modifiers == ("25", "RT")
    for wrong in ("25", "ZZ", ""):
        with pytest.raises(Invalid):
            give_modifier(actor=PROGRAM, service_id=line, modifier=wrong)
    with pytest.raises(NotFound):
        give_modifier(actor=PROGRAM, service_id=new_id(), modifier="25")


@pytest.mark.django_db
def test_what_no_modifier_lifts_offers_none(codes: CodedEncounter) -> None:
    told = [
        Finding("ncci-pair", "service 1", "x"),
        Finding("ncci-never", "service 1", "y", Severity.WARNING),
        Finding("ncci-pair", "service 9", "gone"),
        Finding("units-many", "service 1", "z"),
    ]
    pair, never = pairs_of(codes, told)
    assert [mark for mark, _ in pair.marks] == list(VISIT_APART)
    assert all(words for _, words in pair.marks)
    assert never.marks == ()
    assert pairs_of(None, told) == []


def form(page: str, key: str, near: str) -> tuple[str, dict[str, str]]:
    """The form with a button of this key at the row of this name: where it goes, what it sends."""
    row = next(one for one in page.split('<div class="code-row"') if near in one.partition(">")[0])
    found = next(one for one in re.findall(r"<form.*?</form>", row, re.DOTALL) if f'data-key="{key}"' in one)
    sent = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', found))
    button = next(one for one in re.findall(r"<button[^>]*>", found) if f'data-key="{key}"' in one)
    sent |= dict(re.findall(r'name="([^"]+)" value="([^"]*)"', button))
    return re.findall(r'action="([^"]+)"', found)[0], sent


def shown(client: Client, visit: UUID) -> str:
    answer = client.get(f"/coding/visit/{visit}/")
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


@pytest.mark.django_db
def test_pointers_are_linked_at_the_row_of_a_service(codes: CodedEncounter) -> None:
    abara = signed_in("abara")
    page = shown(abara, codes.encounter_id)
    assert 'data-key="e"' in page
    to, sent = form(page, "2", 'id="line-')
    assert sent["place"] == "2"
    back = f"/coding/visit/{codes.encounter_id}/#line-{codes.services[0].id}"  # the row is still at hand
    assert abara.post(to, sent)["Location"] == back
    assert coding(codes.id).services[0].pointers == (1, 2)
    for wrong in ("9", "x", ""):
        assert abara.post(to, {"place": wrong}).status_code == 422


@pytest.mark.django_db
def test_a_pair_is_resolved_by_its_row() -> None:
    office = make_office()
    take(ListKind.PAIRS)
    for key, code in (("first", "Z9901"), ("second", "Z9902")):
        define_service(
            actor=PROGRAM, key=key, code=code, words=key, kind="procedure", placeholder=False, valid_from=START
        )
    visit = make_visit(office, make_patient())
    coding_id = start_coding(actor=PROGRAM, encounter_id=visit)
    page_of = signed_in("abara")
    note = re.findall(r'name="note" value="([^"]+)"', shown(page_of, visit))[0]
    words = Evidence(Ref("note", UUID(note)), 0, 5, "Cough")
    code_diagnosis(actor=PROGRAM, coding_id=coding_id, code="R05.1", evidence=words)
    for key in ("first", "second"):
        code_service(actor=PROGRAM, coding_id=coding_id, key=key, evidence=words, pointers=[1])
    page = shown(page_of, visit)
    assert page.count("Z9902 is not paid beside Z9901") == 1
    assert 'data-key="t"' in page
    drop = form(page, "x", 'id="pair-')
    to, sent = form(page, "1", 'id="pair-')
    assert sent["modifier"] == "59"
    assert page_of.post(to, sent).status_code == 302
    assert coding(coding_id).services[1].modifiers == ("59",)
    assert 'id="pair-' not in shown(page_of, visit)
    assert page_of.post(to, {"modifier": "??"}).status_code == 422
    assert page_of.post(*drop).status_code == 302
    found = coded(visit)
    assert found is not None
    assert [one.key for one in found.services] == ["first"]
