"""What every page's frame shows: the rail, who is signed in, which world, which theme."""

from dataclasses import dataclass

from django.http import HttpRequest

from medoffice.ui.navigation import Command, NavItem, commands_for, navigation_for


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of a page."""

    nav: list[NavItem]
    commands: list[Command]
    current: str
    who: str
    world: str
    theme: str


def shell(request: HttpRequest) -> dict[str, Shell]:
    """The context processor. A request nobody is signed in on has an empty rail."""
    may = getattr(request, "may", None)
    theme = request.COOKIES.get("theme", "")
    match = getattr(request, "resolver_match", None)
    return {
        "shell": Shell(
            nav=navigation_for(may) if may else [],
            commands=commands_for(may) if may else [],
            current=match.app_name if match else "",
            who=getattr(request, "actor_name", ""),
            world=getattr(request, "world_label", ""),
            theme=theme if theme in ("dark", "light") else "",
        )
    }
