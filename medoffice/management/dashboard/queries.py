"""Reads of the dashboard: which reports there are, and the rows of one."""

from medoffice.kernel.refusals import NotFound
from medoffice.kernel.worlds.reports import report_rows, reports
from medoffice.management.dashboard.types import Table


def report_names() -> list[tuple[str, str]]:
    """Every report with what it says, by name."""
    return sorted((name, _in_dollars(report.says)) for name, report in reports.items())


def report(name: str) -> Table:
    """A report with all its rows. Raises NotFound. One query."""
    known = reports.get(name)
    if known is None:
        raise NotFound
    columns, rows = report_rows(name)
    return Table(name, _in_dollars(known.says), tuple(columns), tuple(rows))


def _in_dollars(says: str) -> str:
    """What a report says, where its cents are shown as dollars."""
    return says.replace(", in cents", "")
