"""What paper charts put into the screens of others, and that their moves never change."""

from medoffice.kernel.worlds.grants import register_append_only
from medoffice.records.charts.queries import on_paper
from medoffice.records.charts.views import chart_panel
from medoffice.records.patients.api import register_paper_section
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel

register_append_only("paper_chart_move")
register_paper_section("paper-chart", "Paper chart", on_paper)
register_panel("patient", chart_panel)
register_command(Command("Paper charts that are out", "charts:away", "charts.read"))
register_command(Command("Paper charts to be abstracted", "charts:to-abstract", "charts.abstract"))
