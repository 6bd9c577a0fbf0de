"""What every page's frame shows: the rail, who is signed in, which world, which theme."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.utils.safestring import SafeString

from medoffice.kernel import read_only
from medoffice.ui.navigation import Command, NavItem, commands_for, navigation_for
from medoffice.ui.panels import panels_for


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of a page. The clock is ``request.local_now`` (the site's local time) as HH:MM, empty without it;
    ``read_only`` says why nothing can be changed now, empty if it can; ``idle`` is after
    how many minutes nobody is taken to sit there, 0 where nobody is signed in.

    ``panels`` are what rooms put above every page; they are asked when it is drawn.
    """

    nav: list[NavItem]
    commands: list[Command]
    current: str
    who: str
    world: str
    clock: str
    theme: str
    idle: int
    read_only: str = ""
    panels: Callable[[], list[SafeString]] = list


def shell(request: HttpRequest) -> dict[str, Shell]:
    """The context processor. A request nobody is signed in on has an empty rail."""
    may = getattr(request, "may", None)
    local_now = getattr(request, "local_now", None)
    theme = request.COOKIES.get("theme", "")
    match = getattr(request, "resolver_match", None)
    return {
        "shell": Shell(
            nav=navigation_for(may) if may else [],
            commands=commands_for(may) if may else [],
            current=match.app_name if match else "",
            who=getattr(request, "actor_name", ""),
            world=getattr(request, "world_label", ""),
            clock=f"{local_now:%H:%M}" if local_now else "",
            idle=getattr(request, "idle_minutes", 0),
            theme=theme if theme in ("dark", "light") else "",
            read_only=read_only.why(),
            panels=lambda: panels_for("frame", request, UUID(int=0)),
        )
    }
