"""What a card says, from its lines: by label in the line, beside it or below it; nothing is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.check_in.rules.card_fields import read_card
from medoffice.kernel.text_lines import TextLine

PAYERS = ["Harbor Mutual", "Meridian Senior", "Sunfield State Plan", "Prairie Mutual"]


def at(text: str, left: int, top: int, score: float = 0.98) -> TextLine:
    return TextLine(text, score, (left, top, left + 11 * len(text), top + 20))


def card(*rows: str) -> list[TextLine]:
    return [at(row, 20, 20 + 40 * place) for place, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            card("HARBOR MUTUAL", "Member ID: HMX1002003", "Group No. 88-120", "Office Visit $25 Specialist $50"),
            {"payer": "Harbor Mutual", "member_id": "HMX1002003", "group": "88-120", "copay": "25"},
        ),
        (
            [at("Sunfield State Plan", 20, 10), at("MEMBER ID", 20, 80), at("GROUP", 300, 80),
             at("SF 771 234", 20, 105), at("4410", 300, 105)],
            {"payer": "Sunfield State Plan", "member_id": "SF 771 234", "group": "4410"},
        ),
        (
            [at("ID#", 20, 80), at("PM7719642", 90, 80), at("PCP copay", 20, 140), at("$30.00", 200, 140)],
            {"member_id": "PM7719642", "copay": "30"},
        ),
        (
            card("Subscriber ID PM7719642", "Effective Date 01/01/2026"),
            {"member_id": "PM7719642", "starts": "01/01/2026"},
        ),
        (card("RxBIN 610011", "RxGRP 7788", "Payer ID 99901"), {}),
        (card("Member since 2019", "Call 1-800-555-0100"), {}),
        (card("Effective 13/45/2026", "Copay"), {}),
        ([at("Member ID: HMX1002003", 20, 20, score=0.4)], {}),
        ([], {}),
    ],
)  # fmt: skip
def test_what_the_lines_say(lines: list[TextLine], fields: dict[str, str]) -> None:
    assert read_card(lines, PAYERS) == fields


@given(st.lists(st.tuples(st.text(max_size=40), st.integers(0, 900), st.integers(0, 500)), max_size=12))
def test_whatever_was_read_is_taken(rows: list[tuple[str, int, int]]) -> None:
    found = read_card([at(*row) for row in rows], PAYERS)
    assert set(found) <= {"payer", "member_id", "group", "copay", "starts"}
    assert read_card([], []) == {}
