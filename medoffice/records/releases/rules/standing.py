"""Whether a paper that was checked lets copies go today, and what can be said of its days at all."""

from datetime import date

from medoffice.records.releases.types import Checked, Request

_NOT_BEFORE = "Nothing goes until it is there."
_UNDER = "File the signed paper in the chart, and name it where the paper is checked."


def lacks(one: Request, today: date) -> tuple[str, str] | None:
    """Why nothing may go by this paper today, and what to do; None if it may.

    An authorization has to be in the chart as it was signed, and is void once it ended (45 CFR 164.508(b)(2)(i)).
    """
    if one.missing:
        return f"The paper lacks: {one.missing[0].words}.", _NOT_BEFORE
    if not one.checked.identity:
        return "The paper lacks: how it was known who asks.", _NOT_BEFORE
    return _lacks_scan(one.checked, today) if one.paper.scan else None


def _lacks_scan(told: Checked, today: date) -> tuple[str, str] | None:
    if told.document is None:
        return "The signed authorization is not in the chart.", _UNDER
    if told.signed_on is None:
        return "It is not noted on which day the authorization was signed.", "Note it where the paper is checked."
    if told.ends_on is None and not told.ends_when:
        return "It is not noted when the authorization ends.", "Note its day or event where the paper is checked."
    if told.ends_on and told.ends_on < today:
        return f"The authorization ended on {told.ends_on:%m/%d/%Y}.", "Ask for a new one."
    return None


def wrong_with(told: Checked, today: date) -> dict[str, str]:
    """What cannot be so of the days of a paper, by field; "" is nothing."""
    ends_early = told.signed_on and told.ends_on and told.ends_on < told.signed_on
    return {
        "signed_on": "This day is yet to come." if told.signed_on and told.signed_on > today else "",
        "ends_on": "It would end before it was signed." if ends_early else "",
    }
