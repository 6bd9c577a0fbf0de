"""Forms of arrival."""

from typing import Any
from uuid import UUID

from django import forms

from medoffice.front_office.scheduling.types import VisitType
from medoffice.practice.types import Site, StaffMember
from medoffice.records.coverage.types import Coverage


class WalkInForm(forms.Form):
    """Somebody who comes without an appointment."""

    provider = forms.ChoiceField(label="Who sees them")
    site = forms.ChoiceField(label="At")
    visit_type = forms.ChoiceField(label="Kind of visit")
    reason = forms.CharField(label="What they come for", max_length=200)
    identity_checked = forms.CharField(label="Identity: what was checked", max_length=80)
    coverage = forms.ChoiceField(label="Insurance today", required=False)

    def offer(
        self, providers: list[StaffMember], sites: list[Site], kinds: list[VisitType], policies: list[Coverage]
    ) -> None:
        """Set what can be chosen."""
        self._choices("provider", [(str(member.id), member.name) for member in providers])
        self._choices("site", [(str(place.id), place.name) for place in sites])
        self._choices("visit_type", [(kind.key, f"{kind.name}, {kind.minutes} min") for kind in kinds])
        held = [(str(policy.id), f"{policy.payer_name} {policy.member_id}") for policy in policies]
        self._choices("coverage", [*held, ("", "self-pay")])

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        data = dict(self.cleaned_data)
        provider, site, coverage = (data.pop(name) for name in ("provider", "site", "coverage"))
        ids = {"provider_id": UUID(provider), "site_id": UUID(site)}
        return {**data, **ids, "coverage_id": UUID(coverage) if coverage else None}

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
