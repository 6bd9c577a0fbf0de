"""The screen of plain words: how a copy of a letter in plain language says things."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.front_office.letters.actions.set_plain_word import set_plain_word
from medoffice.front_office.letters.forms import PlainWordForm
from medoffice.front_office.letters.queries.plain import glossary
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.fields import refusals_in


@screen("letters.write")
def plain_words(request: OfficeRequest) -> HttpResponse:
    """Every word there is, who decided it; one more, or another way to say one."""
    may = request.may("letters.set_up")
    form = PlainWordForm(request.POST if request.method == "POST" and may else None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_plain_word(actor=request.actor, gloss=form.filled())
            return redirect("letters:plain-words")
    context = {"lines": glossary(), "form": form if may else None, "room": "letters"}
    return render(request, "letters/plain_words.html", context, status=422 if form.errors else 200)
