"""Tell of laboratories that usually send and have gone silent; that ends by itself when they send again."""

from medoffice.clinic.results.queries.silence import heard
from medoffice.clinic.results.types import Heard
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, refs_waiting, work_was_opened
from medoffice.security.api import action, record
from medoffice.security.types import Actor

QUIET = "lab-quiet"


@action("results.receive")
def tell_quiet(*, actor: Actor) -> int:
    """Make work of each silence, once, while the office is open; end what has ended. Returns how many are silent.

    A silence that somebody has dealt with is not told again before the laboratory has sent something.
    """
    found, is_open = heard()
    silent = [one for one in found if one.silent]
    for one in silent if is_open else ():
        _tell(actor, one)
    silent_ids = {one.laboratory_id for one in silent}
    over = [about for _, about in refs_waiting(QUIET) if about not in silent_ids]
    for laboratory_id in over:
        finish_work_about(actor=actor, ref=Ref("laboratory", laboratory_id), outcome="heard again", kind=QUIET)
    record("laboratories", None, silent=len(silent), over=len(over))
    return len(silent)


def _tell(actor: Actor, one: Heard) -> None:
    key = f"{one.laboratory_id} {one.since:%Y%m%d%H%M%S%f}"
    if not work_was_opened(QUIET, key):
        open_work(
            actor=actor, kind=QUIET, title=f"{one.words}. Ask them."[:200], ref=Ref("laboratory", one.laboratory_id),
            key=key, priority=1,
        )  # fmt: skip
