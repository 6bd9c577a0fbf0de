"""Screens of the general ledger: the journal of a day, the trial balance, an account, an entry."""

from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import sites
from medoffice.revenue.ledger import queries
from medoffice.revenue.ledger.types import Account, Entry
from medoffice.security.api import OfficeRequest, denied, require, saw, screen
from medoffice.ui.dates import day_to_show
from medoffice.ui.lists import limit_of, rest_of


@screen("ledger.read")
def journal_of_day(request: OfficeRequest) -> HttpResponse:
    """The entries of a date, with its total."""
    today = clock.today(ZoneInfo(sites()[0].zone))
    on = day_to_show(request.GET.get("on", ""), today)
    entries = _as_seen(request, queries.journal(on, limit_of(request)))
    saw(request, {line.patient_id for posted in entries for line in posted.lines if line.patient_id})
    count, total = queries.posted_on(on)
    rest = rest_of(request, len(entries), count)
    context = {"on": on, "entries": entries, "count": count, "total": total, "rest": rest, "room": "books"}
    return render(request, "ledger/journal.html", context)


def _as_seen(request: OfficeRequest, entries: list[Entry]) -> list[Entry]:
    """Entries, of which those about a patient kept from this person do not say what they are: the sums stay whole."""
    kept = denied(request.actor, {line.patient_id for one in entries for line in one.lines if line.patient_id})
    return [
        replace(one, words="kept from you") if any(line.patient_id in kept for line in one.lines) else one
        for one in entries
    ]


@screen("ledger.read")
def trial_balance(request: OfficeRequest) -> HttpResponse:
    """Every account with its sums; the two sides are equal."""
    rows = queries.balances()
    context = {
        "rows": rows,
        "debits": Money.total(row.debits for row in rows),
        "credits": Money.total(row.credits for row in rows),
        "room": "books",
    }
    return render(request, "ledger/balances.html", context)


@screen("ledger.read")
def account(request: OfficeRequest, number: str) -> HttpResponse:
    """What an account is made of."""
    if number not in {known.value for known in Account}:
        raise NotFound
    found = queries.account_lines(Account(number))
    said = _as_seen(request, [posted for posted, _ in found])
    lines = [(posted, line) for posted, (_, line) in zip(said, found, strict=True)]
    saw(request, {line.patient_id for _, line in lines if line.patient_id})
    context = {"name": Account(number).says, "number": number, "lines": lines, "room": "books"}
    return render(request, "ledger/account.html", {**context, "balance": queries.balance(Account(number))})


@screen("ledger.read")
def one_entry(request: OfficeRequest, entry_id: UUID) -> HttpResponse:
    """An entry with its lines and its cause."""
    posted = queries.entry(entry_id)
    for patient_id in {line.patient_id for line in posted.lines if line.patient_id}:
        require(request.actor, "ledger.read", patient_id)
    saw(request, {line.patient_id for line in posted.lines if line.patient_id})
    return render(request, "ledger/entry.html", {"entry": posted, "room": "books"})
