"""The nouns of the laboratory link."""

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Listening:
    """How the link listens. Seconds are the machine's: a wire knows no other clock.

    ``quiet_seconds``: how long a message that has begun may pause; ``whole_seconds``: how long it may take in all.
    ``at_once``: messages of one commit, which waits ``gather_seconds`` for them at most; ``behind``: how many may wait
    before nothing more is read.
    """

    host: str = "127.0.0.1"
    port: int = 2575
    allowed: tuple[Network, ...] = ()
    quiet_seconds: float = 30.0
    whole_seconds: float = 300.0
    connections: int = 32
    at_once: int = 64
    gather_seconds: float = 0.005
    behind: int = 64
    most_bytes: int = 32 << 20
