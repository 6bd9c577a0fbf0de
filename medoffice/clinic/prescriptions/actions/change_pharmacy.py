"""Mend what the directory says of a pharmacy: its numbers and hours."""

from uuid import UUID

from medoffice.clinic.prescriptions.models import Pharmacy
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_DIGITS, _WIRE_DIGITS = 10, 7


@action("pharmacies.mend")
def change_pharmacy(
    *,
    actor: Actor,
    pharmacy_id: UUID,
    phone: str,
    fax: str,
    hours: str,
    used: bool,
    seen_version: int,
    wire: str | None = None,
) -> None:
    """Its telephone, fax and hours, whether it is still offered, and its number on the wire ("": it takes none so).

    Raises NotFound, Invalid by field, Conflict.
    """
    row = Pharmacy.objects.select_for_update().filter(id=pharmacy_id).first()
    if row is None:
        raise NotFound
    if row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} changed it meanwhile.", "Read it again, then change it.")
    numbers = {name: "".join(filter(str.isdigit, said)) for name, said in (("phone", phone), ("fax", fax))}
    wrong = {name: ["Ten digits."] for name, digits in numbers.items() if digits and len(digits) != _DIGITS}
    address = row.wire if wire is None else "".join(filter(str.isdigit, wire))
    if address and len(address) != _WIRE_DIGITS:
        wrong["wire"] = ["Seven digits."]
    elif address and Pharmacy.objects.filter(wire=address).exclude(id=row.id).exists():
        wrong["wire"] = ["Another pharmacy has this number."]
    if wrong:
        raise Invalid("pharmacy-odd", "Some fields need another look.", "", {"fields": wrong})
    row.phone, row.fax, row.hours, row.used = numbers["phone"], numbers["fax"], hours.strip()[:160], used
    row.wire = address
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()
    record("pharmacy", row.id)
