"""What other rooms may use of coverage."""

from medoffice.records.coverage.actions.add_coverage import add_coverage
from medoffice.records.coverage.actions.change_coverage import change_coverage
from medoffice.records.coverage.actions.end_coverage import end_coverage
from medoffice.records.coverage.actions.rows import policy_row
from medoffice.records.coverage.queries import coverage, coverages_of, coverages_on

__all__ = ["add_coverage", "change_coverage", "coverage", "coverages_of", "coverages_on", "end_coverage", "policy_row"]
