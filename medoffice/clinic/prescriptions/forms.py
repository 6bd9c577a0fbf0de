"""Forms of prescriptions."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms

from medoffice.clinic.prescriptions.rules.english import number
from medoffice.clinic.prescriptions.rules.exchange import SAID
from medoffice.clinic.prescriptions.rules.shorthand import shorthand
from medoffice.clinic.prescriptions.types.controlled import Seen
from medoffice.clinic.prescriptions.types.exchange import Carried
from medoffice.clinic.prescriptions.types.prescribing import Package, Prescribed, Prescription, Typed
from medoffice.clinic.prescriptions.types.renewals import Asking, Way
from medoffice.practice.types import StaffMember
from medoffice.ui.fields import TypedDateField

MOST_DAYS, MOST_REFILLS = 365, 99

# What came by wire came by itself, and is answered so.
BY_HAND = [(one.value, one.value) for one in Way if one is not Way.WIRE]


class PrescribeForm(forms.Form):
    """What is prescribed; what is blank is counted from the rest."""

    key = forms.CharField(max_length=12, required=False, widget=forms.HiddenInput)
    medicine = forms.CharField(max_length=200, error_messages={"required": "Say what is prescribed."})
    sig = forms.CharField(label="Sig", max_length=400, error_messages={"required": "Say how it is taken."})
    days = forms.IntegerField(label="Days", required=False, min_value=1, max_value=MOST_DAYS)
    quantity = forms.DecimalField(
        label="Quantity", required=False, min_value=Decimal("0.001"), max_digits=8, decimal_places=3
    )
    refills = forms.IntegerField(label="Refills", required=False, min_value=0, max_value=MOST_REFILLS)
    package_size = forms.DecimalField(
        label="In packages of", required=False, min_value=Decimal("0.001"), max_digits=7, decimal_places=3
    )
    package_name = forms.CharField(label="Package", max_length=20, required=False)
    indication = forms.CharField(label="What for", max_length=200, required=False)
    diagnosis = forms.CharField(label="ICD-10-CM", max_length=10, required=False)
    to_pharmacist = forms.CharField(label="Note to the pharmacist", max_length=210, required=False)
    daw = forms.BooleanField(label="Dispense as written", required=False)
    prescriber = forms.ChoiceField(label="Prescriber")

    def offer(self, people: list[StaffMember], me: UUID | None) -> None:
        """Set who can sign it; who looks at it first, if they can."""
        field = self.fields["prescriber"]
        first = sorted(people, key=lambda one: one.id != me)
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(one.id), one.name) for one in first]

    def typed(self) -> Typed:
        """What was typed, for the rules."""
        said = self.cleaned_data
        return Typed(
            medicine=said.get("medicine", ""),
            sig=said.get("sig", ""),
            days=said.get("days") or 0,
            quantity=said.get("quantity"),
            refills=said.get("refills"),
            daw=said.get("daw", False),
            indication=said.get("indication", ""),
            diagnosis=said.get("diagnosis", ""),
            to_pharmacist=said.get("to_pharmacist", ""),
            package=Package(said.get("package_size") or Decimal(0), said.get("package_name", "")),
        )


class WhyForm(forms.Form):
    """Why something is ended."""

    why = forms.CharField(label="Why", max_length=200)


class FavouriteForm(forms.Form):
    """What a favourite is called."""

    name = forms.CharField(label="Called", max_length=80)


class RenewalForm(forms.Form):
    """Who asks for what again, which way, and where the answer goes."""

    prescription = forms.ChoiceField(label="Of", required=False)
    medicine = forms.CharField(label="Medicine, as they say it", max_length=200, required=False)
    way = forms.ChoiceField(label="It came by", choices=BY_HAND)
    asker = forms.CharField(label="Who asks", max_length=120, initial="the patient")
    pharmacy = forms.CharField(label="Pharmacy", max_length=120, required=False)
    answer_to = forms.CharField(label="Answer to (telephone or fax)", max_length=60, required=False)
    note = forms.CharField(label="What they said", max_length=300, required=False)

    def offer(self, known: list[Prescription]) -> None:
        """Set what can be asked for again."""
        field = self.fields["prescription"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*((str(one.id), one.says.medicine) for one in known), ("", "something else")]
            self.names = {str(one.id): one.says.medicine for one in known}

    def asking(self) -> Asking:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        words = self.names.get(said["prescription"], "") or said["medicine"]
        return Asking(words, Way(said["way"]), said["asker"], said["pharmacy"], said["answer_to"], said["note"])

    def prescription_id(self) -> UUID | None:
        """What of ours is asked for again."""
        chosen = self.cleaned_data["prescription"]
        return UUID(chosen) if chosen else None


class RenewsForm(forms.Form):
    """Which prescription a request means, as it was seen."""

    renews = forms.UUIDField(required=False)


class SoughtForm(forms.Form):
    """Which pharmacies are looked for."""

    q = forms.CharField(label="Name, town, street or number", max_length=80, required=False)


class PharmacyForm(forms.Form):
    """What an office mends of a pharmacy."""

    phone = forms.CharField(label="Telephone", max_length=20, required=False)
    fax = forms.CharField(label="Fax", max_length=20, required=False)
    hours = forms.CharField(label="Hours", max_length=160, required=False)
    wire = forms.CharField(
        label="Takes prescriptions by wire at (NCPDP number)",
        help_text="Seven digits; empty if it takes none so. Not certified.",
        max_length=12,
        required=False,
    )
    used = forms.BooleanField(label="Offered", required=False)


class ChooseForm(forms.Form):
    """Which pharmacy a patient uses."""

    pharmacy = forms.UUIDField(error_messages={"required": "Choose one of the directory."})
    preferred = forms.BooleanField(label="Send prescriptions there", required=False, initial=True)


class DirectForm(forms.Form):
    """To which pharmacy a prescription goes."""

    pharmacy = forms.UUIDField()


class SendForm(forms.Form):
    """By which way a prescription goes, who took it down, and why it goes so."""

    way = forms.ChoiceField(choices=[(one.value, one.value) for one in Carried])
    told = forms.CharField(max_length=120, required=False)
    why = forms.CharField(max_length=200, required=False)


class SaidForm(forms.Form):
    """What a pharmacy said."""

    event = forms.ChoiceField(label="They say", choices=[(one.value, one.value) for one in SAID])
    words = forms.CharField(label="Who said it, and what else", max_length=200)


class SettledForm(forms.Form):
    """What was done about a pharmacy's message."""

    words = forms.CharField(label="What was done", max_length=200)


