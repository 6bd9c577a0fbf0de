"""The desks on the rail and in the palette, and what a visit's page has for who does not see the chart."""

from medoffice.desks.views.visit import desk_panel
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel

register_panel("visit-desk", desk_panel)
register_navigation(NavItem("day", "My day", "desks:day", "desks.day", 5))
register_navigation(NavItem("front", "Front", "desks:front", "check_in.board", 10))
register_navigation(NavItem("work", "Work", "desks:work", "work.do", 15))
register_navigation(NavItem("follow", "Follow", "desks:follow-search", "desks.follow", 90))
register_command(Command("While you were away", "desks:away", "desks.home", "Alt+a"))
register_command(Command("Morning huddle sheet", "desks:huddle", "check_in.board"))
register_command(Command("Two-minute tour", "desks:tour", "desks.home"))
