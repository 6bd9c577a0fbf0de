"""The world of the kill tests, made in a data folder of its own, and what its writers need to know, as JSON.

A program: ``python -m tests.faults.small_office``, in the environment of that data folder.
"""

import json
import sys
from datetime import UTC, date, datetime, time, timedelta

from medoffice.config.server import database

PEOPLE, CLAIMS, DAYS, DEBTORS = 150, 40, 120, 80


def main() -> None:
    """Make the world and print what is in it."""
    with database():
        from django.conf import settings

        from medoffice.kernel.worlds import catalog, current

        catalog.create("practice", "training")
        with current.use("practice"):
            json.dump(
                _fill() | {"session": settings.SESSION_COOKIE_NAME, "csrf": settings.CSRF_COOKIE_NAME}, sys.stdout
            )


def _fill() -> dict[str, object]:
    from medoffice.exchange.simulators.payer.api import Knobs, open_book
    from medoffice.front_office.scheduling.api import define_visit_type
    from medoffice.front_office.scheduling.tests.makers import make_hours
    from medoffice.kernel.worlds.models import World
    from medoffice.records.patients.tests.makers import make_patient
    from medoffice.revenue.claims.tests.makers import make_place
    from medoffice.security.tests.makers import sign_in, signed_in
    from medoffice.security.types import PROGRAM

    place = make_place()
    make_hours(place.office.provider_id, place.office.site_id)
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    open_book([], [], Knobs())
    files = [_paid(place, number) for number in range(CLAIMS)]
    World.objects.update(kind="training")
    return {
        "provider": str(place.office.provider_id),
        "site": str(place.office.site_id),
        "people": [str(make_patient("Vale", f"Person{number:03d}")) for number in range(PEOPLE)],
        "debtors": [_debtor(place, number) for number in range(DEBTORS)],
        "times": _free_times(datetime.now(UTC).date()),
        "files": files,
        "desk": _cookie(signed_in("vega")),
        "provider_session": _cookie(sign_in("okafor")),
    }


def _debtor(place: object, number: int) -> str:
    """Somebody without insurance who owes for a visit."""
    from medoffice.records.patients.tests.makers import make_patient
    from medoffice.revenue.billing.tests.makers import make_charges
    from medoffice.revenue.claims.tests.makers import Place

    assert isinstance(place, Place)
    patient_id = make_patient("Quist", f"Debtor{number:03d}")
    make_charges(place.office, patient_id, "shot")
    return str(patient_id)


def _paid(place: object, number: int) -> dict[str, str]:
    """A claim that was sent, and the file in which its payer pays it."""
    from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
    from medoffice.revenue.claims.tests.makers import Place, advice, interchange

    assert isinstance(place, Place)
    place.visits.clear()
    place.claims.clear()
    place.visit("visit")
    decided = claim("A", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30"))
    trace = f"KILL{number:03d}"
    data = interchange(advice(decided.format(**place.names()), trace=trace, amount="120"), control=number + 1)
    return {"trace": trace, "data": data.decode()}


def _free_times(today: date) -> list[str]:
    """Times of the office's hours from next month on, each on its own."""
    from zoneinfo import ZoneInfo

    zone, found = ZoneInfo("America/Chicago"), []
    for day in (today + timedelta(days=30 + number) for number in range(DAYS)):
        if day.weekday() < 5:
            for hour in (8, 9, 10, 11, 13, 14, 15, 16):
                for minute in (0, 20, 40):
                    starts = datetime.combine(day, time(hour, minute), zone).astimezone(UTC)
                    found.append(starts.isoformat())
    return found


def _cookie(client: object) -> str:
    from django.conf import settings
    from django.test import Client

    assert isinstance(client, Client)
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


if __name__ == "__main__":
    main()
