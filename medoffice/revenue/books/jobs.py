"""Background work of the books: the nightly proof. After missed nights one proof is enough: it proves the present."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily
from medoffice.revenue.books.actions.nightly_proof import nightly_proof
from medoffice.security.types import PROGRAM


@job("books.proof", retry=Retry(5, first=timedelta(minutes=5)), due=daily("01:30"))
def prove() -> None:
    """Prove that everything agrees; what does not becomes work."""
    nightly_proof(actor=PROGRAM)
