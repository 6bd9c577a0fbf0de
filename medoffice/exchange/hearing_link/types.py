"""The nouns of the hearing link."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server is: host and port, the path of its service, and whether one speaks to it over TLS."""

    host: str
    port: int
    path: str
    tls: bool
