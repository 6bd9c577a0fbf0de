"""Forms of patient identity. ``show_hidden_initial`` tells what a person changed from what they only saw."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms

from medoffice.practice.types import Address, StaffMember
from medoffice.records.patients.rules.age import birth_date_words
from medoffice.records.patients.rules.search import birth_date_as_typed
from medoffice.records.patients.types.card import (
    ETHNICITIES,
    GENDER_IDENTITIES,
    ORIENTATIONS,
    RACES,
    SYSTEMS,
    USES,
    Card,
    Coded,
)
from medoffice.records.patients.types.people import LANGUAGES, Patient, PatientChanges, PatientName
from medoffice.records.patients.types.reaching import WAYS
from medoffice.records.patients.types.said import SAYABLE


class PatientForm(forms.Form):
    """Who a patient is; the groups of the card have the same fields."""

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


HOME = ("line1", "line2", "city", "state", "zip")


def _choices(codes: Mapping[str, Coded]) -> list[tuple[str, str]]:
    return [("", "not asked"), *((one.code, one.words) for one in codes.values())]


class ChangeForm(PatientForm):
    """A group of fields of the card (``names``), remembering what was shown; also what registration does not ask."""

    gender_identity = forms.ChoiceField(
        label="Gender identity", choices=_choices(GENDER_IDENTITIES), required=False, help_text="Codes not verified."
    )
    orientation = forms.ChoiceField(
        label="Sexual orientation", choices=_choices(ORIENTATIONS), required=False, help_text="Codes not verified."
    )
    race = forms.MultipleChoiceField(
        label="Race",
        choices=_choices(RACES)[1:],
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"wide": "yes"}),
    )
    ethnicity = forms.ChoiceField(label="Ethnicity", choices=_choices(ETHNICITIES), required=False)
    employer = forms.CharField(label="Employer", max_length=120, required=False)
    employer_phone = forms.CharField(label="Employer's phone", max_length=24, required=False)
    pcp = forms.ChoiceField(label="Primary care provider here", required=False)
    pcp_outside = forms.CharField(
        label="Or elsewhere", max_length=120, required=False, help_text="Dr Weiss, Lakeside Family Practice"
    )
    pcp_phone = forms.CharField(label="Phone of the one elsewhere", max_length=24, required=False)
    pharmacy = forms.CharField(label="Pharmacy", max_length=120, required=False)
    pharmacy_address = forms.CharField(label="Where", max_length=160, required=False)
    pharmacy_phone = forms.CharField(label="Pharmacy's phone", max_length=24, required=False)
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

    private_way = forms.ChoiceField(
        label="By this way only",
        choices=[("", "any"), *WAYS.items()],
        required=False,
        help_text="They need not say why.",
    )
    private_phone = forms.CharField(label="At this phone instead", max_length=24, required=False)
    private_email = forms.EmailField(label="At this e-mail instead", required=False)
    private_care_of = forms.CharField(label="Mail care of", max_length=80, required=False)
    private_line1 = forms.CharField(label="Mail to street", max_length=80, required=False)
    private_line2 = forms.CharField(label="Apartment", max_length=80, required=False)
    private_city = forms.CharField(label="City", max_length=60, required=False)
    private_state = forms.CharField(label="State", max_length=2, required=False)
    private_zip = forms.CharField(label="ZIP", max_length=10, required=False)
    not_by = forms.MultipleChoiceField(
        label="Wants none of",
        choices=list(WAYS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"wide": "yes"}),
    )
    not_by_why = forms.CharField(label="Why, if they say", max_length=120, required=False)

    names: tuple[str, ...] = ()
    groups = ()

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Only the fields of the group; every one carries its first value, and the hands begin at the first."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # Django's own signature is open
        self.fields = {name: self.fields[name] for name in self.names}
        for at, field in enumerate(self.fields.values()):
            field.show_hidden_initial = True
            field.widget.attrs["autofocus"] = at == 0

    def offer(self, providers: Iterable[StaffMember]) -> None:
        """Let one of the office's providers be chosen."""
        if "pcp" in self.fields:
            ours = [(str(one.id), f"{one.name} {one.credentials}".strip()) for one in providers]
            self.fields["pcp"].choices = [("", "nobody"), *ours]  # type: ignore[attr-defined] # a choice

    def changes(self) -> PatientChanges:
        """Only what differs from what the person was shown, without what they left to somebody else's value."""
        mine = {name for name in self.changed_data if self.data.get(f"keep_{name}") != "theirs"}
        told: dict[str, Any] = {name: self.cleaned_data[name] for name in self.fields if name in mine}
        told |= {name: tuple(one) for name, one in told.items() if isinstance(one, list)}
        return PatientChanges(**told)


