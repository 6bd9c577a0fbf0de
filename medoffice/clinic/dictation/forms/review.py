"""Forms of the author's reading and of quality: what is changed, answered, scored, drawn."""

from uuid import UUID

from django import forms

from medoffice.clinic.dictation.types.reviews import ErrorClass, Sampling


class ReviewForm(forms.Form):
    """The author's words: the text itself, or why it goes back."""

    text = forms.CharField(label="Text", max_length=60_000, required=False, strip=False)
    why = forms.CharField(label="Why", max_length=300, required=False)


class ChangeForm(ReviewForm):
    """The author's words, and which visit the dictation was about when they were read."""

    visit = forms.UUIDField(error_messages={"required": "Open the page again."})

    def clean(self) -> None:
        """What is wrong with a field that is not shown stands above the form."""
        for words in self.errors.get("visit", []):
            raise forms.ValidationError(words)


class AnswerForm(forms.Form):
    """What stands where a blank was left, and which visit the dictation was about when it was read."""

    visit = forms.UUIDField()
    words = forms.CharField(max_length=300, required=False)


class SamplingForm(forms.Form):
    """Whose reports are reviewed, and how many."""

    typist_id = forms.ChoiceField(label="Of", required=False)
    percent = forms.IntegerField(label="Of a hundred", min_value=0, max_value=100)
    new_reports = forms.IntegerField(label="All of the first", min_value=0, max_value=1000)
    blanks_over = forms.IntegerField(label="All with more blanks than", min_value=0, max_value=100)

    def offer(self, people: list[tuple[str, str]]) -> None:
        """Set whose it can be."""
        field = self.fields["typist_id"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "everybody"), *people]

    def filled(self) -> Sampling:
        """What was typed, as the action takes it."""
        said = self.cleaned_data
        whose = UUID(said["typist_id"]) if said["typist_id"] else None
        return Sampling(whose, said["percent"], said["new_reports"], said["blanks_over"])


class ScoreForm(forms.Form):
    """An error: its class, where it stands, and what was said."""

    kind = forms.ChoiceField(choices=[(one.value, one.value) for one in ErrorClass])
    place = forms.IntegerField(min_value=0)
    count = forms.IntegerField(min_value=1)
    said = forms.CharField(max_length=300, required=False)


class SheetForm(forms.Form):
    """What is said of a review: by the reviewer, by whoever typed it, by the author."""

    words = forms.CharField(max_length=500, required=False)
    answer = forms.CharField(max_length=500, required=False)
    heeded = forms.CharField(max_length=300, required=False)
