"""Forms of patient identity. ``show_hidden_initial`` tells what a person changed from what they only saw."""

from datetime import date

from django import forms

from medoffice.practice.types import Address
from medoffice.records.patients.rules.age import birth_date_words
from medoffice.records.patients.rules.search import birth_date_as_typed
from medoffice.records.patients.types.people import LANGUAGES, Patient, PatientChanges, PatientName
from medoffice.records.patients.types.said import SAYABLE


class PatientForm(forms.Form):
    """Who a patient is; the same form registers and changes."""

    family = forms.CharField(
        label="Legal family name",
        max_length=80,
        help_text="A single legal name goes here.",
        widget=forms.TextInput(attrs={"autofocus": True}),
    )
    given = forms.CharField(label="Given name", max_length=80, required=False)
    middle = forms.CharField(label="Middle", max_length=80, required=False)
    suffix = forms.CharField(label="Suffix", max_length=12, required=False)
    preferred = forms.CharField(label="Likes to be called", max_length=80, required=False)
    pronouns = forms.CharField(label="Pronouns", max_length=30, required=False)
    sex = forms.ChoiceField(
        label="Sex", choices=[("", ""), ("F", "F"), ("M", "M"), ("U", "U")], help_text="As the insurance has it."
    )
    birth_date = forms.CharField(label="Birth date", max_length=20, help_text="11/24/1980")
    language = forms.ChoiceField(label="Language", choices=list(LANGUAGES.items()))
    interpreter = forms.BooleanField(label="Needs an interpreter", required=False)
    phone = forms.CharField(label="Phone", max_length=24, required=False)
    email = forms.EmailField(label="E-mail", required=False)
    line1 = forms.CharField(label="Street", max_length=80, required=False)
    line2 = forms.CharField(label="Apartment", max_length=80, required=False)
    city = forms.CharField(label="City", max_length=60, required=False)
    state = forms.CharField(label="State", max_length=2, required=False)
    zip = forms.CharField(label="ZIP", max_length=10, required=False)
    alert = forms.CharField(label="Alert", max_length=200, required=False)

    today: date = date.max
    groups: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("Name", ("family", "given", "middle", "suffix", "preferred", "pronouns")),
        ("Person", ("sex", "birth_date", "language", "interpreter")),
        ("How to reach them", ("phone", "email")),
        ("Address", ("line1", "line2", "city", "state", "zip")),
        ("What everybody must know", ("alert",)),
    )

    def clean_birth_date(self) -> date:
        """A past date as typed."""
        found = birth_date_as_typed(self.cleaned_data["birth_date"], self.today)
        words = birth_date_words(found, self.today) if found else "There is no such date. Write one like 03/08/1968."
        if found is None or words:
            raise forms.ValidationError(words)
        return found

    def name(self) -> PatientName:
        """The name as typed."""
        data = self.cleaned_data
        return PatientName(data["family"], data["given"], data["middle"], data["suffix"], data["preferred"])

    def address(self) -> Address:
        """The address as typed."""
        data = self.cleaned_data
        return Address(data["line1"], data["city"], data["state"].upper(), data["zip"], data["line2"])

    def changes(self) -> PatientChanges:
        """Only what differs from what the person was shown, without what they left to somebody else's value."""
        mine = [name for name in self.changed_data if self.data.get(f"keep_{name}") != "theirs"]
        return PatientChanges(**{name: self.cleaned_data[name] for name in mine})


class ChangeForm(PatientForm):
    """The same fields, remembering what was shown."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Make every field carry its first value."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # Django's own signature is open
        for field in self.fields.values():
            field.show_hidden_initial = True


COMFORT = ("preferred", "address_as", "language", "interpreter", "fears", "helps")


class ComfortForm(ChangeForm):
    """Of a patient only what makes a visit easier for them."""

    address_as = forms.CharField(
        label="How to address them",
        max_length=80,
        required=False,
        help_text="Mrs. Vale; a child: Bean, and speak to her first",
    )
    fears = forms.CharField(
        label="What they fear", max_length=200, required=False, help_text="Needles, closed doors, being touched unasked"
    )
    helps = forms.CharField(
        label="What helps", max_length=200, required=False, help_text="Say each step first; her sister comes along"
    )
    groups = (("How to meet them", COMFORT),)

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Only these fields."""
        super().__init__(*args, **kwargs)
        self.fields = {name: self.fields[name] for name in COMFORT}
        self.fields["preferred"].widget.attrs["autofocus"] = True


class PermitForm(forms.Form):
    """Somebody who may speak for the patient."""

    name = forms.CharField(label="Name", max_length=120)
    relation = forms.CharField(label="Relation", max_length=40)
    phone = forms.CharField(label="Phone", max_length=24, required=False)


class HouseholdForm(forms.Form):
    """Somebody the patient lives with."""

    mrn = forms.CharField(label="MRN of the other", max_length=16, help_text="M-10001")


class SameForm(forms.Form):
    """Another record of the same person."""

    mrn = forms.CharField(label="MRN of the other record", max_length=16, help_text="M-10001")


def as_typed(who: Patient) -> dict[str, object]:
    """A patient's present values in the form's terms."""
    return {
        "family": who.name.family,
        "given": who.name.given,
        "middle": who.name.middle,
        "suffix": who.name.suffix,
        "preferred": who.name.preferred,
        "pronouns": who.pronouns,
        "sex": who.sex,
        "birth_date": who.birth_date.strftime("%m/%d/%Y"),
        "language": who.language,
        "interpreter": who.interpreter,
        "phone": who.phone,
        "email": who.email,
        "line1": who.address.line1,
        "line2": who.address.line2,
        "city": who.address.city,
        "state": who.address.state,
        "zip": who.address.zip,
        "alert": who.alert,
        "address_as": who.address_as,
        "fears": who.fears,
        "helps": who.helps,
    }


LABEL_KINDS = [("patient", "patient label"), ("chart", "chart label"), ("card", "card for the patient")]


class LabelSizeForm(forms.Form):
    """A size of labels."""

    name = forms.CharField(label="Name", max_length=60)
    kind = forms.ChoiceField(label="On it", choices=LABEL_KINDS)
    width_mm = forms.IntegerField(label="Width (mm)", min_value=20, max_value=220)
    height_mm = forms.IntegerField(label="Height (mm)", min_value=10, max_value=300)


class SaidForm(forms.Form):
    """What a patient says; each field stands beside what the record has, and left blank says nothing."""

    preferred = forms.CharField(max_length=80, required=False)
    phone = forms.CharField(max_length=24, required=False)
    email = forms.EmailField(required=False)
    line1 = forms.CharField(max_length=80, required=False)
    line2 = forms.CharField(max_length=80, required=False)
    city = forms.CharField(max_length=60, required=False)
    state = forms.CharField(max_length=2, required=False)
    zip = forms.CharField(max_length=10, required=False)

    def beside(self, who: Patient) -> None:
        """Say at each field what the record has."""
        held = {"preferred": who.name.preferred, "phone": who.phone, "email": who.email}
        held |= {name: getattr(who.address, name) for name in ("line1", "line2", "city", "state", "zip")}
        for name, field in self.fields.items():
            field.label, field.help_text = SAYABLE[name], f"The record has: {held[name] or 'nothing'}"

    def told(self) -> dict[str, str]:
        """What was said, by field."""
        return {name: text for name, text in self.cleaned_data.items() if text}
