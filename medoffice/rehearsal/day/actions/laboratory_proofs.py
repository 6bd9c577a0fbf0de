"""What must be true of laboratories, the office's own too: nothing that was asked or came is left without its end."""

from medoffice.clinic.orders.api import open_requisitions
from medoffice.clinic.results.api import filed_count, open_reports, tray
from medoffice.exchange.simulators.lab.api import taken
from medoffice.rehearsal.day.actions.office_lab_proofs import office_lab_proofs
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM


def laboratory_proofs() -> list[Proof]:
    """Each order went once, each result is signed or given back, nothing is waited for."""
    orders, reports = taken(), filed_count()
    open_orders, unsigned, nobodys = open_requisitions(PROGRAM), open_reports(PROGRAM), tray(PROGRAM)
    words = (
        f"{len(orders)} orders, each taken once; {reports} reports on charts; {len(open_orders)} orders open,"
        f" {len(unsigned)} reports unsigned, {len(nobodys)} of nobody"
    )
    whole = bool(orders) and reports > 0 and not open_orders and not unsigned and not nobodys
    return [
        Proof(
            "laboratory",
            "What laboratories were asked has its end, and what they sent was seen",
            whole and all(times == 1 for times in orders.values()),
            words,
        ),
        *office_lab_proofs(),
    ]
