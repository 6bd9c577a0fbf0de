"""Checks: everything that must be true of an office, each said by the room whose truth it is.

A room registers one function that looks and answers what it looked at and what it found; ``medoffice check`` asks them
all. Checks only read. A check that breaks is a failed check, never an end of the checking.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from medoffice.kernel.findings import Finding, has_errors
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.registries import Registry

log = logging.getLogger(__name__)
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that must be true: its name, what was looked at, what was found, in words, and what stands against it.

    It holds unless a finding is an error; warnings are for a person to look at.
    """

    key: str
    looks: str
    found: str
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether it holds."""
        return not has_errors(self.findings)


Check = Callable[[], Sequence[Checked]]


@dataclass(frozen=True, slots=True)
class Registered:
    """A check and whether it looks into a world (else at the installation, once)."""

    look: Check
    of_world: bool


checks: Registry[Registered] = Registry("check")


def register_check(key: str, look: Check, *, of_world: bool = True) -> None:
    """Say what must be true; called from a room's ``registry.py``."""
    checks.register(key, Registered(look, of_world))


def run_checks(*, of_world: bool) -> Iterator[Checked]:
    """Look at everything registered, in the current world or at the installation."""
    for key, check in checks.items():
        if check.of_world == of_world:
            yield from _looked(key, check.look)


def first_of(findings: Iterable[Finding], all_of_them: int) -> tuple[Finding, ...]:
    """The first findings of many, and how many more there are: nobody reads ten thousand lines of the same."""
    shown = tuple(finding for finding, _ in zip(findings, range(SHOWN), strict=False))
    left = all_of_them - len(shown)
    if left <= 0 or not shown:
        return shown
    return (*shown, Finding("and-more", shown[-1].where, f"and {left} more of the same.", shown[-1].severity))


def _looked(key: str, look: Check) -> Sequence[Checked]:
    try:
        return look()
    except Refusal as refusal:
        words = f"{refusal.words} {refusal.fix}".strip()
        return [Checked(key, key, "could not be checked", (Finding(refusal.code, key, words),))]
    except Exception as error:
        log.exception("check %s broke", key)
        words = f"The check itself failed ({type(error).__name__}); the log has the details."
        return [Checked(key, key, "could not be checked", (Finding("check-broke", key, words),))]
