"""Take pharmacies into the directory."""

from collections.abc import Iterable
from itertools import islice

from medoffice.clinic.prescriptions.models import Pharmacy
from medoffice.clinic.prescriptions.types.pharmacies import Taken
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.rows import new_row
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.nppes.api import PharmacyRow

_BATCH = 1000
_ALWAYS = ("name", "taxonomy", "line1", "line2", "city", "state", "zip")
_IF_SAID = ("phone", "fax", "hours", "ncpdp")  # what the office knows better is not taken away by a blank


@action("pharmacies.keep")
def take_pharmacies(*, actor: Actor, rows: Iterable[PharmacyRow], source: str) -> Taken:
    """New ones are added, known ones (by NPI) follow the file, those whose NPI holds no more are offered no more.

    Taking the same file again changes nothing. Raises Invalid without a source.
    """
    if not source.strip():
        raise Invalid("source-missing", "Say where the file is from.", "")
    new = changed = closed = 0
    waiting = iter(rows)
    while some := list(islice(waiting, _BATCH)):
        told = {one.npi: one for one in some}
        known = {row.npi: row for row in Pharmacy.objects.select_for_update().filter(npi__in=told)}
        fresh = [_new(one, source) for one in told.values() if one.npi not in known and not one.closed]
        Pharmacy.objects.bulk_create(fresh)
        follows = [row for row in known.values() if _follow(actor, row, told[row.npi])]
        fields = [*_ALWAYS, *_IF_SAID, "used", "version", "changed_by", "changed_at"]
        Pharmacy.objects.bulk_update(follows, fields)
        new, closed = new + len(fresh), closed + sum(not row.used for row in follows)
        changed += sum(row.used for row in follows)
    record("pharmacies", None, new=new, changed=changed, closed=closed)
    return Taken(new, changed, closed)


def _new(one: PharmacyRow, source: str) -> Pharmacy:
    said = {name: getattr(one, name) for name in (*_ALWAYS, *_IF_SAID)}
    return new_row(Pharmacy, npi=one.npi, source=source.strip()[:80], **said)


def _follow(actor: Actor, row: Pharmacy, told: PharmacyRow) -> bool:
    """Make the row as it is told; whether that changed anything."""
    wanted = {name: getattr(told, name) for name in _ALWAYS} | {"used": not told.closed}
    wanted |= {name: said for name in _IF_SAID if (said := getattr(told, name))}
    if all(getattr(row, name) == said for name, said in wanted.items()):
        return False
    for name, said in wanted.items():
        setattr(row, name, said)
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    return True