class NameForm(ChangeForm):
    """What they are called."""

    names = ("family", "given", "middle", "suffix", "preferred", "pronouns")


class PersonForm(ChangeForm):
    """What claims need of them."""

    names = ("birth_date", "sex")


class ToldForm(ChangeForm):
    """What they say of who they are."""

    names = ("gender_identity", "orientation", "ethnicity", "race")


class LanguageForm(ChangeForm):
    """What they speak."""

    names = ("language", "interpreter")


class ReachForm(ChangeForm):
    """How to reach them at first."""

    names = ("phone", "email")


class AddressForm(ChangeForm):
    """Where they live."""

    names = HOME


class PrivateForm(ChangeForm):
    """Where and how they ask to be reached instead, and what they want none of."""

    names = (
        *("private_way", "private_phone", "private_email", "private_care_of"),
        *("private_line1", "private_line2", "private_city", "private_state", "private_zip", "not_by", "not_by_why"),
    )

    def clean(self) -> dict[str, Any]:
        """A place to write to has a street, a city and a ZIP code; not every way is closed but the one they want."""
        data = super().clean() or self.cleaned_data
        parts = [data.get(f"private_{part}") for part in ("line1", "city", "state", "zip")]
        if any(parts) and not all(parts):
            self.add_error("private_line1", "Street, city, state and ZIP code, or none of them.")
        if data.get("private_way") and data.get("private_way") in data.get("not_by", []):
            self.add_error("not_by", "This is the one way they want.")
        return data


class WorkForm(ChangeForm):
    """Where they work."""

    names = ("employer", "employer_phone")


class DoctorForm(ChangeForm):
    """Who looks after them."""

    names = ("pcp", "pcp_outside", "pcp_phone")


class PharmacyForm(ChangeForm):
    """Where they fetch what is prescribed."""

    names = ("pharmacy", "pharmacy_address", "pharmacy_phone")


class NeedsForm(ChangeForm):
    """What everybody must know, what they fear, what helps."""

    names = ("alert", "address_as", "fears", "helps")


class ComfortForm(ChangeForm):
    """Of a patient only what makes a visit easier for them."""

    names = ("preferred", "address_as", "language", "interpreter", "fears", "helps")


class ContactForm(forms.Form):
    """A further telephone or e-mail address."""

    system = forms.ChoiceField(label="It is a", choices=list(SYSTEMS.items()), widget=forms.Select({"autofocus": True}))
    value = forms.CharField(label="Number or address", max_length=254)
    use = forms.ChoiceField(label="Which", choices=list(USES.items()), initial="mobile")
    note = forms.CharField(label="Note", max_length=80, required=False, help_text="After 5 pm; her sister's")


class PhotoForm(forms.Form):
    """A photo."""

    photo = forms.FileField(label="Photo", max_length=200, help_text="PNG or JPEG; it is drawn anew, small.")


GROUPS: dict[str, tuple[str, type[ChangeForm]]] = {
    "name": ("Name", NameForm),
    "person": ("Person", PersonForm),
    "told": ("Says of themselves", ToldForm),
    "language": ("Language", LanguageForm),
    "reach": ("Phone, e-mail", ReachForm),
    "address": ("Address", AddressForm),
    "private": ("In confidence", PrivateForm),
    "work": ("Employer", WorkForm),
    "doctor": ("Primary care", DoctorForm),
    "pharmacy": ("Pharmacy", PharmacyForm),
    "needs": ("To know, to ease", NeedsForm),
}


def as_typed(who: Card) -> dict[str, object]:
    """A card's present values in the forms' terms."""
    plain = ("pronouns", "sex", "language", "interpreter", "phone", "email", "alert", "address_as", "fears", "helps")
    more = ("gender_identity", "orientation", "ethnicity", "employer", "employer_phone", "pcp_phone")
    further = ("pharmacy", "pharmacy_address", "pharmacy_phone")
    return {
        **{name: getattr(who.name, name) for name in ("family", "given", "middle", "suffix", "preferred")},
        **{name: getattr(who.address, name) for name in HOME},
        **{name: getattr(who, name) for name in (*plain, *more, *further)},
        "birth_date": who.birth_date.strftime("%m/%d/%Y"),
        "private_way": who.private.way,
        "private_phone": who.private.phone,
        "private_email": who.private.email,
        "private_care_of": who.private.care_of,
        **{f"private_{name}": getattr(who.private.address, name) for name in HOME},
        "not_by": list(who.not_by),
        "not_by_why": who.not_by_why,
        "race": list(who.race),
        "pcp": str(who.pcp_id or ""),
        "pcp_outside": "" if who.pcp_id else who.pcp,
    }


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
