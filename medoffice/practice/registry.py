"""What later rooms put into the practice: kinds of work, and what a new office enters first; and its place in the rail.

A kind of work says what an inbound thing is called, whose queue it lands in, and when it is due; the queue itself is
one for the whole office.
"""

from collections.abc import Sequence

from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.registries import Registry
from medoffice.practice.types import SetUpStep, WorkKind
from medoffice.ui.navigation import NavItem, register_navigation

work_kinds: Registry[WorkKind] = Registry("work kind")
set_up_steps: Registry[SetUpStep] = Registry("set-up step")
register_navigation(NavItem("practice", "Office", "practice:set-up", "practice.set_up", 85))


def register_work_kind(kind: WorkKind) -> None:
    """Make a kind of work known; called from a room's ``registry.py``."""
    work_kinds.register(kind.key, kind)


def _work() -> Sequence[Checked]:
    from medoffice.practice.queries import work_check  # the queries read the kinds above

    return work_check()


register_check("work", _work)


def register_set_up_step(step: SetUpStep) -> None:
    """Add a step to the set-up of a new office; called from a room's ``registry.py``, in the order of the floors."""
    set_up_steps.register(step.key, step)


def _sites() -> str:
    from medoffice.practice.queries import sites

    return ", ".join(site.name for site in sites())


def _office() -> str:
    from medoffice.practice.queries import practice, practice_is_set_up

    return practice().name if practice_is_set_up() else ""


def _staff() -> str:
    from medoffice.practice.queries import staff

    return ", ".join(member.name for member in staff() if member.is_provider)


def _hours() -> str:
    from medoffice.practice.queries import all_hours, providers

    return ", ".join(member.name for member in providers() if all_hours(member.id))


def _payers() -> str:
    from medoffice.practice.queries import payers

    return ", ".join(payer.name for payer in payers())


for _step in (
    SetUpStep("office", "The office", "Who bills: its legal name, NPI and tax id.", "practice:office", _office),
    SetUpStep("sites", "Sites and rooms", "Where patients are seen.", "practice:sites", _sites),
    SetUpStep("staff", "Staff", "Who works here; at least one provider.", "practice:staff", _staff),
    SetUpStep("hours", "Hours", "When providers work; open a provider to enter them.", "practice:staff", _hours),
    SetUpStep("payers", "Payers", "Whose insurance the office takes.", "practice:payers", _payers),
):
    register_set_up_step(_step)
