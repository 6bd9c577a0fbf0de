"""Define a service of the office and the code it bills for it from a date on."""

from datetime import date, timedelta
from uuid import UUID

from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import key_for
from medoffice.revenue.coding.models import OfficeService
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.set_up")
def define_service(
    *,
    actor: Actor,
    key: str = "",
    code: str,
    words: str,
    kind: str,
    placeholder: bool,
    valid_from: date,
    valid_to: date | None = None,
) -> UUID:
    """Define from a date on; an open earlier definition ends the day before. A new one gets its key from its words.

    Raises Invalid for a shapeless code.
    """
    if len(code) != 5 or not code.isalnum():
        raise Invalid("code-shape", f"{code} is not a five-character service code.", "Look at your code file.")
    key = key or key_for(words, set(OfficeService.objects.values_list("key", flat=True)), "service")
    earlier = OfficeService.objects.filter(key=key, valid_to=None, valid_from__lt=valid_from)
    earlier.update(valid_to=valid_from - timedelta(days=1))
    row, _ = OfficeService.objects.update_or_create(
        key=key,
        valid_from=valid_from,
        defaults={"code": code, "words": words, "kind": kind, "placeholder": placeholder, "valid_to": valid_to},
    )
    record("office_service", row.id, key=key, code=code)
    return row.id
