"""What every room's ``apps.py`` is made of: its permission words, registrations and jobs load when the house starts."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig


class Room(AppConfig):
    """A room. Its ``policy``, its ``registry`` (what it puts into registries) and its ``jobs`` load on start."""

    default = False

    def __init_subclass__(cls) -> None:
        """The room's own class, not this one, is what Django takes from its ``apps`` module."""
        cls.default = True

    def ready(self) -> None:
        for part in ("policy", "registry", "jobs"):
            if find_spec(f"{self.name}.{part}"):
                import_module(f"{self.name}.{part}")
