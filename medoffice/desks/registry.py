"""The desks on the rail and in the palette."""

from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation

register_navigation(NavItem("front", "Front", "desks:front", "check_in.board", 10))
register_navigation(NavItem("work", "Work", "desks:work", "work.do", 15))
register_navigation(NavItem("follow", "Follow", "desks:follow-search", "desks.follow", 90))
register_command(Command("Meanwhile", "desks:away", "desks.home", "Alt+a"))
register_command(Command("Morning huddle sheet", "desks:huddle", "check_in.board"))
register_command(Command("Two-minute tour", "desks:tour", "desks.home"))
