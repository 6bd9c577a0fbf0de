"""How much was typed: lines by person and by job, for production and pay; how long it took, for a leader."""

from collections.abc import Iterator
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.queries.production import can_weigh, production, took
from medoffice.clinic.dictation.rules.board import long
from medoffice.clinic.dictation.rules.lines import Lines
from medoffice.clinic.dictation.rules.turnaround import Turnaround
from medoffice.kernel import clock
from medoffice.practice.api import today_here
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.dates import day_to_show
from medoffice.ui.lists import limit_of, rest_of


@screen("dictation.lines")
def lines(request: OfficeRequest) -> HttpResponse:
    """The lines of a time, this month's at first: everybody's for a leader, else one's own."""
    today = today_here()
    last = day_to_show(request.GET.get("to", ""), today)
    first = min(day_to_show(request.GET.get("from", ""), last.replace(day=1)), last)
    people, jobs = production(request.actor, first, last)
    titles, shown = kinds(), jobs[: limit_of(request)]
    everybody, now = can_weigh(request.actor), clock.now()
    context = {
        "first": first,
        "last": last,
        "people": people,
        "sum": sum((one.lines for one in people), Lines(0, 0)),
        "count": sum(one.jobs for one in people),
        "jobs": [(one, titles.get(one.kind, one.kind)) for one in shown],
        "unlisted": sum(one.jobs for one in people) - len(jobs),
        "rest": rest_of(request, len(shown), len(jobs)),
        "everybody": everybody,
        "took": [(titles.get(one.kind, one.kind), one, *_spans(one, now)) for one in took(request.actor, first, last)]
        if everybody
        else [],
        "room": "dictation",
    }
    return render(request, "dictation/lines.html", context)


def _spans(one: Turnaround, now: datetime) -> Iterator[str]:
    """Half and nine of ten, until it was ready and from there until it was signed, as people say it."""
    for spread in (one.ready, one.signed):
        yield from (long(now - span, now) for span in (spread.half, spread.most)) if spread else ("", "")
