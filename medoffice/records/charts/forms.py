"""Forms of paper charts."""

from django import forms

from medoffice.ui.fields import TypedDateField


class ChartForm(forms.Form):
    """A chart that was not noted yet."""

    volume = forms.CharField(label="Volume", max_length=40, required=False, help_text="1; 1998 to 2011")
    shelf = forms.CharField(label="Where it is", max_length=60, help_text="Shelf B-12; cellar, box 7")
    abstract = forms.BooleanField(label="Still to be abstracted", required=False)


class OutForm(forms.Form):
    """Who takes a chart, and until when."""

    to = forms.CharField(label="Who has it", max_length=120, widget=forms.TextInput(attrs={"autofocus": True}))
    due = TypedDateField(label="Due back", required=False, help_text="+2w; 12/08/2026")


class AbstractForm(forms.Form):
    """What was brought into the record."""

    what = forms.CharField(
        label="What was abstracted",
        max_length=200,
        help_text="Problems, allergies, operations, letters since 2015",
        widget=forms.TextInput(attrs={"autofocus": True}),
    )
