"""``django.db.connections`` whose 'default' follows the current world.

Routers cannot do this (``atomic()`` asks none). Each thread keeps its few latest worlds open and closes the oldest, so
a classroom of worlds never exhausts the server. Outside any world 'default' is a limbo connection: it knows what a
PostgreSQL connection is, for model metadata, and refuses to connect.
"""

import threading
from collections import OrderedDict
from typing import Any, NoReturn

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import DEFAULT_DB_ALIAS, ConnectionHandler

from medoffice.kernel.worlds import current

KEEP = 3
_open = threading.local()
Key = tuple[str, str]


class WorldConnections(ConnectionHandler):
    """The connections of this thread, by world and role."""

    def __getitem__(self, alias: str) -> Any:  # noqa: ANN401 - as in Django
        if alias != DEFAULT_DB_ALIAS:
            return super().__getitem__(alias)
        here = current.state()
        if here is None:
            return self._limbo()
        kept, key = _kept(), (here.name, here.role)
        if key not in kept:
            kept[key] = self._connect_to(f"w_{here.name}", here.role)
            self._close_oldest(kept)
        kept.move_to_end(key)
        return kept[key]

    def all(self, initialized_only: bool = False) -> list[Any]:  # noqa: ARG002 - Django's signature
        """This thread's open worlds."""
        return list(_kept().values())

    def close_all(self) -> None:
        """Close this thread's connections."""
        for wrapper in _kept().values():
            wrapper.close()
        _kept().clear()

    def _connect_to(self, database: str, role: str) -> BaseDatabaseWrapper:
        wrapper: BaseDatabaseWrapper = self.create_connection(DEFAULT_DB_ALIAS)
        wrapper.settings_dict = {**wrapper.settings_dict, "NAME": database, "USER": role}
        return wrapper

    def _limbo(self) -> BaseDatabaseWrapper:
        wrapper: BaseDatabaseWrapper | None = getattr(_open, "limbo", None)
        if wrapper is None:
            wrapper = self._connect_to("limbo", "nobody")
            wrapper.connect = _refuse  # type: ignore[method-assign] # limbo never connects
            _open.limbo = wrapper
        return wrapper

    def _close_oldest(self, kept: "OrderedDict[Key, BaseDatabaseWrapper]") -> None:
        for key in list(kept):
            if len(kept) <= KEEP:
                return
            if not kept[key].in_atomic_block:
                kept.pop(key).close()


def close_world(name: str) -> None:
    """Close this thread's connections to one world, whatever their role (before it is dropped or copied)."""
    for key in [key for key in _kept() if key[0] == name]:
        _kept().pop(key).close()


def _kept() -> "OrderedDict[Key, BaseDatabaseWrapper]":
    if not hasattr(_open, "kept"):
        _open.kept = OrderedDict()
    kept: OrderedDict[Key, BaseDatabaseWrapper] = _open.kept
    return kept


def _refuse() -> NoReturn:
    raise current.NoWorld("no current world: wrap this in worlds.current.use(name)")
