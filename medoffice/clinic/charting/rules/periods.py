"""Of whom the last menstrual period is asked, and which days it cannot be.

``source: unverified`` - ages and spans are ours; the office's clinical lead reviews them.
"""

from datetime import date

from medoffice.clinic.charting.rules.growth import age_on
from medoffice.kernel.findings import Finding, Severity

MAY_BE_PREGNANT = range(12, 51)  # years
FIRST_PERIOD = 8  # years
NO_MORE = 60  # months since; so far back no last period lies of which anybody is asked
LONG_AGO = 12  # months since, from which on the year is looked at


def may_be_pregnant(sex: str, born: date, on: date) -> bool:
    """Whether a patient may be pregnant on a day, as far as sex and age say it."""
    return sex == "F" and born <= on and age_on(born, on).months // 12 in MAY_BE_PREGNANT


def check_last_period(began: date | None, born: date, on: date) -> list[Finding]:
    """Errors for a day that cannot be; a warning for one that lies long before the day it was asked."""
    if began is None:
        return []
    if began > on:
        return [_found("future", "This day is still to come.", Severity.ERROR)]
    if began < born or age_on(born, began).months < FIRST_PERIOD * 12:
        return [_found("too-young", f"On this day the patient was not {FIRST_PERIOD} years old.", Severity.ERROR)]
    since = age_on(began, on).months
    if since >= NO_MORE:
        return [_found("too-long-ago", f"This is {since // 12} years ago; look at the year.", Severity.ERROR)]
    if since >= LONG_AGO:
        words = f"Last menstrual period {began:%m/%d/%Y}: more than a year ago; ask again and tell the provider."
        return [_found("long-ago", words, Severity.WARNING)]
    return []


def _found(code: str, words: str, severity: Severity) -> Finding:
    return Finding(f"last-period-{code}", "last_period", words, severity)
