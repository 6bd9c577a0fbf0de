"""What later rooms may add to results: sources that are asked, beside the wire on which laboratories call."""

from medoffice.clinic.results.types import ResultSource
from medoffice.kernel.registries import Registry

sources: Registry[ResultSource] = Registry("source of results")


def register_result_source(source: ResultSource) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    sources.register(source.key, source)
