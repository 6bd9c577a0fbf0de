"""What the practice registers: the check of its work queue, the first steps of a set-up, its place in the rail."""

from medoffice.kernel.checks import register_check
from medoffice.kernel.worlds.reports import register_report
from medoffice.practice.offers import register_set_up_step
from medoffice.practice.queries import (
    payers,
    practice,
    practice_is_set_up,
    sites,
    staff,
    work_check,
)
from medoffice.practice.types import SetUpStep
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation


def _sites() -> str:
    return ", ".join(site.name for site in sites())


def _office() -> str:
    return practice().name if practice_is_set_up() else ""


def _staff() -> str:
    return ", ".join(member.name for member in staff() if member.is_provider)


def _payers() -> str:
    return ", ".join(payer.name for payer in payers())


for _step in (
    SetUpStep("office", "The office", "Who bills: its legal name, NPI and tax id.", "practice:office", _office),
    SetUpStep("sites", "Sites and rooms", "Where patients are seen.", "practice:sites", _sites),
    SetUpStep("staff", "Staff", "Who works here; at least one provider.", "practice:staff", _staff),
    SetUpStep("payers", "Payers", "Whose insurance the office takes.", "practice:payers", _payers),
):
    register_set_up_step(_step)
register_check("work", work_check)
register_navigation(NavItem("practice", "Office", "practice:set-up", "practice.set_up", 85))
register_command(Command("Background work", "practice:jobs", "practice.watch"))
register_report("site", "A place where patients are seen", "SELECT id, key, name, zone FROM practice_site")
register_report(
    "provider",
    "Somebody who sees patients",
    "SELECT id, key, name, credentials FROM practice_staff WHERE is_provider",
)
register_report("payer", "Who pays claims", "SELECT id, key, name FROM practice_payer")
