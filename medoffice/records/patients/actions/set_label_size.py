"""Say in which size a label or card is printed."""

from medoffice.kernel.refusals import Invalid
from medoffice.records.patients.models import LabelSize
from medoffice.security.api import action, record
from medoffice.security.types import Actor

KINDS = ("patient", "chart", "card")


@action("patients.label_sizes")
def set_label_size(*, actor: Actor, key: str, name: str, kind: str, width_mm: int, height_mm: int) -> None:
    """Set a size; the same key replaces it. Raises Invalid for a size no label printer takes."""
    fields: dict[str, list[str]] = {}
    if not 20 <= width_mm <= 220:
        fields["width_mm"] = ["20 to 220 mm."]
    if not 10 <= height_mm <= 300:
        fields["height_mm"] = ["10 to 300 mm."]
    if kind not in KINDS:
        fields["kind"] = ["Choose what is printed on it."]
    if not key.strip() or not name.strip():
        fields["name"] = ["It has a name."]
    if fields:
        raise Invalid("not-acceptable", "This is no size of a label.", "", {"fields": fields})
    told = {"name": name.strip(), "kind": kind, "width_mm": width_mm, "height_mm": height_mm}
    LabelSize.objects.update_or_create(key=key, defaults=told)
    record("label size", None, size=key, mm=f"{width_mm} x {height_mm}")
