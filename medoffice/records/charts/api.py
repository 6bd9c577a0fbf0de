"""What other rooms may use of paper charts."""

from medoffice.records.charts.actions.abstract_chart import abstract_chart
from medoffice.records.charts.actions.add_chart import add_chart
from medoffice.records.charts.actions.move_chart import move_chart
from medoffice.records.charts.queries import charts_of

__all__ = ["abstract_chart", "add_chart", "charts_of", "move_chart"]