class AnswerForm(forms.Form):
    """Who was told, and which way."""

    way = forms.ChoiceField(label="By", choices=BY_HAND)
    told = forms.CharField(label="Who was told", max_length=120)


def prescribed_shown(says: Prescribed) -> dict[str, Any]:
    """What a prescription says, as it is typed."""
    return {
        "key": says.key,
        "medicine": says.medicine,
        "sig": shorthand(says.sig),
        "days": says.days_supply,
        "quantity": number(says.quantity),
        "refills": says.refills,
        "package_size": number(says.package.size) if says.package.size else None,
        "package_name": says.package.name,
        "indication": says.indication,
        "diagnosis": says.diagnosis,
        "to_pharmacist": says.to_pharmacist,
        "daw": says.daw,
    }


class CheckForm(forms.Form):
    """What a monitoring program told."""

    seen = forms.ChoiceField(label="It told", choices=[(one.value, one.value) for one in Seen])
    program = forms.CharField(label="Program", max_length=80)
    words = forms.CharField(label="Words", max_length=300, required=False)


class AgreementForm(forms.Form):
    """What was agreed on: with whom, for which days, on which paper."""

    prescriber = forms.ChoiceField(label="With")
    signed_on = TypedDateField(label="Signed")
    until = TypedDateField(label="Until")
    document = forms.ChoiceField(label="Its paper", required=False)

    def offer(self, people: list[StaffMember], papers: list[tuple[str, str]]) -> None:
        """Who prescribes, and the patient's papers."""
        _choose(self, "prescriber", [(str(one.id), one.name) for one in people])
        _choose(self, "document", [("", "not in the chart"), *papers])


class CountForm(forms.Form):
    """What is left of one that was given."""

    prescription = forms.ChoiceField(label="Of")
    counted = forms.DecimalField(label="Left", min_value=Decimal(0), max_digits=8, decimal_places=3)
    words = forms.CharField(label="Words", max_length=300, required=False)

    def offer(self, given: list[Prescription]) -> None:
        """What may be counted."""
        _choose(self, "prescription", [(str(one.id), f"{one.says.medicine} {one.number}") for one in given])


def _choose(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
