"""Forms of documents."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile

from medoffice.practice.types import StaffMember
from medoffice.records.documents.rules.arranging import in_order
from medoffice.records.documents.types.keeping import Keeping
from medoffice.records.documents.types.papers import Document, DocumentKind, Filing, Placed, State
from medoffice.security.types import OF_VISIT, Label
from medoffice.ui.fields import TypedDateField

MOST_FILES = 40


class _Several(forms.ClearableFileInput):
    allow_multiple_selected = True


class UploadForm(forms.Form):
    """Papers to take in, several at a time."""

    papers = forms.FileField(
        label="Files",
        max_length=400,
        widget=_Several(attrs={"multiple": True, "data-key": "f", "data-says": "choose files"}),
        help_text="PDF, PNG, JPEG, TIFF, text, C-CDA, e-mail, DOCX; drop them here or choose them. 24 MB together.",
    )

    def chosen(self) -> "list[UploadedFile[bytes]]":
        """What was sent. Some browsers send an empty part for no file."""
        return [one for one in self.files.getlist("papers") if one.name][:MOST_FILES]


class PagesForm(forms.Form):
    """Where each page of a document is to stand and by how much it is turned, in the order they stand in now."""

    def ask(self, count: int) -> None:
        """Say how many pages there are."""
        self.count = count
        turns = [(0, "as it is"), (90, "right"), (180, "upside down"), (270, "left")]
        for number in range(1, count + 1):
            place = forms.IntegerField(label=f"Place of page {number}", min_value=1, max_value=count, initial=number)
            place.widget.attrs |= {"class": "short"} | ({"data-key": "g", "data-says": "places"} if number == 1 else {})
            turn = forms.TypedChoiceField(label=f"Turn page {number}", choices=turns, coerce=int, initial=0)
            turn.widget.attrs |= {"data-key": "t", "data-says": "turn"} if number == 1 else {}
            self.fields[f"place_{number}"], self.fields[f"turn_{number}"] = place, turn

    def rows(self) -> list[tuple[int, forms.BoundField, forms.BoundField]]:
        """Each page with its two fields."""
        return [(number, self[f"place_{number}"], self[f"turn_{number}"]) for number in range(1, self.count + 1)]

    def order(self) -> tuple[Placed, ...]:
        """The pages as they are to stand. The form is valid."""
        told = self.cleaned_data
        order = in_order([told[f"place_{number}"] for number in range(1, self.count + 1)])
        return tuple(Placed(page, told[f"turn_{page}"]) for page in order)


class JoinForm(forms.Form):
    """Which document's pages come behind."""

    other = forms.UUIDField(label="Pages of", widget=forms.Select)

    def offer(self, others: list[tuple[UUID, str]]) -> None:
        """Set what can be chosen."""
        self.others = others
        self.fields["other"].widget.choices = [("", "Choose"), *others]
        self.fields["other"].widget.attrs |= {"data-key": "j", "data-says": "join with another"}


class FilingForm(forms.Form):
    """What a document is, of which day, whose, and who is to see it."""

    patient = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Choose whose it is."})
    kind = forms.ChoiceField(label="Type")
    dated = TypedDateField(label="Date of the paper", required=False)
    title = forms.CharField(label="Name", max_length=120, required=False)
    signer = forms.ChoiceField(label="To sign off", required=False)
    visit = forms.ChoiceField(label="Belongs to the visit", required=False)
    settles = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def offer(self, kinds: list[DocumentKind], signers: list[StaffMember], visits: list[tuple[str, str]]) -> None:
        """Set what can be chosen."""
        signed = {kind.key for kind in kinds if kind.signed}
        self._choices("kind", [("", "Choose"), *((kind.key, kind.name) for kind in kinds)])
        self._choices("signer", [("", "Nobody"), *((str(one.id), one.name) for one in signers)])
        self._choices("visit", [("", "None"), *visits])
        self.fields["kind"].widget.attrs |= {"data-key": "t", "data-says": "type"}
        self.fields["dated"].widget.attrs |= {"data-key": "d", "data-says": "date"}
        self.fields["signer"].widget.attrs |= {"data-key": "s", "data-says": "sign-off"}
        self.fields["title"].widget.attrs |= {"data-key": "n", "data-says": "name"}
        self.signed = signed

    def offer_settling(self, known: list[tuple[str, str]]) -> None:
        """Set what of other rooms it may settle: the key of a slot and an id, in words."""
        self.settling = known
        self._choices("settles", known)

    def filing(self) -> Filing:
        """What was typed, as the action takes it."""
        data = self.cleaned_data
        return Filing(
            kind=data["kind"],
            dated=data["dated"],
            patient_id=data["patient"],
            title=data["title"],
            signer_id=_id(data["signer"]),
            visit_id=_id(data["visit"]),
            settles={key: UUID(one) for key, _, one in (told.partition(":") for told in data["settles"])},
        )

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


