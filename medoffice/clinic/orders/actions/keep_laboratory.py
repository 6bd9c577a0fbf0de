"""Set laboratories up: what they are called, what they offer, what is ordered together."""

from uuid import UUID

from medoffice.clinic.orders.models import Laboratory, LabTest, OrderSet
from medoffice.clinic.orders.types import LabTest as Test
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import key_for
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("orders.set_up")
def keep_laboratory(
    *,
    actor: Actor,
    name: str,
    phone: str = "",
    application: str = "",
    facility: str = "",
    account: str = "",
    door: str = "",
    host: str = "",
    port: int = 0,
    old: bool = False,
    hours: int = 72,
    quiet_hours: int = 18,
    used: bool = True,
    laboratory_id: UUID | None = None,
) -> UUID:
    """Add a laboratory, or change one. Raises Invalid without a name, or for a wire without an address."""
    wrong: dict[str, list[str]] = {}
    if not name.strip():
        wrong["name"] = ["This is needed."]
    if door == "mllp" and (not host.strip() or not 0 < port < 65_536):
        wrong["host"] = ["Say the address and the port."]
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    told = {
        "name": name.strip(), "phone": phone, "application": application, "facility": facility, "account": account,
        "door": door, "host": host.strip(), "port": port, "old": old, "hours": max(1, hours), "used": used,
        "quiet_hours": max(0, quiet_hours),
        "changed_at": clock.now(), "changed_by": actor.name,
    }  # fmt: skip
    taken = set(Laboratory.objects.values_list("key", flat=True))
    key = laboratory_id or new_id()
    row, _ = Laboratory.objects.update_or_create(
        id=key, defaults=told, create_defaults={**told, "key": key_for(name, taken, "laboratory")}
    )
    record("laboratory", row.id, used=used)
    return row.id


@action("orders.set_up")
def import_tests(*, actor: Actor, laboratory_id: UUID, tests: tuple[Test, ...]) -> int:
    """Take in a laboratory's compendium whole: what is not in it is offered no more. Raises Invalid for none."""
    if not tests:
        raise Invalid("no-tests", "There is no test in it.", "", {"fields": {"text": ["There is no test in it."]}})
    LabTest.objects.filter(laboratory_id=laboratory_id).update(used=False)
    rows = [
        LabTest(
            id=new_id(), laboratory_id=laboratory_id, code=one.code, words=one.words, specimen=one.specimen,
            fasting=one.fasting, asks=list(one.asks), loinc=one.loinc, billed=list(one.billed), used=True,
        )
        for one in {test.code: test for test in tests}.values()
    ]  # fmt: skip
    LabTest.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["laboratory", "code"],
        update_fields=["words", "specimen", "fasting", "asks", "loinc", "billed", "used"],
    )  # fmt: skip
    record("laboratory", laboratory_id, tests=len(rows))
    return len(rows)


@action("orders.set_up")
def save_order_set(
    *, actor: Actor, name: str, laboratory_id: UUID, codes: tuple[str, ...], standing: bool = False
) -> str:
    """Keep tests that are ordered together. Raises Invalid for tests the laboratory does not offer."""
    offered = set(LabTest.objects.filter(laboratory_id=laboratory_id, used=True).values_list("code", flat=True))
    if not name.strip() or not codes or not offered.issuperset(codes):
        words = "Give it a name and tests that the laboratory offers."
        raise Invalid("not-acceptable", words, "", {"fields": {"codes": [words]}})
    key = key_for(name, (), "set")
    told = {"name": name.strip()[:80], "laboratory_id": laboratory_id, "codes": list(codes), "standing": standing}
    OrderSet.objects.update_or_create(key=key, defaults={**told, "kept_by": actor.name})
    record("order set", None, key=key, standing=standing)
    return key
