"""Forms about laboratory orders."""

from collections.abc import Iterable

from django import forms

from medoffice.clinic.orders.types import Asked, Laboratory, LabTest

_WIDE = {"wide": "yes"}


class LabOrderForm(forms.Form):
    """What is asked of a laboratory, for a visit."""

    codes = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    diagnoses = forms.CharField(
        label="Why (ICD-10-CM codes)", max_length=200, required=False, widget=forms.TextInput(attrs=_WIDE)
    )
    answers = forms.CharField(required=False, widget=forms.HiddenInput)
    fasting = forms.BooleanField(label="Fasting", required=False)
    note = forms.CharField(
        label="To the laboratory", max_length=300, required=False, widget=forms.TextInput(attrs=_WIDE)
    )

    def offer(self, tests: list[LabTest]) -> None:
        """Set what can be chosen."""
        field = self.fields["codes"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(one.code, one.words) for one in tests]

    def asked(self, tests: list[LabTest], of_set: Iterable[str] = ()) -> Asked:
        """What was typed, with the tests of a set that was chosen, as the action takes it."""
        said = self.cleaned_data
        wanted = tuple(dict.fromkeys((*said["codes"], *of_set)))
        chosen = [test for test in tests if test.code in wanted]
        asks = dict.fromkeys(ask for test in chosen for ask in test.asks)
        answers = tuple((ask, words) for ask in asks if (words := self.data.get(f"ask:{ask}", "").strip()[:200]))
        codes = tuple(part.upper() for part in said["diagnoses"].replace(",", " ").split())
        return Asked(wanted, codes, said["fasting"], said["note"], answers)


class LaboratoryForm(forms.Form):
    """What is known of a laboratory."""

    name = forms.CharField(label="Name", max_length=80)
    phone = forms.CharField(label="Telephone", max_length=20, required=False)
    account = forms.CharField(label="Our number there", max_length=40, required=False)
    hours = forms.IntegerField(label="Answers within hours", min_value=1, max_value=2000, initial=72)
    door = forms.ChoiceField(
        label="Orders go",
        required=False,
        choices=[("", "on paper, with the specimen"), ("mllp", "over the wire (MLLP)")],
    )
    host = forms.CharField(label="Address", max_length=80, required=False)
    port = forms.IntegerField(label="Port", min_value=0, max_value=65_535, required=False)
    application = forms.CharField(label="Receiving application (MSH-5)", max_length=40, required=False)
    facility = forms.CharField(label="Receiving facility (MSH-6)", max_length=40, required=False)
    old = forms.BooleanField(label="Takes nothing newer than ORM^O01", required=False)
    used = forms.BooleanField(label="In use", required=False, initial=True)

    @classmethod
    def told(cls, lab: Laboratory) -> dict[str, object]:
        """What stands in it for a laboratory."""
        return {name: getattr(lab, name) for name in cls.base_fields}


class CompendiumForm(forms.Form):
    """A laboratory's list of tests."""

    text = forms.CharField(
        label="Tests, tab-separated: code, name, specimen, fasting, questions, loinc", strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "wide": "yes"}),
    )  # fmt: skip


class OrderSetForm(forms.Form):
    """Tests that are ordered together."""

    name = forms.CharField(label="Name", max_length=80)
    codes = forms.CharField(label="Codes of tests", max_length=400, widget=forms.TextInput(attrs=_WIDE))
    standing = forms.BooleanField(label="Standing: may be ordered by protocol, co-signed after", required=False)
