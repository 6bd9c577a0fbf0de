"""The main screens, who looks at them, and their budgets (``budgets.toml``): how each is asked for and counted."""

import time
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

BUDGETS = Path(__file__).resolve().parent / "budgets.toml"


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its address (with names of things in braces), who looks, what is posted, and what it may cost."""

    name: str
    path: str
    who: str
    statements: int
    cpu_ms: int
    post: Mapping[str, str] = field(default_factory=dict)


def screens() -> list[Screen]:
    """All screens with their budgets, as committed."""
    return [Screen(name, **told) for name, told in tomllib.loads(BUDGETS.read_text(encoding="utf-8")).items()]


def things() -> dict[str, str]:
    """Ids for the addresses, from the current demo world: of the patient with the most claims, of those who called."""
    from collections import Counter
    from zoneinfo import ZoneInfo

    from medoffice.front_office.calls.api import calls_of
    from medoffice.front_office.scheduling.api import appointments_on
    from medoffice.front_office.scheduling.types import AppointmentState
    from medoffice.kernel import clock
    from medoffice.practice.api import sites
    from medoffice.revenue.authorizations.api import open_authorizations
    from medoffice.revenue.claims.api import claims_in, decisions_in, remittances_posted
    from medoffice.revenue.claims.types import ClaimState
    from medoffice.security.types import PROGRAM

    claims = claims_in(PROGRAM, [ClaimState.PAID], limit=10_000)
    by_claims = (who for who, _ in Counter(claim.patient_id for claim in claims).most_common())
    patient, called = next((who, calls[0]) for who in by_claims if (calls := calls_of(PROGRAM, who)))
    claim = next(claim for claim in claims if claim.patient_id == patient)
    remit = max(remittances_posted(), key=lambda one: len(decisions_in(one.id)))
    zone = sites()[0].zone
    today = clock.today(ZoneInfo(zone))
    due = [one for one in appointments_on(PROGRAM, None, today, zone) if one.state is AppointmentState.BOOKED]
    return {
        "patient": str(patient),
        "claim": str(claim.id),
        "encounter": str(claim.encounter_id),
        "charge": str(claim.lines[0].charge_id),
        "remittance": str(remit.id),
        "appointment": str(due[0].id),
        "call": str(called.id),
        "authorization": str(open_authorizations(PROGRAM)[0].id),
    }


def browser(who: str) -> "Client":
    """A browser in which somebody of the demo office is signed in."""
    from django.conf import settings
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    answer = client.post("/security/sign-in/", {"username": who, "password": settings.DEMO_PASSWORD})
    if answer.status_code != 302:
        raise RuntimeError(f"{who} cannot sign in")
    return client


def ask(client: "Client", screen: Screen, ids: Mapping[str, str]) -> int:
    """Ask for the screen, which must come, and return how many statements the database was given for it."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    path = screen.path.format(**ids)
    with CaptureQueriesContext(connection) as told:
        answer = client.post(path, screen.post) if screen.post else client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{screen.name}: {path} answered {answer.status_code}")
    return len(told)


def cpu_ms(client: "Client", screen: Screen, ids: Mapping[str, str], times: int = 7) -> float:
    """The least CPU milliseconds of this process for the screen, of a few times."""
    best, path = float("inf"), screen.path.format(**ids)
    for _ in range(times):
        began = time.process_time()
        client.post(path, screen.post) if screen.post else client.get(path)
        best = min(best, time.process_time() - began)
    return best * 1000
