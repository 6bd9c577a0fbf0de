"""What other rooms may use of recapture."""

from medoffice.revenue.recapture.actions.mark_condition import mark_condition
from medoffice.revenue.recapture.actions.switch_score import switch_score
from medoffice.revenue.recapture.queries.conditions import conditions
from medoffice.revenue.recapture.queries.marks import score_state

__all__ = ["conditions", "mark_condition", "score_state", "switch_score"]
