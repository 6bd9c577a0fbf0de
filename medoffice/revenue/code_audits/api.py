"""What other rooms may use of audits of codes."""

from medoffice.revenue.code_audits.actions.add_missed import add_missed
from medoffice.revenue.code_audits.actions.agree_rest import agree_rest
from medoffice.revenue.code_audits.actions.draw_audit import draw_audit
from medoffice.revenue.code_audits.actions.finish_chart import finish_chart
from medoffice.revenue.code_audits.actions.give_level import give_level
from medoffice.revenue.code_audits.actions.judge import judge
from medoffice.revenue.code_audits.queries.audits import audit, audited, audits, charts_of_audit, codes_of, outcome_of
from medoffice.revenue.code_audits.rules.judging import level_coded

__all__ = [
    "add_missed",
    "agree_rest",
    "audit",
    "audited",
    "audits",
    "charts_of_audit",
    "codes_of",
    "draw_audit",
    "finish_chart",
    "give_level",
    "judge",
    "level_coded",
    "outcome_of",
]
