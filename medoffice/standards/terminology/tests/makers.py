"""A claim as JSON with nothing wrong in it."""

from typing import Any

CLEAN: dict[str, Any] = {
    "place": "11",
    "diagnoses": ["E11.9", "I10"],
    "lines": [{"procedure": {"code": "G0438", "modifiers": ["25"]}, "pointers": [1, 2], "day": "2026-10-01"}],
}
