"""Forms of the flow."""

from django import forms

from medoffice.front_office.flow.rules.limits import USUAL
from medoffice.front_office.scheduling.types import VisitType


class LimitForm(forms.Form):
    """How long is long."""

    kind = forms.ChoiceField(label="Kind of visit", required=False)
    stage = forms.ChoiceField(label="Stage", choices=[(one.value, one.value.replace("_", " ")) for one in USUAL])
    look = forms.IntegerField(label="Look after (minutes)", min_value=1, max_value=240)
    act = forms.IntegerField(label="Act after (minutes)", min_value=1, max_value=240)

    def offer(self, kinds: list[VisitType]) -> None:
        """Set what can be chosen."""
        field = self.fields["kind"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "any"), *((kind.key, kind.name) for kind in kinds)]
