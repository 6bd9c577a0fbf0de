"""Each morning: a schedule of vaccines that is old, or will be soon, is put before somebody."""

from uuid import NAMESPACE_URL, uuid5

from medoffice.clinic.immunizations.queries.plans import schedule
from medoffice.clinic.immunizations.rules.planning import ends
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.cdsi.types import Schedule

OLD = "vaccine-schedule-old"


@action("vaccines.tell")
def tell_old(*, actor: Actor) -> None:
    """Open the work for the release that speaks, once, if a season has come round that it does not know."""
    release = schedule()
    if told := ends(release, today_here()):
        title = f"{told} Take in the next release: medoffice import cdsi FILE"
        open_work(actor=actor, kind=OLD, title=title, ref=release_ref(release), key=f"CDSi {release.version}")
    record("vaccine_schedule", None, old=bool(told))


def release_ref(release: Schedule) -> Ref:
    """What the work about a release is about; the one that comes with the program has no row."""
    return Ref("vaccine_schedule", uuid5(NAMESPACE_URL, f"cdsi {release.version} {release.released}"))
