"""The payers' book: claims come in, answers and payments go out, and the truth of every decision is kept.

State in, state out: no clock, no chance but the seed, no files. Payment days are worked off in order however rarely the
book is asked, so the same files at the same moments always give the same answers.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from medoffice.exchange.simulators.payer.rules.answers import (
    Batch,
    Receipt,
    SetAnswer,
    write_277ca,
    write_999,
    write_ta1,
)
from medoffice.exchange.simulators.payer.rules.desk import Desk
from medoffice.exchange.simulators.payer.rules.faults import FaultKind, spoil
from medoffice.exchange.simulators.payer.rules.front import rejection
from medoffice.exchange.simulators.payer.rules.paying import Cashier
from medoffice.exchange.simulators.payer.rules.plans import Member, Registry
from medoffice.exchange.simulators.payer.rules.reading import read_claims, submitter
from medoffice.exchange.simulators.payer.rules.state import BookState, Knobs, Parties, RemitTruth, TruthRow, truth_rows
from medoffice.exchange.simulators.payer.rules.structure import envelope_fault, faults, group_fault
from medoffice.exchange.simulators.payer.rules.wire import (
    BadInterchangeError,
    Envelope,
    Group,
    Header,
    Transaction,
    at,
    read_interchange,
)
from medoffice.exchange.simulators.payer.types import Claim, Outbound, Person
from medoffice.kernel.codec import from_json, to_json

CLEARINGHOUSE = "SIMULATED CLEARINGHOUSE"


class Book(Protocol):
    """What others may do with a book that they hold in memory."""

    def know(self, members: Iterable[Member]) -> None:
        """From here on these are all the members."""

    def forget(self, before: date) -> None:
        """Let go of what is long past."""

    def receive(self, data: bytes, moment: datetime) -> list[Outbound]:
        """Take a file of claims; the answers."""

    def due(self, moment: datetime) -> list[Outbound]:
        """The remittance files that came to be by now."""

    def to_state(self) -> Any:  # noqa: ANN401 - JSON has no narrower type
        """The whole book as JSON data."""


class PayerBook:
    """All payers of a world behind one clearinghouse."""

    def __init__(self, registry: Registry, knobs: Knobs | None = None) -> None:
        """A book without claims. The registry may be replaced later by setting ``registry``."""
        self._state = BookState(registry, knobs or Knobs())

    @property
    def registry(self) -> Registry:
        """The payers, plans and members as known now."""
        return self._state.registry

    @registry.setter
    def registry(self, registry: Registry) -> None:
        self._state.registry = registry

    def insure(self, members: Iterable[Member]) -> None:
        """Make members known."""
        known = self.registry
        self.registry = replace(known, members=known.members + tuple(members))

    def know(self, members: Iterable[Member]) -> None:
        """From here on these are all the members: whoever knows who will be asked about need name no others."""
        self.registry = replace(self.registry, members=tuple(members))

    def surprise(self, reversals: int, takebacks: int, late: int) -> None:
        """So many of the claims paid from here on are reversed, taken back or paid late: see ``Knobs``."""
        self._state.knobs = replace(self._state.knobs, reversals=reversals, takebacks=takebacks, late=late)
        self._state.counts.pop("paid", None)

    def forget(self, before: date) -> None:
        """Let go of claims received before a day of which nothing is to come, and of the payments sent so far.

        Nothing can be said of them any more: what replaces one of them is sent back.
        """
        state = self._state
        waiting = {entry.icn for entry in state.queue}
        for icn, held in list(state.held.items()):
            if held.received < before and icn not in waiting:
                del state.held[icn]
                state.counts.pop(f"seen {held.claim.payer_id}|{held.claim.id}", None)
        state.billed = {service: icn for service, icn in state.billed.items() if icn in state.held}
        state.issued = []

    def receive(self, data: bytes, moment: datetime) -> list[Outbound]:
        """Take a file of claims. The answers (TA1, 999, 277CA), each with the moment from which it can be fetched.

        Nothing is raised on content. ``moment`` must not go back between calls.
        """
        self._advance(moment)
        try:
            interchange = read_interchange(data)
        except BadInterchangeError as bad:
            return self._ta1(bad.header, bad.note, moment)
        header = interchange.header
        key = f"{header.sender}|{header.control}"
        if key in self._state.received:
            return self._ta1(header, "025", moment)
        self._state.received[key] = moment.isoformat()
        out = self._ta1(header, "000", moment) if header.wants_ta1 else []
        for group in interchange.groups:
            out += self._group(group, header, interchange.component, moment)
        return out

    def due(self, moment: datetime) -> list[Outbound]:
        """The remittance files (835) that came to be up to this moment and were not handed out before."""
        self._advance(moment)
        out, self._state.waiting = self._state.waiting, []
        return out

    def resend(self, name: str, moment: datetime) -> Outbound:
        """A spoiled or lost file again, as it should have been. Raises LookupError where the name is not of one."""
        if name not in self._state.spoiled:
            raise LookupError(f"no spoiled file {name!r}")
        return Outbound(f"again-{name}", self._state.spoiled.pop(name).encode("ascii"), moment)

    def truth(self) -> list[TruthRow]:
        """What every line should stand at, from the decisions of all payments sent; never read back from a file."""
        return truth_rows(self._state.issued)

    def remits(self) -> list[RemitTruth]:
        """Every payment sent, as decided: amount, interest, takebacks, what was carried forward."""
        return list(self._state.issued)

    def paid_by_payer(self) -> dict[str, int]:
        """The total of all payments (BPR02) sent, in cents, by payer id."""
        totals: dict[str, int] = {}
        for remit in self._state.issued:
            totals[remit.payer_id] = totals.get(remit.payer_id, 0) + remit.amount
        return totals

    def open_work(self) -> int:
        """How many payments and follow-ups are still to come."""
        return len(self._state.queue)

    def to_state(self) -> Any:  # noqa: ANN401 - JSON has no narrower type
        """The whole book as JSON data."""
        return to_json(self._state, BookState)

    @classmethod
    def from_state(cls, state: Any) -> "PayerBook":  # noqa: ANN401 - the inverse of to_state
        """The book that ``to_state`` made the data from. Raises pydantic.ValidationError if it did not."""
        kept: BookState = from_json(state, BookState)
        book = cls(kept.registry, kept.knobs)
        book._state = kept
        return book

    def _advance(self, moment: datetime) -> None:
        for file in Cashier(self._state).work_off(moment):
            self._state.waiting += self._deliver("835", file.data, file.due_at, file.name)

    def _deliver(self, kind: str, data: bytes, due_at: datetime, name: str) -> list[Outbound]:
        """The file as it arrives: whole, spoiled, twice, or not at all."""
        nth = self._state.count(f"file {kind}")
        hits = [fault.kind for fault in self._state.knobs.faults if fault.hits(kind, nth)]
        clean = data
        for fault in hits:
            data = spoil(fault, data)
        if data != clean or FaultKind.LOST in hits:
            self._state.spoiled[name] = clean.decode("ascii")
        if FaultKind.LOST in hits:
            return []
        out = [Outbound(name, data, due_at)]
        if FaultKind.DUPLICATED in hits:
            out.append(Outbound(f"copy-{name}", data, due_at))
        return out

    def _envelope(self, header: Header, moment: datetime) -> Envelope:
        return Envelope(
            header.receiver, header.sender, self._state.count("control"), moment,
            header.receiver_qualifier, header.sender_qualifier, header.usage,
        )  # fmt: skip

    def _answer(self, kind: str, data: bytes, envelope: Envelope, due_at: datetime) -> list[Outbound]:
        return self._deliver(kind, data, due_at, f"{kind}-{envelope.control:09d}.x12")

    def _ta1(self, header: Header, note: str, moment: datetime) -> list[Outbound]:
        envelope = self._envelope(header, moment)
        return self._answer("TA1", write_ta1(header, note, envelope), envelope, moment)

    def _group(self, group: Group, header: Header, component: str, moment: datetime) -> list[Outbound]:
        answers = [_set_answer(transaction) for transaction in group.transactions]
        refused = group_fault(group)
        envelope = self._envelope(header, moment)
        out = self._answer("999", write_999(group, answers, refused, envelope), envelope, moment)
        if refused:
            return out
        batches: list[Batch] = []
        for transaction, answer in zip(group.transactions, answers, strict=True):
            if answer.verdict != "R":
                batches += self._transaction(transaction, header, component, moment)
        if batches:
            later = moment + timedelta(hours=self._state.knobs.status_hours)
            envelope = self._envelope(header, later)
            out += self._answer("277CA", write_277ca(batches, later, envelope), envelope, later)
        return out

    def _transaction(
        self, transaction: Transaction, header: Header, component: str, moment: datetime
    ) -> Iterable[Batch]:
        rows = transaction.segments
        receipts = [self._take(claim, header, moment) for claim in read_claims(rows, component)]
        sender, reference = submitter(rows)
        for payer_id in dict.fromkeys(receipt.claim.payer_id for receipt in receipts):
            own = tuple(receipt for receipt in receipts if receipt.claim.payer_id == payer_id)
            payer = self.registry.payer(payer_id)
            source = (
                Person(payer.name, identifier=payer.id) if payer else Person(CLEARINGHOUSE, "", "", header.receiver)
            )
            trace = f"{self._state.count('status'):09d}"
            yield Batch(source, "PR" if payer else "AY", sender, reference, trace, own)

    def _take(self, claim: Claim, header: Header, moment: datetime) -> Receipt:
        """A claim through the front door, and at once to the desk when it is taken in."""
        why = rejection(claim, self.registry, self._live(claim), f"{moment:%Y%m%d}")
        if why:
            return Receipt(claim, rejection=why)
        qualifiers = (header.receiver_qualifier, header.sender_qualifier)
        parties = Parties(header.receiver, header.sender, qualifiers, header.usage)
        return Receipt(claim, Desk(self._state).decide(claim, moment.date(), parties))

    def _live(self, claim: Claim) -> set[str]:
        """The claim number a replacement or void names, if this payer holds it alive."""
        held = self._state.held.get(claim.original_icn)
        return {claim.original_icn} if held and held.live and held.claim.payer_id == claim.payer_id else set()


def _set_answer(transaction: Transaction) -> SetAnswer:
    first = transaction.segments[0]
    wrong = envelope_fault(transaction)
    return SetAnswer(at(first, 2), at(first, 3), () if wrong else tuple(faults(transaction)), wrong)
