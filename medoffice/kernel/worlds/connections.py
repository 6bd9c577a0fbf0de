"""``django.db.connections`` whose 'default' follows the current world.

Routers cannot do this (``atomic()`` asks none). Each thread keeps its few latest worlds open and closes the oldest, so
a classroom of worlds never exhausts the server. Outside any world 'default' is a limbo connection: it knows what a
PostgreSQL connection is, for model metadata, and refuses to connect.
"""

import threading
from collections import OrderedDict
from typing import Any, NoReturn

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.utils import DEFAULT_DB_ALIAS, ConnectionHandler

from medoffice.kernel.postgres import durability
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.kernel.worlds.passwords import world_password

KEEP = 3
_open = threading.local()
_durable: set[tuple[str, ...]] = set()
Key = tuple[str, str]


class WorldConnections(ConnectionHandler):
    """The connections of this thread, by world and login."""

    def __getitem__(self, alias: str) -> Any:  # noqa: ANN401 - as in Django
        if alias != DEFAULT_DB_ALIAS:
            return super().__getitem__(alias)
        here = current.state()
        if here is None:
            return self._limbo()
        kept, key = _kept(), (here.database, here.login)
        if key not in kept:
            kept[key] = self._connect_to(*key)
        _let_go_if_broken(kept[key])
        kept.move_to_end(key)
        _close_oldest(kept)
        return kept[key]

    def all(self, initialized_only: bool = False) -> list[Any]:  # noqa: ARG002 - Django's signature
        """This thread's open worlds."""
        return list(_kept().values())

    def close_all(self) -> None:
        """Close this thread's connections."""
        for wrapper in _kept().values():
            wrapper.close()
        _kept().clear()

    def _connect_to(self, database: str, login: str) -> BaseDatabaseWrapper:
        wrapper: BaseDatabaseWrapper = self.create_connection(DEFAULT_DB_ALIAS)
        own = {"NAME": database, "USER": login}
        if not settings.DATABASE_KEY:
            own["PORT"] = "5432"  # the embedded server's; libpq would read PGPORT
        if login != current.OWNER:
            own["PASSWORD"] = world_password(login)
        wrapper.settings_dict = {**wrapper.settings_dict, **own}
        return wrapper

    def _limbo(self) -> BaseDatabaseWrapper:
        wrapper: BaseDatabaseWrapper | None = getattr(_open, "limbo", None)
        if wrapper is None:
            wrapper = self._connect_to("limbo", "nobody")
            wrapper.connect = _refuse  # type: ignore[method-assign] # limbo never connects
            _open.limbo = wrapper
        return wrapper


def close_world(name: str) -> None:
    """Close this thread's connections to one world, whatever their role (before it is dropped or copied)."""
    for key in [key for key in _kept() if key[0] in (f"w_{name}", f"x_{name}")]:
        _kept().pop(key).close()


def _let_go_if_broken(wrapper: BaseDatabaseWrapper) -> None:
    """After an error outside a transaction, ask whether the session still lives.

    Django asks between requests only; a worker or command must also survive a restart of the server.
    """
    if wrapper.errors_occurred and wrapper.autocommit and not wrapper.in_atomic_block:
        wrapper.close_if_unusable_or_obsolete()


def _close_oldest(kept: "OrderedDict[Key, BaseDatabaseWrapper]") -> None:
    """Close worlds beyond KEEP, oldest first; never the latest, nor one in a transaction."""
    for key in list(kept)[:-1]:
        if len(kept) <= KEEP:
            return
        if not kept[key].in_atomic_block:
            kept.pop(key).close()


def _require_durable(connection: BaseDatabaseWrapper, **_: object) -> None:
    """The first session a process opens as a role of a world reads back what the server promises."""
    told = connection.settings_dict
    key = (told["HOST"], told["PORT"], told["NAME"], told["USER"])
    if key in _durable or connection.vendor != "postgresql":
        return
    try:
        durability.require(connection.connection)
    except Refusal:
        connection.close()
        raise
    _durable.add(key)


def _kept() -> "OrderedDict[Key, BaseDatabaseWrapper]":
    if not hasattr(_open, "kept"):
        _open.kept = OrderedDict()
    kept: OrderedDict[Key, BaseDatabaseWrapper] = _open.kept
    return kept


def _refuse() -> NoReturn:
    raise current.NoWorld("no current world: wrap this in worlds.current.use(name)")


connection_created.connect(_require_durable, dispatch_uid="worlds.durable")
