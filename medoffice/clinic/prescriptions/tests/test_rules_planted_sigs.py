"""Sigs as prescribers type them, with what a careful person reads, gives and for how long it lasts.

All was written before any was tried; of several steps, that nothing is counted by the first alone. Doses are taken as
the most that is allowed; packages are whole.
"""

from decimal import Decimal

import pytest

from medoffice.clinic.prescriptions.rules.english import english
from medoffice.clinic.prescriptions.rules.filling import prescribed
from medoffice.clinic.prescriptions.rules.quantity import Assumed, days_for, supply_for
from medoffice.clinic.prescriptions.rules.shorthand import read, shorthand
from medoffice.clinic.prescriptions.types.prescribing import DoseForm, Package, Route, Typed, Unit

D = Decimal
BY = Assumed(D(20), D(1))
NONE = Package()
SOLID, LIQUID, DROPS, TOPICAL = DoseForm.SOLID, DoseForm.LIQUID, DoseForm.DROPS, DoseForm.TOPICAL
INJECTION, INHALER, SPRAY, PATCH = DoseForm.INJECTION, DoseForm.INHALER, DoseForm.SPRAY, DoseForm.PATCH
USUAL = {
    SOLID: (Unit.TABLET, Route.ORAL),
    LIQUID: (Unit.ML, Route.ORAL),
    DROPS: (Unit.DROP, None),
    TOPICAL: (Unit.APPLICATION, Route.AREA),
    INJECTION: (Unit.ML, Route.UNDER_SKIN),
    INHALER: (Unit.PUFF, Route.INHALED),
    SPRAY: (Unit.SPRAY, Route.BOTH_NOSTRILS),
    PATCH: (Unit.PATCH, Route.SKIN),
}
PEN, INH, TUBE = Package(D(3), "pen"), Package(D(200), "inhaler"), Package(D(30), "tube")
PRIMED = Package(D(3), "pen", D("0.02"))
# typed, form, strength, asked days, package -> words, quantity for those days, and how many days a quantity lasts
Row = tuple[str, DoseForm, str, int, Package, str, str | None, tuple[str, int] | None]
PLANTED: list[Row] = [
    ("take 1-2 tabs by mouth every 4-6 hours prn pain", SOLID, "5 mg", 3, NONE,
     "Take 1 to 2 tablets by mouth every 4 to 6 hours as needed for pain.", "36", ("30", 2)),
    ("1-2 tabs q4-6h prn, max 8 tabs/day", SOLID, "325 mg", 5, NONE,
     "Take 1 to 2 tablets by mouth every 4 to 6 hours as needed. Max 8 tabs/day.", "40", ("40", 5)),
    ("1 tab po q6h prn pain no more than 3 tablets per day", SOLID, "50 mg", 7, NONE,
     "Take 1 tablet by mouth every 6 hours as needed for pain. No more than 3 tablets per day.", "21", ("21", 7)),
    ("i tab po bid", SOLID, "10 mg", 10, NONE, "Take 1 tablet by mouth twice a day.", "20", ("20", 10)),
    ("ii tabs po qhs", SOLID, "25 mg", 30, NONE, "Take 2 tablets by mouth every day at bedtime.", "60", ("60", 30)),
    ("take one tablet by mouth twice daily with food", SOLID, "500 mg", 30, NONE,
     "Take 1 tablet by mouth twice a day with meals.", "60", ("60", 30)),
    ("take one and a half tablets daily", SOLID, "10 mg", 30, NONE,
     "Take 1.5 tablets by mouth once a day.", "45", ("45", 30)),
    ("1 1/2 tabs po daily", SOLID, "10 mg", 30, NONE, "Take 1.5 tablets by mouth once a day.", "45", ("45", 30)),
    ("1½ tabs po daily", SOLID, "10 mg", 30, NONE, "Take 1.5 tablets by mouth once a day.", "45", ("45", 30)),
    ("1 tab every other day", SOLID, "1 mg", 30, NONE, "Take 1 tablet by mouth every other day.", "15", ("15", 30)),
    ("1 tab on alternate days", SOLID, "1 mg", 30, NONE, "Take 1 tablet by mouth every other day.", "15", ("15", 30)),
    ("1 tab po on Mon, Wed and Fri", SOLID, "5 mg", 28, NONE,
     "Take 1 tablet by mouth three times a week. On Mon, Wed and Fri.", "12", ("12", 28)),
    ("6 tabs po once weekly", SOLID, "2.5 mg", 28, NONE, "Take 6 tablets by mouth once a week.", "24", ("24", 28)),
    ("1 tab po every Sunday", SOLID, "70 mg", 28, NONE, "Take 1 tablet by mouth once a week. Every Sunday.", "4",
     ("4", 28)),
    ("1 tab po qid ac and hs", SOLID, "10 mg", 10, NONE,
     "Take 1 tablet by mouth four times a day before meals. And at bedtime.", "40", ("40", 10)),
    ("2 tabs now then 1 tab daily x 4 days", SOLID, "250 mg", 5, NONE,
     "Take 2 tablets by mouth one time only. Then 1 tab daily x 4 days.", None, None),
    ("take 2 tablets today, then 1 tablet daily for 4 days", SOLID, "250 mg", 5, NONE,
     "Take 2 tablets by mouth one time only. Then 1 tablet daily for 4 days.", None, None),
    ("40 mg daily x 3d, then 20 mg daily x 3d, then 10 mg daily x 3d", SOLID, "10 mg", 9, NONE,
     "Take 40 mg by mouth once a day for 3 days. Then 20 mg daily x 3d, then 10 mg daily x 3d.", None, None),
    ("4 tabs daily for 2 days, 3 tabs daily for 2 days, 2 tabs daily for 2 days", SOLID, "10 mg", 6, NONE,
     "Take 4 tablets by mouth once a day for 2 days. 3 tabs daily for 2 days, 2 tabs daily for 2 days.", None,
     None),
    ("2 tabs qam and 1 tab qpm", SOLID, "500 mg", 30, NONE,
     "Take 2 tablets by mouth every morning. And 1 tab qpm.", None, None),
    ("1 tab qam and qpm", SOLID, "500 mg", 30, NONE,
     "Take 1 tablet by mouth twice a day in the morning. And in the evening.", "60", ("60", 30)),
    ("1-1/2 tabs po bid", SOLID, "5 mg", 10, NONE, "Take 1.5 tablets by mouth twice a day.", "30", ("30", 10)),
    ("1/2-1 tab po qhs prn sleep", SOLID, "50 mg", 30, NONE,
     "Take 0.5 to 1 tablet by mouth every day at bedtime as needed for sleep.", "30", ("30", 30)),
    ("2 tabs po on day 1 then 1 tab po daily x4d", SOLID, "250 mg", 5, NONE,
     "Take 2 tablets by mouth one time only. Then 1 tab po daily x4d.", None, None),
    ("1 tab po daily x21d then stop", SOLID, "5 mg", 21, NONE,
     "Take 1 tablet by mouth once a day for 21 days. Then stop.", "21", ("21", 21)),
    ("1 tab before meals", SOLID, "5 mg", 30, NONE, "", None, None),
    ("10 mg po daily", SOLID, "5 mg", 30, NONE, "Take 10 mg by mouth once a day.", "60", ("60", 30)),
    ("0.5 mg po bid", SOLID, "1 mg", 30, NONE, "Take 0.5 mg by mouth twice a day.", "30", ("30", 30)),
    ("1 cap po nightly", SOLID, "300 mg", 30, NONE, "Take 1 capsule by mouth every day at bedtime.", "30", ("30", 30)),
    ("1 tab q12h x 7 days", SOLID, "875 mg", 7, NONE, "Take 1 tablet by mouth every 12 hours for 7 days.", "14",
     ("14", 7)),
    ("1 tab SL q5min prn chest pain up to 3 doses", SOLID, "0.4 mg", 1, NONE, "", None, None),
    ("one tablet under the tongue every 5 minutes as needed for chest pain", SOLID, "0.4 mg", 1, NONE, "", None, None),
    ("7.5 mL po q8h x10d", LIQUID, "400 mg/5 mL", 10, NONE, "Take 7.5 mL by mouth every 8 hours for 10 days.", "225",
     ("225", 10)),
    ("1 tsp po tid", LIQUID, "100 mg/5 mL", 10, NONE, "Take 1 teaspoon by mouth three times a day.", "150",
     ("150", 10)),
    ("1/2 tsp bid for 10 days", LIQUID, "200 mg/5 mL", 10, NONE,
     "Take 0.5 teaspoon by mouth twice a day for 10 days.", "50", ("50", 10)),
    ("1.5 tsp (7.5 mL) po bid", LIQUID, "400 mg/5 mL", 10, NONE,
     "Take 1.5 teaspoons by mouth twice a day. (7.5 mL).", "150", ("150", 10)),
    ("inject 10 units subcutaneously at bedtime", INJECTION, "100 units/mL", 30, PEN,
     "Inject 10 units under the skin every day at bedtime.", "3", ("15", 150)),
    ("24 units sc every evening", INJECTION, "100 units/mL", 30, PRIMED,
     "Inject 24 units under the skin every evening.", "9", ("15", 57)),
    ("inject 5-8 units SC TID before meals", INJECTION, "100 units/mL", 30, PEN,
     "Inject 5 to 8 units under the skin three times a day before meals.", "9", ("15", 62)),
    ("0.25 mg sc once weekly", INJECTION, "2 mg/1.5 mL", 28, Package(D("1.5"), "pen"),
     "Inject 0.25 mg under the skin once a week.", "1.5", ("1.5", 56)),
    ("2 puffs q4-6h prn wheezing", INHALER, "90 mcg", 25, INH,
     "Inhale 2 puffs every 4 to 6 hours as needed for wheezing.", "400", ("200", 16)),
    ("inhale 1 puff twice daily, rinse mouth after", INHALER, "250 mcg", 30, Package(D(60), "inhaler"),
     "Inhale 1 puff twice a day. Rinse mouth after.", "60", ("60", 30)),
    ("2 sprays each nostril daily", SPRAY, "50 mcg", 30, Package(D(120), "bottle"),
     "Use 2 sprays in each nostril once a day.", "120", ("120", 30)),
    ("instill 1 drop in both eyes twice daily", DROPS, "", 30, Package(D(5), "bottle"),
     "Put 1 drop in both eyes twice a day.", "10", ("5", 25)),
    ("1 gtt each eye qhs", DROPS, "50 mcg/mL", 25, Package(D("2.5"), "bottle"),
     "Put 1 drop in both eyes every day at bedtime.", "2.5", ("2.5", 25)),
    ("3 gtts right ear bid x 7 days", DROPS, "", 7, Package(D(10), "bottle"),
     "Put 3 drops in the right ear twice a day for 7 days.", "10", ("10", 33)),
    ("apply 1 patch weekly", PATCH, "0.1 mg/day", 28, Package(D(4), "box"),
     "Apply 1 patch on the skin once a week.", "4", ("4", 28)),
    ("apply 1 patch every 3 days", PATCH, "25 mcg/hour", 30, NONE, "Apply 1 patch on the skin every 3 days.", "10",
     ("10", 30)),
    ("1 patch daily, 12 hours on and 12 hours off", PATCH, "5 %", 30, NONE,
     "Apply 1 patch on the skin once a day. 12 hours on and 12 hours off.", "30", ("30", 30)),
    ("apply a thin layer to affected area bid x 14 days", TOPICAL, "1 mg/g", 14, TUBE,
     "Apply a thin layer on the affected area twice a day for 14 days.", "30", ("30", 15)),
    ("apply sparingly to affected area bid", TOPICAL, "1 mg/g", 14, TUBE,
     "Apply a thin layer on the affected area twice a day.", "30", ("30", 15)),
    ("apply 2 g to affected area qid", TOPICAL, "10 mg/g", 10, Package(D(100), "tube"),
     "Apply 2 g on the affected area four times a day.", "100", ("100", 12)),
]  # fmt: skip


