"""The demo office's own laboratory: its tests, controls each morning, one lot that is locked, results signed at once.

Lots, ranges and what the controls must give are made up.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.office_lab.api import (
    enter_test,
    office_tests,
    orders_to_test,
    run_controls,
    set_up_test,
    stand,
    standings,
    take_control,
    take_kit,
)
from medoffice.clinic.office_lab.types import ControlSaid, Every, Kit, OfficeTest, SaidOfTest, Scale, Westgard
from medoffice.clinic.results.api import open_reports, sign_report
from medoffice.kernel import clock
from medoffice.records.encounters.api import encounter
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.types import Chance
from medoffice.security.api import can
from medoffice.security.types import PROGRAM, Actor

LOCKED, STANDS, STREP, SUGAR, A1C = "GL90B", "okafor", "rapid_strep", "glucose_poc", "a1c_poc"
RULES = tuple(one for one in Westgard if one is not Westgard.ONE_2S)
TESTS = (
    SaidOfTest(
        STREP, "Rapid strep A", Scale.QUALITATIVE, ("negative", "positive"), Every.LOT,
        ("negative", "positive", "invalid"), ("positive", "invalid"),
    ),
    SaidOfTest(
        SUGAR, "Glucose, fingerstick", Scale.QUANTITATIVE, ("low", "high"), Every.DAY, unit="mg/dL",
        low=Decimal(70), high=Decimal(140), least=Decimal(20), most=Decimal(600), rejects=RULES,
    ),
    SaidOfTest(
        A1C, "Hemoglobin A1c", Scale.QUANTITATIVE, ("level 1", "level 2"), Every.MONTH, unit="%",
        high=Decimal("5.7"), least=Decimal(4), most=Decimal(15), rejects=RULES,
    ),
)  # fmt: skip
SHEETS = {
    SUGAR: {"low": ("48", "2.5"), "high": ("280", "9")},
    A1C: {"level 1": ("5.4", "0.15"), "level 2": ("9.8", "0.3")},
}
LOTS = {STREP: "ST2611", SUGAR: "GL88A", A1C: "HB1042"}
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def stock_office_lab(sites: Mapping[str, UUID]) -> None:
    """Three tests, with a lot and a control for each level at each site."""
    today = clock.now().date()
    for said in TESTS:
        test = set_up_test(actor=PROGRAM, said=said)
        for site_id in sites.values():
            for level in said.levels:
                mean, sd = SHEETS.get(said.key, {}).get(level, ("", ""))
                sheet = ControlSaid(level, f"QC-{said.key[:2]}-{level[-1]}", today + timedelta(days=300))
                told = (
                    ControlSaid(level, sheet.lot, sheet.expires, mean=Decimal(mean), sd=Decimal(sd))
                    if mean
                    else ControlSaid(level, sheet.lot, sheet.expires, expected=level)
                )
                take_control(actor=PROGRAM, test_id=test, site_id=site_id, said=told)
            lot, ends = LOTS[said.key], today + timedelta(days=240)
            take_kit(actor=PROGRAM, test_id=test, site_id=site_id, lot=lot, expires=ends)


def controls_of_days(scene: Scene, first: date, last: date) -> Script:
    """Each working morning the controls that are due; on the last a new lot of strips comes, whose control fails.

    A run that is rejected is run again with a fresh vial.
    """
    zone, signer = scene.riverbend.office.zone, scene.riverbend.actors[STANDS]
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    for on in (one for one in days if one.weekday() < 5):
        yield at(on, 7, 20, zone)
        for test in office_tests():
            if test.said.key == STREP and not test.standing_by:
                stand(actor=signer, test_id=test.id, stands=True)
            for _, kit, why in standings(on, [test.id]):
                if why:
                    _run(scene, test, kit, on)
    yield at(last, 7, 40, zone)
    site = next(iter(scene.riverbend.sites.values()))
    test = next(one for one in office_tests() if one.said.key == SUGAR)
    fresh = take_kit(
        actor=PROGRAM, test_id=test.id, site_id=site, lot=LOCKED, expires=last + timedelta(days=300)
    )  # fmt: skip
    run_controls(actor=hand_at(scene, site), kit_id=fresh, values={"low": "57.5", "high": "283"})


def _run(scene: Scene, test: OfficeTest, kit: Kit, on: date) -> None:
    place, by = list(scene.riverbend.sites.values()).index(kit.site_id), hand_at(scene, kit.site_id)
    chance = Chance(f"controls {test.said.key} {kit.lot} {on} {place}")
    if not run_controls(actor=by, kit_id=kit.id, values=_given(test, chance)):
        run_controls(actor=by, kit_id=kit.id, values=_usual(test), did="a fresh vial, mixed again")


def _given(test: OfficeTest, chance: Chance) -> dict[str, str]:
    """What the controls give: their words, or a number about the mean."""
    sheets = SHEETS.get(test.said.key)
    if sheets is None:
        return {level: level for level in test.said.levels}
    steps = {level: sum(chance.between(f"{level} {roll}", -100, 100) for roll in range(4)) for level in sheets}
    return {
        level: f"{Decimal(mean) + Decimal(sd) * steps[level] / 110:.2f}" for level, (mean, sd) in sheets.items()
    }  # fmt: skip


def _usual(test: OfficeTest) -> dict[str, str]:
    return {level: mean for level, (mean, _) in SHEETS[test.said.key].items()}


def hand_at(scene: Scene, site_id: UUID) -> Actor:
    """The assistant of a site."""
    key = next(key for key, one in scene.riverbend.sites.items() if one == site_id)
    return scene.riverbend.assistant[key][0]


def tested_here(actor: Actor, encounter_id: UUID, results: Mapping[str, str]) -> set[UUID]:
    """Test what the office can test itself, as the story has it; which orders that did."""
    visit, done = encounter(encounter_id), set()
    for order, test in orders_to_test(encounter_id):
        value = _found(test, results.get(order.key, ""))
        kits = [kit for _, kit, why in standings(visit.date, [test.id], visit.site_id) if not why]
        if value and kits and can(actor, "office_lab.test", visit.patient_id, encounter_id):
            enter_test(actor=actor, encounter_id=encounter_id, order_id=order.id, kit_id=kits[0].id, value=value)
            done.add(order.id)
    return done


def _found(test: OfficeTest, words: str) -> str:
    """What a story says was found, as the test answers; nothing if it says none of it."""
    if test.said.scale is Scale.QUALITATIVE:
        return next((one for one in test.said.answers if one in words.lower()), "")
    numbers = NUMBER.findall(re.sub(r"A1c", "", words))
    return numbers[0] if numbers else ""


def sign_at_visit(actor: Actor, encounter_id: UUID) -> None:
    """The provider sees what was found before the visit ends."""
    for report in open_reports(actor):
        if report.encounter_id == encounter_id:
            sign_report(actor=actor, report_id=report.id, seen_version=report.version)
