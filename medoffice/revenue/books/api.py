"""What other rooms may use of the books."""

from medoffice.revenue.books.actions.make_deposit import make_deposit
from medoffice.revenue.books.actions.nightly_proof import nightly_proof
from medoffice.revenue.books.queries import (
    day_sheet,
    deposits,
    latest_proofs,
    proofs,
    to_be_deposited,
)

__all__ = [
    "day_sheet",
    "deposits",
    "latest_proofs",
    "make_deposit",
    "nightly_proof",
    "proofs",
    "to_be_deposited",
]