def suggested_filing(found: Document, signer: UUID | None) -> dict[str, Any]:
    """What the form is filled with before anybody has typed: what was read, or what it is filed as."""
    guess = found.suggested
    day = found.dated or guess.dated
    return {
        "patient": found.patient_id or guess.patient_id,
        "kind": found.kind or guess.kind,
        "dated": f"{day:%m/%d/%Y}" if day else "",
        "title": "" if found.state is State.INBOX and found.title == found.file.name else found.title,
        "signer": str(found.signer_id or signer or ""),
        "visit": str(found.encounter_id or ""),
    }


class RefileForm(FilingForm):
    """How a document that was filed wrong is to be filed, and why."""

    why = forms.CharField(label="Why it was wrong", max_length=200)


class AfterForm(forms.Form):
    """Behind which page a document is divided."""

    after = forms.IntegerField(label="After page", min_value=1)


def _id(text: str) -> UUID | None:
    return UUID(text) if text else None


class KindForm(forms.Form):
    """A type of document."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label="Name", max_length=60)
    signed = forms.BooleanField(label="A provider signs it off", required=False)
    signer = forms.ChoiceField(label="Usually", required=False)
    keep = forms.ChoiceField(label="Kept as")
    words = forms.CharField(
        label="Words that stand on it",
        max_length=400,
        required=False,
        help_text="With commas between: they make the suggestion when such a paper comes in.",
    )
    until = TypedDateField(label="Last day it is chosen", required=False)

    def ask(self, rules: Mapping[str, Keeping], signers: list[StaffMember], today: date) -> None:
        """Set what can be chosen, and the day from which a typed date is reckoned."""
        choices = {
            "keep": [(key, rule.name) for key, rule in rules.items()],
            "signer": [("", "who saw the patient last"), *((str(one.id), one.name) for one in signers)],
        }
        for name, told in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = told
        self.fields["until"].today = today  # type: ignore[attr-defined] # a TypedDateField

    def kind(self) -> DocumentKind:
        """What was typed; whose it is and since when the view knows."""
        data = self.cleaned_data
        words = (one.strip().lower() for one in data["words"].split(","))
        return DocumentKind(
            key="",
            name=data["name"].strip(),
            words=tuple(one for one in words if one),
            signed=data["signed"],
            keep=data["keep"],
            until=data["until"],
            signer_id=UUID(data["signer"]) if data["signer"] else None,
            version=data["version"] or 0,
        )


def kind_shown(one: DocumentKind | None) -> dict[str, Any]:
    """What the form is filled with: a type as it is, or nothing."""
    if one is None:
        return {}
    return {
        "version": one.version,
        "name": one.name,
        "signed": one.signed,
        "signer": str(one.signer_id or ""),
        "keep": one.keep,
        "words": ", ".join(one.words),
        "until": f"{one.until:%m/%d/%Y}" if one.until else "",
    }


class KeepingForm(forms.Form):
    """How long a sort of document is kept, from a day on."""

    key = forms.ChoiceField(label="Which")
    since = TypedDateField(label="From")
    years = forms.IntegerField(label="Years after its date", min_value=0, max_value=100)
    years_after_18 = forms.IntegerField(label="A minor's: years after the 18th birthday", min_value=0, max_value=100)
    source = forms.CharField(label="By which law or decision", max_length=200)

    def ask(self, rules: Mapping[str, Keeping], today: date) -> None:
        """Set what can be chosen, and the day from which a typed date is reckoned."""
        field = self.fields["key"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(key, rule.name) for key, rule in rules.items()]
        self.fields["since"].today = today  # type: ignore[attr-defined] # a TypedDateField

    def rule(self) -> Keeping:
        """What was typed."""
        data = self.cleaned_data
        return Keeping(data["key"], "", data["years"], data["years_after_18"], data["source"], data["since"])


class LabelForm(forms.Form):
    """What makes a document confidential, and why."""

    label = forms.ChoiceField(label="It is", choices=[(one.value, one.says) for one in Label if one in OF_VISIT])
    why = forms.CharField(label="Why", max_length=200)

    def filled(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        return {"label": Label(self.cleaned_data["label"]), "why": self.cleaned_data["why"]}


class _HeldForm(forms.Form):
    """Why something is held, and until when."""

    why = forms.CharField(label="Why", max_length=200)
    until = TypedDateField(label="Last day", required=False)

    def ask(self, today: date) -> None:
        """Set the day from which a typed date is reckoned."""
        self.fields["until"].today = today  # type: ignore[attr-defined] # a TypedDateField

    def filled(self) -> dict[str, Any]:
        """What was typed, as the actions take it."""
        return {"why": self.cleaned_data["why"], "until": self.cleaned_data["until"]}


class HoldForm(_HeldForm):
    """A document is held, or the whole chart it is on."""

    whole = forms.BooleanField(label="The whole chart", required=False)


class HoldChartForm(_HeldForm):
    """Whose whole chart is held, though it may have no document yet."""

    patient = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Choose whose chart."})
