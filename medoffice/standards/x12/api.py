"""The X12 engine's public functions. Nouns are in ``types``; nothing else of this package is for other code."""

from medoffice.standards.x12.acks import read_999, read_ta1, write_999, write_ta1
from medoffice.standards.x12.balance import balance_835, balance_837, balance_claim
from medoffice.standards.x12.check import check_bytes, file_as_json
from medoffice.standards.x12.eligibility import read_270, read_271
from medoffice.standards.x12.eligibility_write import write_270, write_271
from medoffice.standards.x12.fold import fold_name, fold_value
from medoffice.standards.x12.professional import claims_by_transaction, read_837p
from medoffice.standards.x12.professional_write import write_837p
from medoffice.standards.x12.remittance import read_835, read_advices
from medoffice.standards.x12.remittance_write import write_835
from medoffice.standards.x12.respond import acknowledge
from medoffice.standards.x12.show import show_bytes, show_text
from medoffice.standards.x12.status import read_277ca, write_277ca
from medoffice.standards.x12.tokens import Delimiters, Transaction, read_transactions
from medoffice.standards.x12.values import UnwritableError

__all__ = [
    "Delimiters",
    "Transaction",
    "UnwritableError",
    "acknowledge",
    "balance_835",
    "balance_837",
    "balance_claim",
    "check_bytes",
    "claims_by_transaction",
    "file_as_json",
    "fold_name",
    "fold_value",
    "read_270",
    "read_271",
    "read_277ca",
    "read_835",
    "read_837p",
    "read_999",
    "read_advices",
    "read_ta1",
    "read_transactions",
    "show_bytes",
    "show_text",
    "write_270",
    "write_271",
    "write_277ca",
    "write_835",
    "write_837p",
    "write_999",
    "write_ta1",
]
