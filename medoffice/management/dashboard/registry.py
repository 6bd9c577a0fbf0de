"""What the dashboard registers: its place on the rail."""

from medoffice.ui.navigation import NavItem, register_navigation

register_navigation(NavItem("dashboard", "Reports", "dashboard:reports", "reports.read", 80))
