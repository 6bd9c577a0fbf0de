"""Forms of documents."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile

from medoffice.practice.types import StaffMember
from medoffice.records.documents.types import Document, DocumentKind, Filing, State
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
