"""Forms of the practice: the office, sites, rooms, closed days, staff, payers."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import RegexValidator

from medoffice.practice.types import Address, NewAccount, Payer, Practice, Site, StaffMember
from medoffice.security.types import Role
from medoffice.ui.fields import TypedDateField, TypedWhenField

ZONES = (
    ("America/New_York", "Eastern"),
    ("America/Chicago", "Central"),
    ("America/Denver", "Mountain"),
    ("America/Phoenix", "Arizona"),
    ("America/Los_Angeles", "Pacific"),
    ("America/Anchorage", "Alaska"),
    ("Pacific/Honolulu", "Hawaii"),
    ("America/Puerto_Rico", "Puerto Rico"),
    ("Pacific/Guam", "Guam"),
)
PLACES = (
    ("11", "11, an office"),
    ("20", "20, urgent care"),
    ("22", "22, a hospital's clinic"),
    ("72", "72, rural clinic"),
)
FILING = (
    ("CI", "CI, commercial"),
    ("BL", "BL, Blue Cross and Blue Shield"),
    ("HM", "HM, HMO"),
    ("12", "12, PPO"),
    ("MB", "MB, Medicare part B"),
    ("16", "16, Medicare HMO"),
    ("MC", "MC, Medicaid"),
    ("CH", "CH, TRICARE"),
    ("WC", "WC, workers' compensation"),
    ("AM", "AM, automobile"),
)


class AddressedForm(forms.Form):
    """A US postal address and a telephone, at the end of whatever has one."""

    line1 = forms.CharField(label="Street", max_length=80)
    line2 = forms.CharField(label="Suite", max_length=80, required=False)
    city = forms.CharField(label="City", max_length=60)
    state = forms.CharField(label="State", validators=[RegexValidator(r"^[A-Za-z]{2}$", "Two letters, such as IL.")])
    zip = forms.CharField(
        label="ZIP",
        validators=[RegexValidator(r"^[0-9]{5}(-?[0-9]{4})?$", "Five digits, or nine.")],
        help_text="Nine digits for the office: claims ask for them.",
    )
    phone = forms.CharField(label="Phone", max_length=20, required=False)

    def filled(self) -> dict[str, Any]:
        """What was typed, the address as one value."""
        data = dict(self.cleaned_data)
        line1, line2, city, state, zip_ = (data.pop(name) for name in ("line1", "line2", "city", "state", "zip"))
        return {**data, "address": Address(line1, city, state.upper(), zip_, line2)}


def address_shown(address: Address) -> dict[str, str]:
    """An address in the form's terms."""
    return {name: getattr(address, name) for name in ("line1", "line2", "city", "state", "zip")}


class PracticeForm(AddressedForm):
    """The legal office that bills."""

    field_order = ("name", "npi", "tax_id", "taxonomy")
    name = forms.CharField(label="Legal name", max_length=60, help_text="As on the letter from the IRS.")
    npi = forms.CharField(label="Group NPI", max_length=10)
    tax_id = forms.CharField(label="Tax id", max_length=10, help_text="99-9999999")
    taxonomy = forms.CharField(label="Taxonomy code", max_length=10, help_text="On the letter from NPPES.")

    @staticmethod
    def shown(office: Practice) -> dict[str, str]:
        """An office in the form's terms."""
        names = ("name", "npi", "tax_id", "taxonomy", "phone")
        return {**{name: getattr(office, name) for name in names}, **address_shown(office.address)}


class SiteForm(AddressedForm):
    """A place where patients are seen."""

    field_order = ("name", "zone", "npi", "place_of_service")
    name = forms.CharField(label="Name", max_length=60)
    zone = forms.ChoiceField(label="Time zone", choices=ZONES)
    npi = forms.CharField(label="NPI", max_length=10, help_text="The group's, if the site has none of its own.")
    place_of_service = forms.ChoiceField(label="Place of service", choices=PLACES)

    @staticmethod
    def shown(site: Site) -> dict[str, str]:
        """A site in the form's terms."""
        names = ("name", "zone", "npi", "place_of_service", "phone")
        return {**{name: getattr(site, name) for name in names}, **address_shown(site.address)}


