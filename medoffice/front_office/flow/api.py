"""What other rooms may use of the flow."""

from medoffice.front_office.flow.actions.call_on_display import call_on_display
from medoffice.front_office.flow.actions.set_limit import set_limit
from medoffice.front_office.flow.actions.start_display import start_display
from medoffice.front_office.flow.queries.agreement import flow_check
from medoffice.front_office.flow.queries.board import board_stamp, day_stamp, flow_board, provider_day
from medoffice.front_office.flow.queries.display import calling_of, has_display
from medoffice.front_office.flow.queries.forecasts import forecasts, past_visits
from medoffice.front_office.flow.queries.here_today import today_of
from medoffice.front_office.flow.queries.rooms import free_room
from medoffice.front_office.flow.queries.timelines import figures, timeline_of, timelines_on

__all__ = [
    "board_stamp",
    "call_on_display",
    "calling_of",
    "day_stamp",
    "figures",
    "flow_board",
    "flow_check",
    "forecasts",
    "free_room",
    "has_display",
    "past_visits",
    "provider_day",
    "set_limit",
    "start_display",
    "timeline_of",
    "timelines_on",
    "today_of",
]
