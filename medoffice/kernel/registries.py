"""Registries: a named place where rooms put what later code composes, so that no room needs to know of another."""

from collections.abc import Iterator
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


class Registry(Generic[Entry]):
    """Entries by key in the order they were registered. Registering a key twice is a bug."""

    def __init__(self, what: str) -> None:
        """Name what is kept here, for messages."""
        self.what = what
        self._entries: dict[str, Entry] = {}

    def register(self, key: str, entry: Entry) -> None:
        """Put an entry in. Raises ValueError if the key is taken."""
        if key in self._entries:
            raise ValueError(f"{self.what} {key!r} is registered twice")
        self._entries[key] = entry

    def get(self, key: str) -> Entry | None:
        """The entry, or None."""
        return self._entries.get(key)

    def __getitem__(self, key: str) -> Entry:
        return self._entries[key]

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def values(self) -> list[Entry]:
        """All entries in order."""
        return list(self._entries.values())

    def items(self) -> list[tuple[str, Entry]]:
        """All entries with their keys."""
        return list(self._entries.items())
