"""Change an entry of a list of the telephone."""

from collections.abc import Mapping

from medoffice.front_office.calls.models import ListEntry
from medoffice.front_office.calls.queries.lists import lists
from medoffice.front_office.calls.rules.lists import FIELDS, faults
from medoffice.front_office.calls.types import ListName
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.set_up")
def change_list(*, actor: Actor, which: ListName, key: str, entry: Mapping[str, str], retired: bool = False) -> None:
    """Add an entry, change one (the office's or one that ships), or retire it. Raises Invalid per field.

    What ships comes back by not being retired any more; calls of before keep their kind and outcome.
    """
    named = key.strip().lower().replace(" ", "_")
    typed = {name: str(entry.get(name, "")).strip() for name in ("words", *(name for name, _ in FIELDS[which]))}
    wrong = faults(which, named, typed, lists().outcomes)
    if wrong:
        fields = {name: [why] for name, why in wrong.items()}
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": fields})
    if which is ListName.FLAGS:
        typed["since"] = today_here().isoformat()
    ListEntry.objects.update_or_create(
        which=which,
        key=named,
        defaults={"entry": typed, "retired": retired, "changed_by": actor.name, "changed_at": clock.now()},
    )
    record("call_list", list=which.value, key=named, retired=retired)
