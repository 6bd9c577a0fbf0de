"""The office that is loaded: started as an owner starts it, its people and names looked up, its writes read again."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.bench_start import free_port, until_first_page
from bench.load.journeys import SHARES, Floor
from bench.load.notebook import Written

WORLD = "demo"


def make(folder: Path, people: int, months: int) -> None:
    """A demo world of a size, written in bulk."""
    command = [sys.executable, "-m", "medoffice", "worlds", "create", WORLD, "--kind", "demo"]
    command += ["--people", str(people), "--months", str(months)]
    subprocess.run(command, env={**os.environ, "MEDOFFICE_DATA": str(folder)}, stdout=sys.stderr, check=True)


@contextmanager
def running(folder: Path) -> Iterator[tuple[int, int]]:
    """``medoffice run --demo`` on a data folder; its process and port."""
    port = free_port()
    environment = {**os.environ, "MEDOFFICE_DATA": str(folder)}
    command = [sys.executable, "-m", "medoffice", "run", "--demo", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as office:
        try:
            until_first_page(office, port)
            yield office.pid, port
        finally:
            office.send_signal(signal.SIGTERM)
            office.wait()


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """The office's world, current within the block, by the running program's database."""
    os.environ["MEDOFFICE_DATA"] = str(folder)
    from medoffice.config.server import database

    with database():
        from medoffice.kernel.worlds import current

        with current.use(WORLD):
            yield


def floor(seed: int) -> Floor:
    """Whom one may search for, and who sees patients. Within ``inside``."""
    from medoffice.practice.models import Staff
    from medoffice.records.encounters.models import Encounter
    from medoffice.records.patients.models import Patient

    names = list(Patient.objects.order_by("?").values_list("family", flat=True)[:500])
    seeing = {str(one) for one in Staff.objects.filter(user__roles__contains=["provider"]).values_list("id", flat=True)}
    visits = [str(one) for one in Encounter.objects.order_by("-id").values_list("id", flat=True)[100:300]]
    return Floor(names, sorted(seeing), random.Random(seed), visits=visits)


def cast(sessions: int) -> list[tuple[str, str, str]]:
    """Who sits where: role, sign-in name and staff id, for so many sessions. Within ``inside``."""
    from medoffice.practice.models import Staff

    people: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in Staff.objects.filter(user__is_active=True).select_related("user").order_by("user__username"):
        for role in one.user.roles:
            if len(one.user.roles) < 4:
                people[role].append((one.user.username, str(one.id)))
    wanted = [role for role, share in SHARES.items() for _ in range(share) if people[role]]
    chosen = [wanted[index * len(wanted) // sessions] for index in range(sessions)]
    seen: Counter[str] = Counter()
    seats = []
    for role in chosen:
        seats.append((role, *people[role][seen[role] % len(people[role])]))
        seen[role] += 1
    return seats


def lost(written: list[Written]) -> dict[str, int]:
    """Of each kind of write, how many that were acknowledged are not there exactly once. Within ``inside``."""
    missing: Counter[str] = Counter()
    for one, times in Counter(written).items():
        missing[one.kind] += _found(one) != times
    return {kind: missing[kind] for kind in sorted({one.kind for one in written})}


def _found(one: Written) -> int:
    from medoffice.clinic.charting.models import Note, VitalSigns
    from medoffice.front_office.calls.models import Call
    from medoffice.front_office.scheduling.models import Appointment
    from medoffice.records.encounters.models import Encounter
    from medoffice.revenue.billing.models import Charge, Receipt
    from medoffice.revenue.claims.models import ClaimEvent
    from medoffice.revenue.coding.models import CodedService, Diagnosis

    rows: dict[str, Any] = {
        "call": lambda: Call.objects.filter(reason=one.key),
        "closed": lambda: Call.objects.filter(reason=one.key, outcome="booked"),
        "appointment": lambda: Appointment.objects.filter(reason=one.key),
        "encounter": lambda: Encounter.objects.filter(reason=one.key),
        "vitals": lambda: VitalSigns.objects.filter(encounter=one.key, systolic=one.value),
        "note": lambda: Note.objects.filter(encounter=one.key, text=one.value, signed_at__isnull=False),
        "diagnosis": lambda: Diagnosis.objects.filter(coding__encounter=one.key),
        "service": lambda: CodedService.objects.filter(coding__encounter=one.key),
        "charge": lambda: Charge.objects.filter(encounter=one.key),
        "receipt": lambda: Receipt.objects.filter(patient=one.key, amount_cents=int(one.value)),
        "checked out": lambda: Encounter.objects.filter(id=one.key, stage="finished"),
        "claim note": lambda: ClaimEvent.objects.filter(words=f"Noted: {one.key}"),
    }
    return int(rows[one.kind]().count())
