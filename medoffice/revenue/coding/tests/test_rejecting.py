"""A suggestion is turned down by one key with its reason; the office's own counts rank what is suggested later."""

import html
import re
from uuid import UUID

import pytest

from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.actions.offer_again import offer_again
from medoffice.revenue.coding.actions.reject_suggestion import reject_suggestion
from medoffice.revenue.coding.api import finish_coding, start_coding
from medoffice.revenue.coding.queries.learned import learned, turned_down
from medoffice.revenue.coding.rules.learning import LEAST, PRIOR, REASONS, Learned, ranked
from medoffice.revenue.coding.tests.makers import NOTE, make_coded, make_decided, make_office, make_visit
from medoffice.revenue.coding.types import CodedEncounter
from medoffice.security.tests.makers import signed_in, written_down
from medoffice.security.types import PROGRAM
from medoffice.standards.suggestions.types import Suggestion


def hint(code: str, score: float) -> Suggestion:
    return Suggestion(code, code, score, ((0, 5),), ())


def codes(those: list[Suggestion]) -> list[str]:
    return [one.code for one in those]


def test_nothing_known_changes_nothing() -> None:
    sure, less = ranked([hint("I10", 0.9), hint("J06.9", 0.8)], [hint("R05.9", 0.4)], {})
    assert (codes(sure), codes(less)) == (["I10", "J06.9"], ["R05.9"])
    assert [one.score for one in sure] == [0.9, 0.8]


def test_among_equals_what_the_office_gives_comes_first() -> None:
    sure, _ = ranked([hint("J06.9", 0.8), hint("I10", 0.8)], [], {"I10": Learned(given=30)})
    assert codes(sure) == ["I10", "J06.9"]
    assert sure[0].score == 0.8, "what is given often is no surer for it"


def test_what_is_turned_down_again_and_again_sinks_and_stays_findable() -> None:
    few, many = Learned(rejected=PRIOR), Learned(rejected=PRIOR + 1)
    assert few.share == LEAST
    sure, less = ranked([hint("I10", 0.9), hint("J06.9", 0.8)], [], {"I10": few})
    assert (codes(sure), codes(less)) == (["J06.9", "I10"], [])
    sure, less = ranked([hint("I10", 0.9), hint("J06.9", 0.8)], [], {"I10": many})
    assert (codes(sure), codes(less)) == (["J06.9"], ["I10"])


def test_counts_are_told_in_words() -> None:
    assert Learned().words == ""
    assert Learned(12, 3).words == "here given 12, turned down 3"
    assert Learned(0, 1).words == "here turned down 1"


@pytest.fixture
def office(db: None) -> Office:  # noqa: ARG001 - it writes
    return make_office()


@pytest.fixture
def decided(office: Office) -> CodedEncounter:
    return make_decided(office)


def turn_down(found: CodedEncounter, code: str = "E11.9", reason: str = "other-code") -> UUID:
    words = found.diagnoses[0].evidence
    return reject_suggestion(actor=PROGRAM, coding_id=found.id, code=code, reason=reason, evidence=words)


def test_it_is_kept_with_its_reason_counted_and_taken_back(decided: CodedEncounter) -> None:
    rejected = turn_down(decided)
    (found,) = turned_down(decided.id)
    assert (found.code, found.why, found.quote) == ("E11.9", REASONS["other-code"], "Type 2 diabetes")
    assert learned(["E11.9", "E11.65", "I11.0"]) == {"E11.9": Learned(0, 1), "E11.65": Learned(1, 0)}
    assert {"rejected": "E11.9", "reason": "other-code"}.items() <= written_down("coding.code")[-1][1].items()
    with pytest.raises(Refusal, match="turned down already"):
        turn_down(decided)
    offer_again(actor=PROGRAM, suggestion_id=rejected)
    assert learned(["E11.9"]) == {}
    with pytest.raises(NotFound):
        offer_again(actor=PROGRAM, suggestion_id=rejected)


def test_what_cannot_be_turned_down_is_said(decided: CodedEncounter, office: Office) -> None:
    with pytest.raises(Invalid, match="why"):
        turn_down(decided, reason="pays-less")
    with pytest.raises(Invalid, match="no"):
        turn_down(decided, code="ZZZ.99")
    with pytest.raises(Refusal, match="coded already"):
        turn_down(decided, code="I10")
    other = start_coding(actor=PROGRAM, encounter_id=make_visit(office, make_patient("Ruud", "Ida")))
    words = decided.diagnoses[0].evidence
    with pytest.raises(Refusal, match="another note"):
        reject_suggestion(actor=PROGRAM, coding_id=other, code="E11.9", reason="no-ground", evidence=words)
    done = make_coded(office, make_patient("Vold", "Ada"))
    coding_id = start_coding(actor=PROGRAM, encounter_id=done)
    finish_coding(actor=PROGRAM, coding_id=coding_id)
    with pytest.raises(Refusal, match="released"):
        reject_suggestion(actor=PROGRAM, coding_id=coding_id, code="E11.9", reason="no-ground", evidence=words)


def test_one_key_strikes_it_through_with_the_reason(office: Office) -> None:
    visit = make_visit(office, make_patient("Quist", "Per"))
    abara = signed_in("abara")
    path = f"/coding/visit/{visit}/"
    page = html.unescape(abara.get(path).content.decode())
    form = re.search(r'action="(/coding/[^"]+/reject/)"(.*?)</form>', page, re.DOTALL)
    assert form
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form.group(2)))
    assert NOTE[int(fields["start"]) : int(fields["end"])] == fields["quote"]
    assert re.findall(r'data-key="(\d)"', form.group(2)) == ["1", "2", "3", "4"]
    fields |= {"once": new_id().hex, "next": path}
    assert abara.post(form.group(1), {**fields, "reason": "because"}).status_code == 422
    assert abara.post(form.group(1), {**fields, "reason": "not-seen-to"})["Location"] == path
    page = abara.get(path).content.decode()
    assert f'aria-label="{fields["code"]} is suggested"' not in page
    assert f'<s class="mono">{fields["code"]}</s>' in page
    assert REASONS["not-seen-to"] in page
    again = re.search(r'action="(/coding/suggestion/[^"]+/offer/)"', page)
    assert again
    assert abara.post(again.group(1), {"next": path, "once": new_id().hex}).status_code == 302
    page = abara.get(path).content.decode()
    assert f'aria-label="{fields["code"]} is suggested"' in page


def test_what_the_office_did_is_said_at_the_suggestion(office: Office) -> None:
    for name in ("Ruud", "Vold"):
        make_coded(office, make_patient(name, "Ida"))  # gives J06.9
    abara = signed_in("abara")
    assert learned(["J06.9"]) == {"J06.9": Learned(2, 0)}
    page = abara.get(f"/coding/visit/{make_visit(office, make_patient('Quist', 'Per'))}/").content.decode()
    offered = re.findall(r'aria-label="([\w.]+) is suggested"', page)
    assert offered
    assert ("here given 2" in page) is ("J06.9" in offered)
