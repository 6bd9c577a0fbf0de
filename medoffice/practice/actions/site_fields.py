"""What is stored of a site, checked; shared by adding and correcting."""

from zoneinfo import available_timezones

from medoffice.practice.actions.refusing import needed, refuse_wrong
from medoffice.practice.rules.identifiers import npi_words
from medoffice.practice.types import Address


def site_columns(name: str, zone: str, phone: str, address: Address, npi: str, place_of_service: str) -> dict[str, str]:
    """The columns of a site. Raises Invalid per field."""
    zones = "" if zone in available_timezones() else f"{zone} is not a time zone; one is America/Chicago."
    refuse_wrong("site-incomplete", name=needed(name), zone=zones, npi=npi_words(npi))
    return {
        "name": name.strip(),
        "zone": zone,
        "phone": phone,
        "npi": npi,
        "place_of_service": place_of_service,
        **address_columns(address),
    }


def address_columns(address: Address) -> dict[str, str]:
    """The columns of an address."""
    return {
        "line1": address.line1,
        "line2": address.line2,
        "city": address.city,
        "state": address.state,
        "zip": address.zip,
    }
