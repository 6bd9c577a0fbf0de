"""Let the background work that was given up be tried again, once its cause is mended."""

from medoffice.kernel import jobs
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.watch")
def try_jobs_again(*, actor: Actor) -> int:
    """Everything that was given up, jobs and facts, may run again with all its tries; returns how many."""
    again = jobs.try_again()
    record("jobs", again=again)
    return again
