"""Tell of laboratories that usually send and have gone silent; that ends by itself when they send again."""

from medoffice.clinic.results.queries.silence import heard
from medoffice.clinic.results.rules.silence import QUIET
from medoffice.clinic.results.types import Heard
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, refs_waiting, work_was_opened
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("results.receive")
def tell_quiet(*, actor: Actor) -> int:
    """Make work of each silence, once, while the office is open; end what has ended. Returns how many are silent.

    A silence that somebody has dealt with is not told again before the laboratory has sent something; of one that has
    never sent, before an order that went since then has waited too long.
    """
    found, is_open = heard()
    silent = [one for one in found if one.silent]
    for one in silent if is_open else ():
        _tell(actor, one)
    silent_ids, known = {one.laboratory_id for one in silent}, {one.laboratory_id: one for one in found}
    over = [about for _, about in refs_waiting(QUIET) if about not in silent_ids]
    for laboratory_id in over:
        outcome = _outcome(known.get(laboratory_id))
        finish_work_about(actor=actor, ref=Ref("laboratory", laboratory_id), outcome=outcome, kind=QUIET)
    record("laboratories", None, silent=len(silent), over=len(over))
    return len(silent)


def _key(one: Heard) -> str:
    """One silence: since it was last heard, or of one that never was, whatever waits for it."""
    return f"{one.laboratory_id} {one.last_at.strftime('%Y%m%d%H%M%S%f') if one.last_at else 'never'}"


def _outcome(one: Heard | None) -> str:
    if one is not None and one.last_at and not work_was_opened(QUIET, _key(one)):
        return "heard again"  # later than what was told
    if one is None or not one.after or one.last_at:
        return "not watched any more, or not so closely"
    return "nothing waits"


def _tell(actor: Actor, one: Heard) -> None:
    key = _key(one)
    if (one.last_at is None and not one.settled) or not work_was_opened(QUIET, key):
        open_work(
            actor=actor, kind=QUIET, title=f"{one.words}. Ask them."[:200], ref=Ref("laboratory", one.laboratory_id),
            key=key, priority=1,
        )  # fmt: skip