class HandOverForm(forms.Form):
    """Whose an item of the queue becomes; blank is nobody's."""

    to = forms.UUIDField(required=False)


class PutOffForm(forms.Form):
    """Until when an item of the queue waits."""

    until = TypedWhenField(label="Until")


class RoomForm(forms.Form):
    """An exam room."""

    name = forms.CharField(label="Room", max_length=40)


class ClosedForm(forms.Form):
    """A day on which a site is closed."""

    on = TypedDateField(label="Closed on", help_text="11/26/2026")
    reason = forms.CharField(label="Why", max_length=80)


class StaffForm(forms.Form):
    """Somebody who works here."""

    name = forms.CharField(label="Name", max_length=120, help_text="As patients read it.")
    family_name = forms.CharField(label="Family name", max_length=60)
    credentials = forms.CharField(label="Credentials", max_length=20, required=False, help_text="MD, RN, CPC")
    site = forms.ChoiceField(label="Works at")
    is_provider = forms.BooleanField(label="Sees patients and signs", required=False)
    npi = forms.CharField(label="NPI", max_length=10, required=False, help_text="For those who see patients.")
    taxonomy = forms.CharField(label="Taxonomy code", max_length=10, required=False)

    def offer(self, sites: list[Site]) -> None:
        """Set the sites that can be chosen."""
        choices_of(self, "site", [(str(place.id), place.name) for place in sites])

    def filled(self) -> dict[str, Any]:
        """What was typed about the person."""
        data = {name: self.cleaned_data[name] for name in StaffForm.base_fields if name != "site"}
        return {**data, "site_id": UUID(self.cleaned_data["site"])}

    @staticmethod
    def shown(member: StaffMember) -> dict[str, object]:
        """A staff member in the form's terms."""
        names = ("name", "family_name", "credentials", "is_provider", "npi", "taxonomy")
        return {**{name: getattr(member, name) for name in names}, "site": str(member.site_id)}


class NewStaffForm(StaffForm):
    """Somebody new, with the account they sign in with."""

    account = forms.ChoiceField(label="Account", required=False)
    username = forms.CharField(label="Sign-in name", max_length=60, required=False)
    roles = forms.MultipleChoiceField(
        label="Roles",
        choices=[(role.value, role.value.replace("_", " ")) for role in Role if role is not Role.SYSTEM],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="They choose their password themselves, with a code from their account's page.",
    )

    def offer_accounts(self, people: list[tuple[UUID, str]]) -> None:
        """Set the accounts that can be chosen."""
        own = [(str(user_id), f"{name}'s") for user_id, name in people]
        choices_of(self, "account", [("new", "a new one"), *own, ("none", "none")])

    def clean(self) -> dict[str, Any]:
        """A new account needs all its parts."""
        data = super().clean() or self.cleaned_data
        if data.get("account") == "new":
            for name in ("username", "roles"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, "A new account needs this.")
        return data

    def user_id(self) -> UUID | None:
        """The account that was chosen."""
        chosen = self.cleaned_data["account"]
        return UUID(chosen) if chosen not in ("", "new", "none") else None

    def new_account(self) -> NewAccount | None:
        """The account to be given."""
        data = self.cleaned_data
        if data["account"] != "new":
            return None
        return NewAccount(data["username"], tuple(Role(role) for role in data["roles"]))


class PayerForm(AddressedForm):
    """Who pays claims."""

    field_order = ("name", "number", "filing_code", "timely_filing_days")
    name = forms.CharField(label="Name", max_length=60)
    number = forms.CharField(label="Payer id", max_length=30, help_text="As the clearinghouse lists it.")
    filing_code = forms.ChoiceField(label="Kind", choices=FILING)
    timely_filing_days = forms.IntegerField(
        label="Days to file", min_value=30, max_value=1_095, help_text="From the visit; in the contract."
    )

    @staticmethod
    def shown(payer: Payer) -> dict[str, object]:
        """A payer in the form's terms."""
        names = ("name", "number", "filing_code", "timely_filing_days", "phone")
        return {**{name: getattr(payer, name) for name in names}, **address_shown(payer.address)}


def choices_of(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    """Set what can be chosen in a field."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
