"""Navigation and commands: what rooms put on the rail and into the command palette."""

from collections.abc import Callable
from dataclasses import dataclass

from medoffice.kernel.registries import Registry


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the rail: its label, address name, the permission word it needs, and its place from the top."""

    key: str
    label: str
    url_name: str
    word: str
    order: int


@dataclass(frozen=True, slots=True)
class Command:
    """An entry of the command palette; one with a key stands in the bar above every page, and its key works there.

    ``words`` are what the field calls it otherwise; the palette shows them beside the label and finds it by them.
    """

    label: str
    url_name: str
    word: str
    key: str = ""
    words: str = ""


_items: Registry[NavItem] = Registry("navigation item")
_commands: Registry[Command] = Registry("command")


def register_navigation(item: NavItem) -> None:
    """Put an entry on the rail."""
    _items.register(item.key, item)


def register_command(command: Command) -> None:
    """Put an entry into the palette."""
    _commands.register(command.label, command)


def navigation_for(may: Callable[[str], bool]) -> list[NavItem]:
    """The rail of somebody who has these words."""
    return sorted((item for item in _items.values() if may(item.word)), key=lambda item: item.order)


def commands_for(may: Callable[[str], bool]) -> list[Command]:
    """The palette of somebody who has these words: the rail's entries first."""
    rail = [Command(item.label, item.url_name, item.word) for item in navigation_for(may)]
    return rail + [command for command in _commands.values() if may(command.word)]
