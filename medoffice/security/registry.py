"""What security registers: its history tables, its places in the palette."""

from medoffice.kernel.backup import register_after_restore
from medoffice.kernel.checks import register_check
from medoffice.kernel.facts import fact
from medoffice.kernel.rotation import register_resealing
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.security.audit import forget_head
from medoffice.security.factors import reseal
from medoffice.security.queries import chain_check
from medoffice.security.types import AccessBegan, AccessReviewed, LabelsChanged
from medoffice.security.views.opening import glass_panel
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel

fact(AccessBegan)
fact(AccessReviewed)
fact(LabelsChanged)
register_append_only("audit_event")
register_append_only("audit_subject")
register_append_only("audit_seal")
register_after_restore(forget_head)
register_resealing(reseal)
register_check("audit", chain_check)
register_navigation(NavItem("audit", "Audit", "security:audit", "security.read_audit", 95))
register_panel("frame", glass_panel)
register_command(Command("Change my password", "security:password", "security.own_password"))
register_command(Command("My sign-in: second factors, PIN", "security:me", "security.own_factors"))
register_command(Command("Where I am signed in", "security:where", "security.own_sessions"))
register_command(Command("Accounts and roles", "security:users", "security.manage_users"))
register_command(Command("How the office signs in", "security:rules", "security.rules"))
