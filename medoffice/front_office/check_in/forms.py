"""Forms of arrival."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile

from medoffice.front_office.scheduling.types import VisitType
from medoffice.practice.types import Site, StaffMember


class WalkInForm(forms.Form):
    """Somebody who comes without an appointment."""

    provider = forms.ChoiceField(label="Who sees them", widget=forms.Select(attrs={"autofocus": True}))
    site = forms.ChoiceField(label="At")
    visit_type = forms.ChoiceField(label="Kind of visit")
    reason = forms.CharField(label="What they come for", max_length=200)
    identity_checked = forms.CharField(label="Identity: what was checked", max_length=80)
    coverage = forms.ChoiceField(label="Billed to", required=False)

    def offer(
        self, providers: list[StaffMember], sites: list[Site], kinds: list[VisitType], payers: list[tuple[str, str]]
    ) -> None:
        """Set what can be chosen."""
        self._choices("provider", [(str(member.id), member.name) for member in providers])
        self._choices("site", [(str(place.id), place.name) for place in sites])
        self._choices("visit_type", [(kind.key, f"{kind.name}, {kind.minutes} min") for kind in kinds])
        self._choices("coverage", payers)

    def chosen(self) -> UUID | None:
        """Who is billed: a policy or a case; None for self-pay."""
        return UUID(self.cleaned_data["coverage"]) if self.cleaned_data["coverage"] else None

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = dict(self.cleaned_data)
        provider, site, _ = (data.pop(name) for name in ("provider", "site", "coverage"))
        return {**data, "provider_id": UUID(provider), "site_id": UUID(site)}

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


class CardForm(forms.Form):
    """Both sides of an insurance card."""

    front = forms.FileField(label="Front", max_length=200, help_text="A photograph or scan: PNG or JPEG, at most 1 MB.")
    back = forms.FileField(label="Back", max_length=200, required=False)

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - Django's signature
        """Let a tablet's camera be offered at once."""
        super().__init__(*given, **named)
        for field in self.fields.values():
            field.widget.attrs |= {"accept": "image/png,image/jpeg", "capture": "environment"}
        self.fields["front"].widget.attrs["autofocus"] = True

    def sides(self) -> tuple[bytes, bytes]:
        """The bytes of the front and, if there is one, of the back."""
        front, back = (self.cleaned_data.get(name) for name in ("front", "back"))
        return _bytes(front), _bytes(back)


def _bytes(file: object) -> bytes:
    return file.read() if isinstance(file, UploadedFile) else b""
