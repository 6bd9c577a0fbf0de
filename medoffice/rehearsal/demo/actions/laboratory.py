"""The laboratory of the demo office: tests that are ordered, and what it makes of them: most plain, some not."""

from datetime import date, timedelta

from medoffice.clinic.orders.api import (
    cancel_requisition,
    import_tests,
    keep_laboratory,
    laboratories,
    open_requisitions,
    order_tests,
    save_order_set,
)
from medoffice.clinic.orders.types import Asked, LabTest
from medoffice.clinic.results.api import open_reports, return_message, sign_report, tray
from medoffice.exchange.simulators.lab.api import set_mood
from medoffice.exchange.simulators.lab.types import LabMood
from medoffice.kernel import clock
from medoffice.kernel.jobs import run_due
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import Encounter, Stage
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.security.api import can
from medoffice.security.types import PROGRAM

PLACE, SIGNER, SORTER = "main", "okafor", "farrow"
NAME = "Prairie State Laboratory"
# Invented codes of an invented laboratory.
TESTS = (
    LabTest("1001", "Metabolic panel", "serum", fasting=True),
    LabTest("1002", "Lipid panel", "serum", fasting=True),
    LabTest("1003", "Thyrotropin", "serum"),
    LabTest("1004", "Blood count", "whole blood"),
)
HABITS = (("partial", 20), ("corrected", 15), ("numberless", 10), ("stranger", 10), ("twice", 10), ("cancelled", 5),
          ("silent", 5), ("late", 5), ("critical", 5))  # fmt: skip
WHY = ("Z00.00",)


def laboratory_of_day(scene: Scene, on: date, *, orders: int = 6) -> Script:
    """Tests for some of those who were seen; what comes is signed the next morning, the last ends are tied up."""
    zone = scene.riverbend.office.zone
    yield at(on, 16, 45, zone)
    order_some(scene, on, orders)
    for hours in (1, 5, 12):
        yield at(on, 17, 0, zone) + timedelta(hours=hours)
        run_due()
    yield at(on + timedelta(days=1), 8, 30, zone)
    run_due()
    _look_through(scene)
    yield at(on + timedelta(days=4), 9, 0, zone)
    run_due()
    _tie_up(scene)


def laboratory_of_weeks(scene: Scene, today: date) -> Script:
    """Orders of three days; what came of the last waits to be signed, and one result waits for whose it is."""
    zone = scene.riverbend.office.zone
    days = [one for back in range(12, 0, -1) if (one := today - timedelta(days=back)).weekday() < 5]
    for on in (days[0], days[len(days) // 2], days[-1]):
        yield at(on, 16, 45, zone)
        order_some(scene, on, 4)
        for hours in (1, 5, 12):
            yield at(on, 17, 0, zone) + timedelta(hours=hours)
            run_due()
        if on is not days[-1]:
            yield at(on + timedelta(days=1), 8, 30, zone)
            _look_through(scene)


def order_some(scene: Scene, on: date, orders: int) -> None:
    """Tests for so many of those whom Dr Okafor may order for."""
    signer = scene.riverbend.actors[SIGNER]
    lab = next((one.id for one in laboratories()), None)
    if lab is None:
        lab = keep_laboratory(
            actor=PROGRAM, name=NAME, phone="217-555-0190", application="LIS", facility="SIMLAB", account="RB-17",
            door="simulator", hours=72,
        )  # fmt: skip
        import_tests(actor=PROGRAM, laboratory_id=lab, tests=TESTS)
        save_order_set(actor=signer, name="Yearly", laboratory_id=lab, codes=("1001", "1002"))
        save_order_set(actor=signer, name="Thyroid", laboratory_id=lab, codes=("1003",), standing=True)
        set_mood(LabMood(seed=scene.seed, habits=HABITS))
    for place, visit in enumerate(_seen(scene, on)[:orders]):
        codes = ("1001", "1002") if place % 2 else (TESTS[place % len(TESTS)].code,)
        order_tests(
            actor=signer, encounter_id=visit.id, laboratory_id=lab, asked=Asked(codes, WHY, fasting=place % 2 == 1)
        )
    run_due()


def _look_through(scene: Scene) -> None:
    """The provider signs what is there; what is nobody's goes back."""
    signer, sorter = scene.riverbend.actors[SIGNER], scene.riverbend.actors[SORTER]
    for report in open_reports(signer):
        sign_report(actor=signer, report_id=report.id, seen_version=report.version)
    for waiting in tray(sorter):
        return_message(
            actor=sorter, message_id=waiting.message.id, seen_version=waiting.message.version,
            told="Ms Bell at the laboratory, by telephone",
        )  # fmt: skip


def _tie_up(scene: Scene) -> None:
    """What came since is signed; what the laboratory never answered is cancelled there by telephone."""
    _look_through(scene)
    for one in open_requisitions(PROGRAM):
        if one.due_at is not None and one.due_at <= clock.now():
            cancel_requisition(
                actor=scene.riverbend.actors[SIGNER], requisition_id=one.id, seen_version=one.version,
                why="the laboratory has no specimen; ordered again at the next visit",
            )  # fmt: skip


def _seen(scene: Scene, on: date) -> list[Encounter]:
    """Those seen that day for whom the provider may order and the office may send."""
    signer = scene.riverbend.actors[SIGNER]
    found = [
        one
        for one in encounters_on(scene.riverbend.sites[PLACE], on)
        if one.stage is Stage.FINISHED
        and can(signer, "orders.place", one.patient_id, one.id)
        and can(PROGRAM, "orders.send", one.patient_id, one.id)
    ]
    return sorted(found, key=lambda one: (one.provider_id != scene.riverbend.staff[SIGNER], one.started_at))
