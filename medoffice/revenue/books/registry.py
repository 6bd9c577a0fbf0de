"""What the books offer: their kind of work, their place on the rail and in the chain; their history tables."""

from uuid import UUID

from django.urls import reverse

from medoffice.kernel.checks import register_check
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.revenue.billing.api import events_for, receipt
from medoffice.revenue.billing.types import AccountEvent, EventKind, Method
from medoffice.revenue.books.models import Deposit
from medoffice.revenue.books.queries import proof_checks
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation

register_append_only("deposit")
register_append_only("proof_result")
_WITH = {Method.CASH: "cash", Method.CHECK: "checks", Method.CARD: "cards"}


def _proof_url(ref: Ref) -> str:
    return reverse("books:proofs") + f"#{ref.id}"


def _trace_deposit(deposit_id: UUID) -> Step | None:
    row = Deposit.objects.filter(id=deposit_id).first()
    if row is None:
        return None
    return Step(
        ref=Ref("deposit", row.id),
        stage="report",
        title=f"Deposit {row.number}",
        words=f"{row.kind}, {row.date:%m/%d/%Y}",
        causes=tuple(Ref("remittance", remittance_id) for remittance_id in row.of),
        at=row.made_at,
        who=row.made_by,
        amount=Money(row.amount_cents),
        url=reverse("books:deposits"),
    )


def _entry_of_deposit(deposit_id: UUID) -> list[Ref]:
    rows = Deposit.objects.filter(id=deposit_id).values_list("entry_id", flat=True)
    return [Ref("journal_entry", entry_id) for entry_id in rows]


def _of_remittance(remittance_id: UUID) -> list[Ref]:
    rows = Deposit.objects.filter(of__contains=[remittance_id]).order_by("id")
    return [Ref("deposit", deposit_id) for deposit_id in rows.values_list("id", flat=True)]


def _of_receipt(receipt_id: UUID) -> list[Ref]:
    """The deposit that took the money along: the first of its kind, unless the payment was taken back before."""
    came, *back = sorted(found.entry_id for found in events_for(Ref("receipt", receipt_id)) if _moved_money(found))
    row = Deposit.objects.filter(kind=_WITH[receipt(receipt_id).method], entry_id__gt=came).order_by("entry_id").first()
    return [] if row is None or any(gone < row.entry_id for gone in back) else [Ref("deposit", row.id)]


def _moved_money(found: AccountEvent) -> bool:
    """Whether it put money into a drawer or took it out again."""
    return found.kind is EventKind.PATIENT_PAYMENT and found.charge_id is None


register_check("books", proof_checks)
tracers.register("deposit", _trace_deposit)
register_effects("deposit", _entry_of_deposit)
register_effects("remittance", _of_remittance)
register_effects("receipt", _of_receipt)
register_work_kind(WorkKind("proof", "proof failed", Role.BOOKKEEPER, 24, _proof_url))
register_navigation(NavItem("books", "Books", "books:day", "books.read", 70))
register_command(Command("Deposits", "books:deposits", "books.read"))
register_command(Command("Proofs", "books:proofs", "books.read"))
