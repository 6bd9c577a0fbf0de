"""What later rooms may add to faxes: lines by which they leave."""

from medoffice.kernel.registries import Registry
from medoffice.records.faxes.types import Line

lines: Registry[Line] = Registry("fax line")


def register_fax_line(line: Line) -> None:
    """Make an adapter known; called from its ``registry.py``."""
    lines.register(line.key, line)
