"""Which lots may be given, what cannot be said of a dose, and what a registry reads."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given as every
from hypothesis import strategies as st

from medoffice.clinic.immunizations.rules.giving import NOWHERE, check_given, check_vial, in_words
from medoffice.clinic.immunizations.rules.report import message_of
from medoffice.clinic.immunizations.rules.stock import ends_soon, offered, why_not
from medoffice.clinic.immunizations.tests.makers import FLU, TDAP, said
from medoffice.clinic.immunizations.types import (
    BodySite,
    Dose,
    Eligibility,
    Funding,
    Giver,
    Lot,
    Route,
    Sheet,
    ToRegistry,
    Vial,
)

ON = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 16, tzinfo=UTC)
ID = UUID(int=1)
LOT = Lot(ID, ID, "Influenza, split virus, trivalent, PF", FLU, 3)


@every(
    st.integers(-400, 400), st.integers(0, 3), st.booleans(),
)  # fmt: skip
def test_a_lot_is_given_exactly_while_it_is_good_there_is_one_and_nobody_recalled_it(
    days: int, left: int, recalled: bool
) -> None:
    lot = replace(
        LOT,
        vial=replace(FLU, expires=ON + timedelta(days=days)),
        on_hand=left,
        recalled_at=AT if recalled else None,
        recall_why="too warm",
    )
    codes = [one.code for one in why_not(lot, ON)]
    assert ("lot-expired" in codes) == (days < 0)
    assert ("lot-empty" in codes) == (left == 0)
    assert codes[:1] == ["lot-recalled"] if recalled else "lot-recalled" not in codes
    assert bool(offered([lot], ON)) == (not codes)
    assert ends_soon(lot, ON) == (0 <= days <= 30)


def test_what_ends_first_is_offered_first() -> None:
    later, other = (
        replace(LOT, id=UUID(int=2), vial=replace(FLU, lot="B", expires=date(2028, 1, 1))),
        replace(LOT, words="Tdap", vial=TDAP),
    )
    assert [one.vial.lot for one in offered([other, later, LOT], ON)] == ["FL26A", "B", "TD99"]


@every(st.sampled_from(Route), st.sampled_from([None, *BodySite]), st.integers(-3000, 30), st.sampled_from(Eligibility))
def test_an_injection_has_its_place_and_a_sheet_is_of_no_later_day(
    route: Route, site: BodySite | None, days: int, may: Eligibility
) -> None:
    given = replace(said(ID), route=route, site=site, vis=ON + timedelta(days=days), eligibility=may)
    where = {one.where for one in check_given(given, LOT, ON)}
    assert ("site" in where) == ((route in NOWHERE) == (site is not None))
    assert ("vis" in where) == (days > 0)
    assert "eligibility" not in where
    of_program = replace(LOT, vial=replace(FLU, funding=Funding.VFC))
    found = {one.where for one in check_given(given, of_program, ON)}
    assert ("eligibility" in found) == (may is Eligibility.NOT)


def test_a_sheet_and_an_amount_must_be() -> None:
    none = replace(said(ID), vis=None, amount=Decimal(0))
    assert {one.code for one in check_given(none, LOT, ON)} == {"vis-missing", "amount-nil"}


@pytest.mark.parametrize(
    ("box", "count", "code"),
    [
        (FLU, 1, ""),
        (replace(FLU, ndc="33332012603"), 1, ""),
        (replace(FLU, ndc=""), 1, ""),
        (replace(FLU, lot=" "), 1, "lot-missing"),
        (replace(FLU, expires=ON), 1, ""),
        (replace(FLU, expires=ON - timedelta(days=1)), 1, "lot-expired"),
        (FLU, 0, "count-nil"),
        (replace(FLU, ndc="12"), 1, "ndc-odd"),
        (replace(FLU, ndc="3333201260x"), 1, "ndc-odd"),
    ],
)
def test_a_box_is_looked_at(box: Vial, count: int, code: str) -> None:
    assert [one.code for one in check_vial(box, count, ON)] == ([code] if code else [])


def test_a_dose_in_words() -> None:
    assert in_words(said(ID), "FL26A") == "lot FL26A, 0.5 mL, intramuscular, left deltoid, VIS 01/31/2025"
    drops = replace(said(ID), route=Route.ORAL, site=None, amount=None, vis=None)
    assert in_words(drops, "X") == "lot X, by mouth"


def test_a_dose_as_a_registry_reads_it() -> None:
    dose = Dose(ID, "IZ-10001", ID, ID, ID, "140", LOT.words, "FL26A", said(ID), ON, ID, "Carmen Ruiz", AT)
    sheet = Sheet(
        dose, LOT, "U", "VX-10001", ToRegistry("State registry", "IIS", "IL", "RB17"), ("Vale", "Ingrid"),
        date(1968, 3, 8), "F", "M-10001", ("1 Bridge Street", "Riverbend", "IL", "62799"),
        Giver("1999999968", "Okafor", "Amara"), Giver("", "Ruiz", "Carmen"), "bridge-street",
    )  # fmt: skip
    message = message_of(sheet, at=AT, office="Riverbend Family Medicine", training=True)
    assert message_of(sheet, at=AT, office="Riverbend Family Medicine", training=True).raw == message.raw
    read = {
        "MSH-4": "RB17", "MSH-5": "IIS", "MSH-6": "IL", "MSH-10": "VX-10001", "MSH-11": "T", "PID-3": "M-10001",
        "PID-5.1.1": "Vale", "ORC-3": "IZ-10001", "RXA-3": "20261124", "RXA-5": "140", "RXA-6": "0.5", "RXA-9": "00",
        "RXA-15": "FL26A", "RXA-16": "20270630", "RXA-17": "SEQ", "RXA-20": "CP", "RXA-21": "U", "RXR-2": "LD",
    }  # fmt: skip
    assert {path: message.value(path) for path in read} == read
    told = [(one.value(3), one.value(5)) for one in message.named("OBX")]
    assert told == [
        ("64994-7", "V01"), ("30963-3", "PHC70"), ("30956-7", "140"), ("29768-9", "20250131"), ("29769-7", "20261124"),
    ]  # fmt: skip
