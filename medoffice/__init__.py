"""medoffice: the whole medical office in one program.

The plan of the house is in docs/HOUSE.md.
"""

__version__ = "2026.11.0"
