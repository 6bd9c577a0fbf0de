"""Each morning: a schedule of vaccines that is old, or will be soon, is put before somebody."""

from uuid import NAMESPACE_URL, uuid5

from medoffice.clinic.immunizations.queries.plans import schedule
from medoffice.clinic.immunizations.rules.planning import ends, old_from
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, today_here, work_was_opened
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.cdsi.types import Schedule

OLD = "vaccine-schedule-old"


@action("vaccines.tell")
def tell_old(*, actor: Actor) -> None:
    """Open the work for the release that speaks if a season has come round that it does not know, or will soon: once
    each, also when somebody is done with it.
    """
    release, today = schedule(), today_here()
    key = f"CDSi {release.version} {'old' if today >= old_from(release) else 'soon'}"
    if (told := ends(release, today)) and not work_was_opened(OLD, key):
        ref = release_ref(release)
        finish_work_about(actor=actor, ref=ref, outcome="It is old by now.", kind=OLD)
        title = f"{told} Take in the next release: medoffice import cdsi FILE"
        open_work(actor=actor, kind=OLD, title=title, ref=ref, key=key)
    record("vaccine_schedule", None, old=bool(told))


def release_ref(release: Schedule) -> Ref:
    """What the work about a release is about; the one that comes with the program has no row."""
    return Ref("vaccine_schedule", uuid5(NAMESPACE_URL, f"cdsi {release.version} {release.released}"))
