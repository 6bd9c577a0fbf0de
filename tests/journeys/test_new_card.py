"""Bar 4 of the receptionist: a patient with a new insurance card is checked in by keyboard, from picture to answer.

Where the extra ``scan`` is installed it reads the card; elsewhere a stand-in gives the lines it read on the same card,
by the same way. Without either the fields are typed, and the count says what that costs.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from medoffice.exchange.simulators.payer.api import Member, insure
from medoffice.front_office.check_in.tests.cards import draw
from medoffice.front_office.flow.api import flow_board
from medoffice.front_office.scheduling.api import book, find_free
from medoffice.kernel import clock, recognize
from medoffice.records.coverage.api import checks_of, coverages_on
from medoffice.records.patients.api import patient, search
from medoffice.security.types import PROGRAM
from tests.figures import figure
from tests.journeys.riverbend import ON, Counted

pytestmark = pytest.mark.journey
CARDS = {
    "Vale": {"payer": "Harbor Mutual", "member_id": "HMX4410771", "group": "31-207", "copay": "35"},
    "Okonkwo": {"payer": "Harbor Mutual", "member_id": "HMX4410772", "group": "31-208", "copay": "35"},
}
STARTS = "11/01/2026"


def comes_today(name: str, tmp_path: Path) -> tuple[str, dict[str, str]]:
    """Somebody has a visit today and brings a new card, which the payer knows; its picture, and what is on it."""
    who = next(patient(hit.id) for hit in search(PROGRAM, name))
    told = {**CARDS[name], "starts": STARTS}
    born, since = who.birth_date, date(2026, 11, 1)
    insure([Member(f"new-{name}", "harbor-ppo", told["member_id"], name, who.name.given, born, since)])
    (slot,) = find_free("sick", clock.now(), limit=1)
    book(
        actor=PROGRAM, patient_id=who.id, provider_id=slot.provider_id, site_id=slot.site_id, starts=slot.starts,
        visit_type="sick", reason="cough",
    )  # fmt: skip
    picture = tmp_path / "card.png"
    picture.write_bytes(draw(told, f"{who.name.given} {name}".upper()))
    return str(picture), told


def takes_the_picture(lind: Counted, picture: str) -> None:
    """From the desk to the card beside its fields."""
    lind.page.reload()  # the visit was booked after she had sat down
    lind.press("j")
    lind.go("Enter")
    lind.go("u")
    front = lind.page.locator("input[type=file]:focus")
    front.wait_for()
    lind.page.on("filechooser", lambda _: None)  # the browser's own dialog stays closed
    lind.press("Space")
    front.set_input_files(picture)
    lind.acts += 1  # the picture is chosen, or taken
    lind.go("Control+Enter")


def is_entered_and_answered(name: str, told: dict[str, str]) -> None:
    """The card is a policy, the payer has answered about it, the patient is here."""
    who = next(hit.id for hit in search(PROGRAM, name))
    (policy,) = coverages_on(who, ON)
    assert (policy.member_id, policy.group, policy.copay.plain()) == (told["member_id"], told["group"], told["copay"])
    latest = checks_of(who)[0]
    assert latest.asked_as.member_id == told["member_id"]
    assert latest.result is not None
    assert latest.result.in_order
    assert who in {card.patient_id for card in flow_board(PROGRAM) if card.column == "arrived"}


def test_bar_4_a_card_that_is_read_is_confirmed(lind: Counted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture, told = comes_today("Vale", tmp_path)
    by = "rapidocr"
    if recognize.read_lines(Path(picture).read_bytes()) is None:
        by = "a stand-in"
        words = [told["payer"], f"Member ID: {told['member_id']}", f"Group No. {told['group']}",
                 f"Office Visit ${told['copay']}", f"Effective {told['starts']}"]  # fmt: skip
        tops = [40 * place for place in range(len(words))]
        lines = [
            {"text": text, "score": 0.99, "box": [30, top, 300, top + 25]}
            for text, top in zip(words, tops, strict=True)
        ]
        program = tmp_path / "reads.py"
        program.write_text(f"print({json.dumps(json.dumps(lines))})")
        monkeypatch.setattr(recognize, "PROGRAM", program)
    takes_the_picture(lind, picture)
    lind.sees("Read on the card; compare each field with the picture.")
    lind.go("Control+Enter")
    lind.sees("Harbor Mutual covers the patient on 11/25/2026.")
    lind.go("a")
    figure("acts to check in with a new card, read by " + by, str(lind.acts), "14")
    lind.keeps_to(acts=14, seconds=50, decisions=4)
    is_entered_and_answered("Vale", told)


def test_bar_4_where_nothing_is_read_the_card_is_typed(
    lind: Counted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognize, "PROGRAM", tmp_path / "nothing.py")
    picture, told = comes_today("Okonkwo", tmp_path)
    takes_the_picture(lind, picture)
    lind.sees("No text is read here. Type what the card says.")
    assert lind.page.evaluate("document.activeElement.name") == "payer"
    lind.type("Harb")
    for field in ("member_id", "group", "copay"):
        lind.press("Tab")
        assert lind.page.evaluate("document.activeElement.name") == field
        lind.type(told[field])
    lind.tab_to("#id_starts")
    lind.write(told["starts"])
    lind.go("Control+Enter")
    lind.sees("Harbor Mutual covers the patient on 11/25/2026.")
    lind.go("a")
    letters = sum(len(told[field]) for field in ("member_id", "group", "copay", "starts"))
    figure("acts to check in with a new card, typed", f"{lind.acts}, of them {letters} letters of the card", "none")
    assert lind.acts - letters <= 24
    is_entered_and_answered("Okonkwo", told)
