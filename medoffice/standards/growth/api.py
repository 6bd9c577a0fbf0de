"""Growth references' public functions; nouns are in ``types``."""

from medoffice.standards.growth.lms import centile, value_at, z_of_centile, z_score
from medoffice.standards.growth.tables import EDITION, SEXES, curve

__all__ = ["EDITION", "SEXES", "centile", "curve", "value_at", "z_of_centile", "z_score"]
