"""A payer's list is taken in whole, once, and stands beside a medicine; what is not loaded is never covered."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import payer
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.coverage.api import coverages_on
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.authorizations.actions import take_formulary as taking
from medoffice.revenue.authorizations.api import beside, formularies, lines_of, read_formulary, take_formulary
from medoffice.revenue.authorizations.models import Formulary
from medoffice.revenue.authorizations.tests.makers import LINES, file_of, make_covered, make_formulary
from medoffice.revenue.authorizations.types import Drug, Listing
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM
from medoffice.standards.code_lists.types import ListKind

pytestmark = pytest.mark.django_db
TEN = Drug("lisinopril 10 mg tablet", ("lisinopril",))
TODAY = date(2026, 11, 24)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def who(office: Office) -> UUID:
    found = make_patient()
    make_covered(office, found, plan="Gold")
    return found


def said(who: UUID, drug: Drug = TEN, on: date = TODAY) -> tuple[Listing, list[str]]:
    (one,) = beside(who, drug, on)
    return one.listing, [line.tier for line in one.lines]


def test_rx8_a_list_is_taken_in_once_and_the_next_one_takes_its_place_by_its_day(office: Office, who: UUID) -> None:
    assert said(who) == (Listing.NOT_LOADED, [])
    assert make_formulary(office) == len(LINES)
    assert make_formulary(office) == 0
    assert said(who) == (Listing.LISTED, ["1"])
    make_formulary(office, "lisinopril 10 mg tablet,,,2,yes,no,,", starts="2026-12-01")
    assert said(who) == (Listing.LISTED, ["1"])
    assert said(who, on=date(2026, 12, 1)) == (Listing.LISTED, ["2"])
    make_formulary(office, "lisinopril 10 mg tablet,,,5,no,no,,")
    assert said(who) == (Listing.LISTED, ["5"]), "what came later of the same day holds"
    make_formulary(office, "Quinapril,,,1,no,no,,", plan="gold")
    assert said(who) == (Listing.NOT_LISTED, []), "the list of the plan goes before that of all plans"
    assert Formulary.objects.count() == 4, "nothing that was taken in is lost"


def test_a_plan_without_a_list_is_not_loaded_and_nobody_insured_has_no_line(office: Office, who: UUID) -> None:
    make_formulary(office, plan="Silver")
    assert said(who) == (Listing.NOT_LOADED, [])
    assert beside(make_patient("Reyes", "Ada"), TEN, TODAY) == []
    assert beside(who, TEN, date(2025, 1, 1)) == []


def test_a_payer_that_nobody_knows_is_refused_and_nothing_of_the_file_is_taken(office: Office) -> None:
    known = file_of(payer(office.payer_id).number)
    with pytest.raises(Refusal, match="99999"):
        take_formulary(actor=PROGRAM, said=read_formulary([*known, *file_of("99999")[1:]]), source="a.csv")
    assert formularies() == []
    with pytest.raises(Refusal, match="from"):
        take_formulary(actor=PROGRAM, said=read_formulary(known), source=" ")


def test_rx8_while_it_is_typed_the_list_stands_beside_it(office: Office, who: UUID) -> None:
    okafor = sign_in("okafor")
    typed = {"medicine": "lisinopril 10 mg tablet", "sig": "1 po qd #90 rf 3"}

    def reads(**more: str) -> str:
        answer = okafor.post(f"/prescriptions/of/{who}/reads/", {**typed, **more})
        assert answer.status_code == 200
        return answer.content.decode()

    assert "list not loaded" in reads()
    make_formulary(office)
    assert "quantity limit 30 in 30 days" in reads()
    text = reads(medicine="Zestril 10 mg tablet")
    assert all(one in text for one in ("tier 3", "prior authorization", "step therapy", "lisinopril, Quinapril"))
    assert "not on the list as loaded" in reads(medicine="Grandmother's tea")
    assert "covered" not in reads(medicine="Grandmother's tea")


def test_the_screen_says_what_is_loaded_what_holds_and_which_payers_have_none(office: Office) -> None:
    ruiz = signed_in("ruiz")
    name = payer(office.payer_id).name
    assert f"Not loaded: {name}" in ruiz.get("/authorizations/lists/").content.decode()
    make_formulary(office)
    make_formulary(office, LINES[1], starts="2026-06-01")
    make_formulary(office, LINES[2], starts="2027-01-01")
    text = ruiz.get("/authorizations/lists/").content.decode()
    assert all(text.count(f">{one}<") == 1 for one in ("holds", "superseded", "to come"))
    first = next(one for one in formularies() if one.lines == len(LINES))
    found = ruiz.get(f"/authorizations/lists/{first.id}/?q=zest").content.decode()
    assert "Zestril" in found
    assert "Syrup" not in found
    assert lines_of(first.id)[1] == len(LINES)
    assert len(lines_of(first.id, limit=2)[0]) == 2
    assert signed_in("nox").get("/authorizations/lists/").status_code == 404


def test_a_byte_order_mark_and_windows_lines_are_read(tmp_path: Path) -> None:
    where = tmp_path / "list.csv"
    where.write_text("\r\n".join(file_of("60054")), encoding="utf-8-sig")
    with where.open(encoding="utf-8-sig", newline="") as file:
        (one,) = read_formulary(file)
    assert len(one.rows) == len(LINES)


def test_one_list_under_two_spellings_is_one(office: Office, who: UUID) -> None:
    found = payer(office.payer_id)
    lines = [*file_of(found.number, LINES[0], plan="Gold"), *file_of(found.key, LINES[1], plan="gold")[1:]]
    assert take_formulary(actor=PROGRAM, said=read_formulary(lines), source="a.csv") == 2
    (one,) = formularies()
    assert (one.lines, one.nameless) == (2, 0)
    assert said(who) == (Listing.LISTED, ["1"])
    assert said(who, Drug("Zestril 10 mg tablet")) == (Listing.LISTED, ["3"])


def test_a_line_without_a_name_is_counted_and_has_one_once_rxnorm_knows_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruiz = signed_in("ruiz")
    assert make_formulary(office, LINES[3]) == 1
    assert "1 without a name" in ruiz.get("/authorizations/lists/").content.decode()
    known = SimpleNamespace(long="prednisone", short="")
    monkeypatch.setattr(taking, "words_listed", lambda *_: {(ListKind.RXNORM, "8640"): known})
    assert make_formulary(office, LINES[3]) == 1, "the same file says more by now"
    assert make_formulary(office, LINES[3]) == 0
    assert [one.nameless for one in formularies()] == [0, 1]


def test_what_a_list_excludes_is_shown_and_each_policy_has_its_own_line(office: Office, who: UUID) -> None:
    make_formulary(office, "Zestril,,,excluded,no,no,,")
    found = beside(who, Drug("Zestril 10 mg tablet"), TODAY)
    assert [one.policy_id for one in found] == [one.id for one in coverages_on(who, TODAY)]
    text = sign_in("okafor").post(
        f"/prescriptions/of/{who}/reads/", {"medicine": "Zestril 10 mg tablet", "sig": "1 po qd #90 rf 3"}
    )
    assert "excluded" in text.content.decode()
    assert "nothing is asked first" not in text.content.decode()
