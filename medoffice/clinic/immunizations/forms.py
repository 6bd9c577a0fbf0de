"""Forms about vaccines."""

from django import forms

from medoffice.clinic.immunizations.rules.giving import ELIGIBILITY_WORDS, FUNDING_WORDS, ROUTE_WORDS, SITE_WORDS
from medoffice.clinic.immunizations.types import (
    BodySite,
    Dose,
    Eligibility,
    Funding,
    Given,
    Lot,
    Route,
    ToRegistry,
    Vial,
)
from medoffice.clinic.orders.types import Order
from medoffice.records.encounters.types import Encounter
from medoffice.ui.fields import TypedDateField

_ROUTES = [(one.value, words) for one, words in ROUTE_WORDS.items()]
_SITES = [("", "")] + [(one.value, words) for one, words in SITE_WORDS.items()]
_FUNDING = [(one.value, words) for one, words in FUNDING_WORDS.items()]


class DoseForm(forms.Form):
    """What is said of a dose; in the order in which it is typed."""

    site = forms.ChoiceField(
        label="Where", choices=_SITES, required=False, widget=forms.Select(attrs={"autofocus": True})
    )
    route = forms.ChoiceField(label="How", choices=_ROUTES)
    amount = forms.DecimalField(label="mL", max_digits=6, decimal_places=4, required=False)
    vis = TypedDateField(label="VIS of", required=False)
    eligibility = forms.ChoiceField(
        label="Vaccines for Children", choices=[(one.value, words) for one, words in ELIGIBILITY_WORDS.items()]
    )
    order = forms.ChoiceField(label="Answers the order", required=False)

    def offer(self, lot: Lot, orders: list[Order]) -> None:
        """Fill in what the lot says, and which open orders it may answer, the first before the others."""
        vial = lot.vial
        self.initial = {
            "route": vial.route.value,
            "amount": vial.amount,
            "vis": f"{vial.vis:%m/%d/%Y}" if vial.vis else "",
            "eligibility": Eligibility.NOT.value,
            "order": str(orders[0].id) if orders else "",
            **self.initial,
        }
        order = self.fields["order"]
        if isinstance(order, forms.ChoiceField):
            order.choices = [*((str(one.id), one.words) for one in orders), ("", "none")]
        if not orders:
            del self.fields["order"]

    def given(self, lot: Lot) -> Given:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        return Given(
            lot_id=lot.id,
            route=Route(said["route"]),
            site=BodySite(said["site"]) if said["site"] else None,
            vis=said["vis"],
            eligibility=Eligibility(said["eligibility"]),
            amount=said["amount"],
        )


class CorrectionForm(DoseForm):
    """What was really given, and what was wrong."""

    lot = forms.ChoiceField(label="Lot")
    why = forms.CharField(label="What was wrong", max_length=200)
    site = forms.ChoiceField(label="Where", choices=_SITES, required=False)
    field_order = ("why", "lot")

    def ask(self, dose: Dose, lots: list[Lot]) -> None:
        """Fill in what stands there."""
        given = dose.given
        self.initial = {
            "lot": str(dose.lot_id),
            "site": given.site.value if given.site else "",
            "route": given.route.value,
            "amount": given.amount,
            "vis": f"{given.vis:%m/%d/%Y}" if given.vis else "",
            "eligibility": given.eligibility.value,
        }
        lot = self.fields["lot"]
        if isinstance(lot, forms.ChoiceField):
            lot.choices = [(str(one.id), f"{one.words}, lot {one.vial.lot}, {one.on_hand} left") for one in lots]
        self.fields.pop("order", None)


class LotForm(forms.Form):
    """A box that came."""

    cvx = forms.CharField(max_length=5, error_messages={"required": "Choose the vaccine from the list."})
    lot = forms.CharField(label="Lot", max_length=30)
    expires = TypedDateField(label="Last day on the box")
    count = forms.IntegerField(label="Doses", min_value=1, max_value=10_000)
    vis = TypedDateField(label="VIS of", required=False)
    manufacturer = forms.CharField(label="Manufacturer", max_length=80, required=False)
    mvx = forms.CharField(label="MVX code", max_length=5, required=False)
    ndc = forms.CharField(label="NDC", max_length=13, required=False)
    funding = forms.ChoiceField(label="Paid by", choices=_FUNDING)
    route = forms.ChoiceField(label="Usually given", choices=_ROUTES)
    amount = forms.DecimalField(label="mL of a dose", max_digits=6, decimal_places=4, min_value=0, required=False)
    site = forms.ChoiceField(label="Lies at")

    def offer(self, sites: list[tuple[str, str]]) -> None:
        """Set where it may lie."""
        field = self.fields["site"]
        if isinstance(field, forms.ChoiceField):
            field.choices = sites

    def vial(self) -> Vial:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        return Vial(
            said["cvx"], said["lot"], said["expires"], said["manufacturer"], said["mvx"], said["ndc"],
            Funding(said["funding"]), Route(said["route"]), said["amount"], said["vis"],
        )  # fmt: skip


class RecallForm(forms.Form):
    """Why a lot was recalled."""

    why = forms.CharField(label="Who recalled it, and why", max_length=200)


class TakeOutForm(forms.Form):
    """Doses that nobody got."""

    count = forms.IntegerField(label="Doses", min_value=1, max_value=10_000)
    why = forms.CharField(label="What became of them", max_length=200)


class CountForm(forms.Form):
    """What was counted by hand."""

    there = forms.IntegerField(label="There are", min_value=0, max_value=100_000)
    seen = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(label="Why, if it differs", max_length=200, required=False)


class WhyForm(forms.Form):
    """Why an entry is struck."""

    why = forms.CharField(label="Why nothing was given", max_length=200)


class RegistryForm(forms.Form):
    """The immunization registry of the state."""

    name = forms.CharField(label="Name", max_length=80)
    application = forms.CharField(label="Receiving application (MSH-5)", max_length=40, required=False)
    facility = forms.CharField(label="Receiving facility (MSH-6)", max_length=40, required=False)
    our_facility = forms.CharField(label="What it calls us (MSH-4)", max_length=40, required=False)
    used = forms.BooleanField(label="Doses are reported", required=False, initial=True)

    def to(self) -> ToRegistry:
        """What was typed, as the action takes it."""
        return ToRegistry(**self.cleaned_data)


class FactForm(forms.Form):
    """What the schedule should know of a patient; without ``holds`` it is so no more."""

    code = forms.CharField(label="What holds of the patient", max_length=10, widget=forms.Select)
    since = TypedDateField(label="Since", required=False)
    encounter_id = forms.UUIDField(label="Said at", required=False, widget=forms.Select)
    holds = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def offer(self, found: list[tuple[str, str]], visits: list[Encounter], now: Encounter | None) -> None:
        """The observations that are offered, by code, and the visits; the action knows which there are."""
        self.fields["code"].widget = forms.Select(choices=[("", ""), *found])
        said = [(str(one.id), f"the visit of {one.date:%m/%d/%Y}") for one in visits]
        self.fields["encounter_id"].widget = forms.Select(choices=[*said, ("", "no visit")])
        self.initial["encounter_id"] = str(now.id) if now else ""
