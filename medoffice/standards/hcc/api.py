"""The public functions of HCC; nouns are in ``types``."""

from medoffice.standards.hcc.categories import categories, covers, standing
from medoffice.standards.hcc.scoring import score
from medoffice.standards.hcc.shipped import MODEL, shipped, year_of_visits

__all__ = ["MODEL", "categories", "covers", "score", "shipped", "standing", "year_of_visits"]
