"""The worksheet on the screen: proposed, counted by a key, the level with its reasons, and the code that bills it."""

import html
import re
from uuid import UUID

import pytest
from django.test import Client

from medoffice.revenue.coding.api import coded, coding
from medoffice.revenue.coding.queries.levels import elements
from medoffice.revenue.coding.tests.makers import DECIDED, make_decided, make_office
from medoffice.revenue.coding.types import CodedEncounter
from medoffice.security.tests.makers import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def codes() -> CodedEncounter:
    return make_decided(make_office())


@pytest.fixture
def abara(codes: CodedEncounter) -> Client:  # noqa: ARG001 - coder Abara works in an office
    return signed_in("abara")


def text(client: Client, visit: UUID) -> str:
    answer = client.get(f"/coding/visit/{visit}/level/")
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def form(page: str, key: str) -> tuple[str, dict[str, list[str]]]:
    """Where the form with this key goes, and what it sends."""
    found = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if f'data-key="{key}"' in one)
    sent: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', found):
        sent.setdefault(name, []).append(value)
    return re.findall(r'action="([^"]+)"', found)[0], sent


def test_one_key_counts_all_that_is_proposed_and_one_codes_the_level(codes: CodedEncounter, abara: Client) -> None:
    page = text(abara, codes.encounter_id)
    assert "<h1>No level</h1>" in page
    assert "With all that is proposed: <b>level 4</b>" in page
    assert abara.post(*form(page, "v")).status_code == 302
    assert len(elements(codes.id)) == 5
    page = text(abara, codes.encounter_id)
    assert "<h1>Level 4</h1>" in page
    assert "new patient" in page
    assert "Why not higher" in page
    assert "unverified" in page
    to, line = form(page, "s")
    assert line["key"] == ["new_4"]
    assert abara.post(to, line).status_code == 302
    assert [one.key for one in coding(codes.id).services] == ["new_4"]
    assert '<span class="chip ok">supported</span>' in text(abara, codes.encounter_id)


def test_what_is_refused_stands_on_the_worksheet(codes: CodedEncounter, abara: Client) -> None:
    answer = abara.post(f"/coding/{codes.id}/level/take/", {"take": "threat.note.x.0"})
    assert answer.status_code == 422
    assert "This is not proposed any more." in answer.content.decode()
    answer = abara.post(f"/coding/{codes.id}/level/add/", {"kind": "threat", "about": "x"})
    assert "No words are marked." in answer.content.decode()
    assert elements(codes.id) == []


def test_marked_words_count_and_a_row_is_dropped_by_its_key(codes: CodedEncounter, abara: Client) -> None:
    start = DECIDED.index("Reviewed A1c")
    words = {"note": codes.diagnoses[0].evidence.ref.id, "start": start, "end": start + 12, "quote": "Reviewed A1c"}
    sent = {**words, "kind": "interpretation", "about": "A1c", "next": f"/coding/visit/{codes.encounter_id}/level/"}
    assert abara.post(f"/coding/{codes.id}/level/add/", sent).status_code == 302
    assert abara.post(*form(text(abara, codes.encounter_id), "x")).status_code == 302
    assert elements(codes.id) == []


def test_whoever_may_not_code_changes_nothing(codes: CodedEncounter, abara: Client) -> None:
    assert coded(codes.encounter_id) is not None
    assert abara
    lind = signed_in("lind")
    for path in (f"/coding/{codes.id}/level/take/", f"/coding/{codes.id}/level/add/"):
        assert lind.post(path, {}).status_code == 404
    assert lind.get(f"/coding/visit/{codes.encounter_id}/level/").status_code == 404
