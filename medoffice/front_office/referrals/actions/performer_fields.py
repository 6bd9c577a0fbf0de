"""What is written of somebody outside, as the columns hold it."""

from typing import Any
from uuid import UUID

from medoffice.front_office.referrals.models import Performer
from medoffice.kernel.ids import npi_is_valid
from medoffice.kernel.refusals import Invalid
from medoffice.practice.types import Address


def columns_of(own: UUID | None, *, npi: str, address: Address, **texts: str) -> dict[str, Any]:
    """The columns. Raises Invalid without a name or specialty, or for an NPI that is none or another's."""
    said = {name: text.strip() for name, text in texts.items()}
    wrong = {name: ["This is needed."] for name in ("name", "specialty") if not said[name]}
    number = npi.strip()
    if number and not npi_is_valid(number):
        wrong["npi"] = ["This is no NPI: ten digits, the last of which checks the others."]
    elif number and set(Performer.objects.filter(npi=number).values_list("id", flat=True)) - {own}:
        wrong["npi"] = ["Somebody with this NPI is in the directory."]
    if wrong:
        raise Invalid("performer-odd", "Some fields need another look.", "", {"fields": wrong})
    where = {name: getattr(address, name).strip() for name in ("line1", "line2", "city", "state")}
    return {**said, **where, "zip": address.zip.replace("-", "").strip(), "npi": number}
