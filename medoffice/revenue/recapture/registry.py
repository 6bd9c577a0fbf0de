"""What recapture offers to other rooms: the way from the coder's desk, and its commands."""

from medoffice.kernel.worlds.grants import register_append_only
from medoffice.revenue.recapture.views.lists import desk_panel
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel

register_append_only("recapture_mark")
register_append_only("recapture_score_switch")
register_panel("to code", desk_panel)
register_command(
    Command(
        "Conditions of earlier years without a code this year",
        "recapture:list",
        "recapture.read",
        words="HCC, recapture, risk adjustment, chronic conditions, gaps",
    )
)
register_command(
    Command("Risk score what-if: on or off", "recapture:set-up", "recapture.set_up", words="RAF, HCC, coefficients")
)
