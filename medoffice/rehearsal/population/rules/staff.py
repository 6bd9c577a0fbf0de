"""The demo office, Riverbend Family Medicine: two sites, six providers, twenty people. All fictitious.

National Provider Identifiers begin with 1999 and pass the check digit (45 CFR 162.406: ten digits, the last a check).
"""

from datetime import time

from medoffice.kernel.ids import npi_from
from medoffice.rehearsal.population.types import HomeAddress, Hours, Office, Site, StaffMember

ALL_ROLES = (
    "owner manager receptionist secretary medical_assistant nurse provider transcriptionist coder biller bookkeeper "
    "privacy_officer specialist"
)

# key, name, family name, credentials, roles, site, provider's number (0: sees nobody under an own NPI)
PEOPLE: tuple[tuple[str, str, str, str, str, str, int], ...] = (
    ("okafor", "Dr. Amara Okafor", "Okafor", "MD", "provider owner", "main", 1),
    ("singh", "Dr. Harpreet Singh", "Singh", "DO", "provider", "main", 2),
    ("lindqvist", "Dr. Maja Lindqvist", "Lindqvist", "MD", "provider", "main", 3),
    ("torres", "Rafael Torres", "Torres", "NP", "provider", "main", 4),
    ("whitaker", "Dr. June Whitaker", "Whitaker", "MD", "provider", "east", 5),
    ("bell", "Imani Bell", "Bell", "PA-C", "provider", "east", 6),
    ("ruiz", "Carmen Ruiz", "Ruiz", "RN", "nurse medical_assistant", "main", 0),
    ("hoang", "Minh Hoàng", "Hoàng", "CMA", "medical_assistant", "main", 0),
    ("peck", "Dana Peck", "Peck", "CMA", "medical_assistant", "east", 0),
    ("lind", "Astrid Lind", "Lind", "", "receptionist", "main", 0),
    ("osei", "Kwame Osei", "Osei", "", "receptionist", "east", 0),
    ("farrow", "Beth Farrow", "Farrow", "", "secretary", "main", 0),
    ("moreau", "Claire Moreau", "Moreau", "", "transcriptionist", "main", 0),
    ("abara", "Nneka Abara", "Abara", "CPC", "coder", "main", 0),
    ("chen", "Wei Chen", "Chen", "", "biller", "main", 0),
    ("novak", "Petra Novák", "Novák", "", "bookkeeper", "main", 0),
    ("petrov", "Irina Petrov", "Petrov", "", "manager", "main", 0),
    ("haddad", "Leila Haddad", "Haddad", "", "privacy_officer", "main", 0),
    ("vega", "Sol Vega", "Vega", "", ALL_ROLES, "main", 0),
    ("nox", "Nox", "Nox", "", "", "main", 0),
)

# The weekdays on which a provider does not work, and the hour lunch begins.
OFF = {"okafor": (), "singh": (), "lindqvist": (2,), "torres": (4,), "whitaker": (0,), "bell": (3,)}
LUNCH = {"okafor": 12, "singh": 12, "lindqvist": 13, "torres": 12, "whitaker": 12, "bell": 13}
PHONE = "(217) 555-0100"


def demo_office(providers: int = 6) -> Office:
    """Riverbend Family Medicine with its sites, rooms and staff; beyond six, providers that have only a number."""
    return Office(
        name="Riverbend Family Medicine",
        zone="America/Chicago",
        npi=npi_from("199900001"),
        phone=PHONE,
        sites=(
            _site("main", "Riverbend Main", "100 Ferry Street", "62799-0001", "199900011", 6),
            _site("east", "Riverbend East", "8 Orchard Road", "62798-0002", "199900012", 4),
        ),
        staff=(*(_member(*row) for row in PEOPLE), *(_further(number) for number in range(7, providers + 1))),
    )


def _site(key: str, name: str, line1: str, zip_code: str, nine_digits: str, rooms: int) -> Site:
    address = HomeAddress(line1, "", "Riverbend", "IL", zip_code)
    return Site(key, name, address, PHONE, npi_from(nine_digits), tuple(f"Room {n}" for n in range(1, rooms + 1)))


def _member(key: str, name: str, family: str, credentials: str, roles: str, site: str, number: int) -> StaffMember:
    npi = npi_from(f"19990010{number}") if number else ""
    return StaffMember(key, name, family, credentials, tuple(roles.split()), site, npi, _hours(key) if number else ())


def _further(number: int) -> StaffMember:
    """A provider of a bigger office than Riverbend is: known by a number, at one of the two sites."""
    name, site = f"Dr. Rivera {number}", "main" if number % 2 else "east"
    off, lunch = (number % 5,), 12 + number % 2
    npi = npi_from(f"19991{number:04d}")
    return StaffMember(
        f"provider-{number}", name, f"Rivera {number}", "MD", ("provider",), site, npi, _week(off, lunch)
    )


def _hours(key: str) -> tuple[Hours, ...]:
    """Eight to five with an hour of lunch, on the days the provider works."""
    return _week(OFF[key], LUNCH[key])


def _week(off: tuple[int, ...], lunch: int) -> tuple[Hours, ...]:
    return tuple(
        Hours(weekday, time(start), time(end))
        for weekday in range(5)
        if weekday not in off
        for start, end in ((8, lunch), (lunch + 1, 17))
    )
