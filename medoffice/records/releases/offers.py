"""What later rooms may add to releases: parts of the chart that can be copied."""

from medoffice.kernel.registries import Registry
from medoffice.records.releases.types import Source

sources: Registry[Source] = Registry("part of the chart that can be copied")


def register_source(source: Source) -> None:
    """Let a room's part of charts be copied; called from its ``registry.py``."""
    sources.register(source.key, source)
