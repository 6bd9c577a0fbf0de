"""What other rooms may use of code lists."""

from medoffice.revenue.code_lists.actions.note_year import note_year
from medoffice.revenue.code_lists.actions.take_list import take_list
from medoffice.revenue.code_lists.queries.known import known_of
from medoffice.revenue.code_lists.queries.releases import releases, standing_on
from medoffice.revenue.code_lists.queries.words import listed, words_listed
from medoffice.revenue.code_lists.rules.periods import parts_missing, period_of

__all__ = [
    "known_of",
    "listed",
    "note_year",
    "parts_missing",
    "period_of",
    "releases",
    "standing_on",
    "take_list",
    "words_listed",
]
