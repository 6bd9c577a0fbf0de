"""What later rooms may add to referrals: papers that go with one, and other loops for the radar."""

from medoffice.front_office.referrals.types import PartSource, ReadLoops
from medoffice.kernel.registries import Registry

part_sources: Registry[PartSource] = Registry("papers of a packet")
loops: Registry[ReadLoops] = Registry("open loops")


def register_packet_part(key: str, source: PartSource) -> None:
    """Let the papers of a room go with a referral; called from its ``registry.py``."""
    part_sources.register(key, source)


def register_loops(key: str, read: ReadLoops) -> None:
    """Put what a room asked for and waits for on the radar; called from its ``registry.py``."""
    loops.register(key, read)
