"""Panels: parts of a screen that rooms below its room put in; their forms post to the room that made them.

What a panel is given is its place's: the id of what the screen is about, or all the screen has asked about it.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

Panel = Callable[[HttpRequest, Any], SafeString | None]
_panels: dict[str, list[Panel]] = {}


def register_panel(place: str, panel: Panel) -> None:
    """Put a panel into a place (``visit``); it returns rendered markup, or None if it has nothing for this person."""
    _panels.setdefault(place, []).append(panel)


def panels_for(place: str, request: HttpRequest, subject: object) -> list[SafeString]:
    """The panels of a place for a person, in the order of the floors."""
    shown = (panel(request, subject) for panel in _panels.get(place, []))
    return [markup for markup in shown if markup]