def test_of_several_steps_a_person_says_how_much_and_for_how_long() -> None:
    taper = "40 mg po daily x 3d, then 20 mg po daily x 3d"
    asked = [
        prescribed(Typed("Prednisone", taper, days, quantity), None, (), BY)
        for days, quantity in ((0, None), (6, None), (0, D(18)), (6, D(18)))
    ]
    assert [[one.code for one in told.found] for told in asked] == [
        ["days-missing"], ["quantity-uncounted"], ["days-missing"], []
    ]  # fmt: skip
    assert asked[-1].says
    assert (asked[-1].says.quantity, asked[-1].says.days_supply) == (D(18), 6)


def test_a_sig_of_several_steps_is_edited_as_it_was_typed() -> None:
    for typed in ("1 tab po q6h prn pain, then 2 tabs po daily", "1 tab po q4h prn pain, max 6 tabs/day"):
        sig = read(typed).sig
        assert sig
        assert read(shorthand(sig)).sig == sig


@pytest.mark.parametrize("row", PLANTED, ids=lambda row: f"{row[1].value}: {row[0]}")
def test_what_is_read_given_and_how_long_it_lasts_is_what_a_careful_person_says(row: Row) -> None:
    typed, form, strength, days, package, words, quantity, lasts = row
    found = read(typed, *USUAL[form])
    assert (english(found.sig) if found.sig else "") == words
    if found.sig is None:
        return
    if quantity is None or lasts is None:  # what has several steps is not counted: a person types how much
        assert supply_for(found.sig, form, strength, days, package, BY) is None
        assert days_for(found.sig, form, strength, D(30), package, BY) == 0
        return
    supply = supply_for(found.sig, form, strength, days, package, BY)
    assert supply
    assert supply.quantity == D(quantity)
    assert days_for(found.sig, form, strength, D(lasts[0]), package, BY) == lasts[1]
