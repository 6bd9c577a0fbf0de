"""Vital signs as people type them, in the units of the record: kg, cm, degrees Celsius.

A bare number is the record's unit; a scale of the other system says so: ``154 lb``, ``5'7"``, ``98.6 F``.
"""

import re
from decimal import Decimal

KG_PER_LB = Decimal("0.45359237")
CM_PER_INCH = Decimal("2.54")
POINT_LEFT_OUT = 300  # from here on no temperature is meant as it stands
_NUMBER = r"(\d{1,4}(?:\.\d{1,2})?)"
_WEIGHT = re.compile(rf"{_NUMBER}\s*(kg|lbs?|#)?(?:\s*{_NUMBER}\s*oz)?", re.IGNORECASE)
_FEET = re.compile(rf"(\d)\s*(?:'|ft|′)\s*(?:{_NUMBER}\s*(?:\"|in|″|'')?)?", re.IGNORECASE)
_HEIGHT = re.compile(rf"{_NUMBER}\s*(cm|in|\")?", re.IGNORECASE)
_TEMPERATURE = re.compile(rf"{_NUMBER}\s*°?\s*([cf])?", re.IGNORECASE)


def weight_as_typed(text: str) -> Decimal | None:
    """``70``, ``70.5 kg``, ``154 lb``, ``7 lb 4 oz`` in kg to the hundredth; None if it is no weight."""
    found = _WEIGHT.fullmatch(text.strip())
    if found is None or (found[3] and not _in_pounds(found[2])):
        return None
    amount = Decimal(found[1])
    if _in_pounds(found[2]):
        amount = (amount + Decimal(found[3] or 0) / 16) * KG_PER_LB
    return amount.quantize(Decimal("0.01"))


def height_as_typed(text: str) -> Decimal | None:
    """``170``, ``170 cm``, ``67 in``, ``5'7"``, ``5 ft 7`` in cm to the tenth; None if it is no height."""
    feet = _FEET.fullmatch(text.strip())
    if feet:
        return ((int(feet[1]) * 12 + Decimal(feet[2] or 0)) * CM_PER_INCH).quantize(Decimal("0.1"))
    found = _HEIGHT.fullmatch(text.strip())
    if found is None:
        return None
    scale = CM_PER_INCH if (found[2] or "").lower() in ("in", '"') else Decimal(1)
    return (Decimal(found[1]) * scale).quantize(Decimal("0.1"))


def length_as_typed(text: str) -> Decimal | None:
    """``65.5``, ``65.5 cm``, ``25.8 in`` in cm to the tenth; None if it is no length of a child or of a head."""
    return None if _FEET.fullmatch(text.strip()) else height_as_typed(text)


def temperature_as_typed(text: str) -> Decimal | None:
    """``37``, ``37.2 C``, ``98.6 F`` in degrees Celsius to the tenth; bare numbers above 45 are Fahrenheit.

    A number that no body has, written without its point, is meant with it: ``986`` is 98.6, ``372`` is 37.2.
    """
    found = _TEMPERATURE.fullmatch(text.strip())
    if found is None:
        return None
    degrees, scale = Decimal(found[1]), (found[2] or "").lower()
    if not scale and "." not in found[1] and POINT_LEFT_OUT <= degrees < 10 * POINT_LEFT_OUT:
        degrees /= 10
    if scale == "f" or (not scale and degrees > 45):
        degrees = (degrees - 32) * 5 / 9
    return degrees.quantize(Decimal("0.1"))


def _in_pounds(unit: str | None) -> bool:
    return (unit or "").lower() in ("lb", "lbs", "#")
