"""The wire as other rooms may use it: messages to and from their bytes."""

from medoffice.exchange.pharmacy_link.rules.script import read, write

__all__ = ["read", "write"]
