"""Fetch what waits elsewhere; it is answered when it is committed here."""

from medoffice.clinic.results.actions.receive import receive
from medoffice.clinic.results.offers import sources
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.security.api import acts_of_their_own
from medoffice.security.types import Actor


def fetch_all(*, actor: Actor) -> int:
    """Take in what the source of this world has; returns how much. After a crash in between it comes again."""
    source = sources.get("folder" if current.kind() == "practice" else "simulator")
    if source is None:
        return 0
    found = 0
    with acts_of_their_own():
        try:
            for key, arrived in source.waiting():
                (answer,) = receive(actor=actor, arrived=(arrived,))
                source.fetched(key, answer)
                found += 1
        except Refusal:
            return found  # it does not answer; the next look comes by itself
    return found
