"""Panels: parts of a screen that rooms below its room put in; their forms post to the room that made them."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest
from django.utils.safestring import SafeString

Panel = Callable[[HttpRequest, UUID], SafeString | None]
_panels: dict[str, list[Panel]] = {}


def register_panel(place: str, panel: Panel) -> None:
    """Put a panel into a place (``visit``); it returns rendered markup, or None if it has nothing for this person."""
    _panels.setdefault(place, []).append(panel)


def panels_for(place: str, request: HttpRequest, subject: UUID) -> list[SafeString]:
    """The panels of a place for a person, in the order of the floors."""
    shown = (panel(request, subject) for panel in _panels.get(place, []))
    return [markup for markup in shown if markup]
