"""Screens of the dashboard: the reports, the rows of one, and one as a file."""

import csv
import io

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from medoffice.management.dashboard import queries
from medoffice.management.dashboard.actions.take_report import take_report
from medoffice.management.dashboard.rules.cells import for_people, heading, is_number, lines, shown
from medoffice.security.api import OfficeRequest, acts_of_their_own, screen

ON_SCREEN = 200


@screen("reports.read")
def reports(request: OfficeRequest) -> HttpResponse:
    """Which reports there are."""
    return render(request, "dashboard/reports.html", {"reports": queries.report_names()})


@screen("reports.read")
def report(request: OfficeRequest, report: str) -> HttpResponse:
    """The first rows of a report."""
    found = queries.report(report)
    columns, rows = found.columns, found.rows[:ON_SCREEN]
    places = for_people(columns)
    numbers = [any(is_number(columns[place], row[place]) for row in rows) for place in places]
    context = {
        "reports": queries.report_names(),
        "report": found,
        "heads": [(heading(columns[place]), number) for place, number in zip(places, numbers, strict=True)],
        "rows": [[shown(columns[place], row[place]) for place in places] for row in rows],
        "all": len(found.rows),
    }
    return render(request, "dashboard/reports.html", context)


@require_POST
@screen("reports.take")
def take(request: OfficeRequest, report: str) -> HttpResponse:
    """A report as a file for a spreadsheet."""
    with acts_of_their_own():  # a page stays open after its download, and each is written down
        found = take_report(actor=request.actor, name=report)
    out = io.StringIO()
    csv.writer(out).writerows(lines(found.columns, found.rows))
    kept = {"Content-Disposition": f'attachment; filename="{found.name}.csv"'}
    return HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8", headers=kept)
