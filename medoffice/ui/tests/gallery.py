"""The gallery: every component in its states, on a screen of each kind; for tests and pictures, never routed."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import override_settings
from django.urls import include, path

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Conflict, Refusal
from medoffice.ui.context import Shell
from medoffice.ui.fields import MoneyField, TypedDateField
from medoffice.ui.navigation import Command, NavItem
from medoffice.ui.plots import Scale, Series, even_scale, lay_out
from medoffice.ui.tests.browser import serving

ROOMS = ("Front", "Flow", "Rooms", "Voice", "Code", "Claims")
SCREENS = ("desk", "board", "chart", "sheet", "form", "parts", "plain")
NOTE = (
    "HISTORY\nFollow-up of type 2 diabetes. She has had numbness and burning of both feet for four months. Denies "
    "chest pain or dyspnea. Mother had breast cancer.\n\nRESULTS\nA1c 8.4 %, up from 7.6. eGFR 52, was 55 in July.\n\n"
    "PLAN\n1. Type 2 diabetes with diabetic polyneuropathy, not at goal. Start gabapentin 100 mg at night.\n"
    "2. Chronic kidney disease stage 3a due to diabetes. 3. Hypertension, as above. <b>𝒳 & Nguyễn</b>\n"
)
CODES = (
    ("A", "E11.42", "Type 2 diabetes with diabetic polyneuropathy", "Type 2 diabetes with diabetic polyneuropathy"),
    ("B", "E11.22", "Type 2 diabetes with diabetic CKD", "Chronic kidney disease stage 3a due to diabetes"),
    ("C", "N18.31", "CKD stage 3a", "Chronic kidney disease stage 3a"),
)
PLOT = lay_out(
    "Weight",
    "Two were measured",
    (Scale(0, 10, ((0.0, "0"), (5.0, "5"), (10.0, "10")), "age, months"), even_scale([3, 12], "kg")),
    [Series("50", [(0, 4), (5, 8), (10, 10)], strong=True), Series("97", [(0, 5), (5, 9), (10, 12)])],
    [(2, 5, "5 kg at 2 months"), (8, 9.5, "9.5 kg at 8 months")],
)
posted: list[dict[str, str]] = []


class Sample(forms.Form):
    """One of each kind of field."""

    name = forms.CharField(help_text="As on the card.")
    born = TypedDateField(label="Birth date")
    amount = MoneyField(required=False)
    sex = forms.ChoiceField(choices=[("f", "female"), ("m", "male"), ("x", "another")])
    contact = forms.ChoiceField(choices=[("p", "phone"), ("m", "mail")], widget=forms.RadioSelect)
    agrees = forms.BooleanField(label="May be called", required=False)
    reason = forms.CharField(widget=forms.Textarea(attrs={"wide": "wide", "rows": 2}), required=False)
    hidden = forms.CharField(widget=forms.HiddenInput, initial="kept")


def _spans() -> list[tuple[int, int, str]]:
    return [(NOTE.index(words), NOTE.index(words) + len(words), code) for _, code, _, words in CODES]


def _context(screen: str, request: HttpRequest) -> dict[str, object]:
    form = Sample({"name": "", "born": "never", "amount": "12.5.1"}) if "wrong" in request.GET else Sample()
    nav = [NavItem(k.lower(), k, "screen-desk", "w", n) for n, k in enumerate(ROOMS)]
    return {
        "room": "code",
        "shell": Shell(
            nav, [Command(n.label, "screen-board", "w") for n in nav], "", "Abara", "demo", "10:14", _theme(request), 0
        ),
        "note": NOTE,
        "spans": _spans(),
        "codes": CODES,
        "form": form,
        "rows": range(60),
        "amount": Money(146_050),
        "trend": [7.1, 7.4, 7.2, 7.6, 8.4],
        "plot": PLOT,
        "refusal": Refusal("taken", "10:20 with Okafor is taken.", "The next free ones are 10:40 and 11:15."),
        "findings": [
            Finding("a", "line 2", "Units are missing."),
            Finding("b", "", "The member number differs from the card.", Severity.WARNING),
            Finding("c", "claim", "Sent by batch.", Severity.INFO),
        ],
        "conflict": Conflict(
            "stale",
            "Somebody else changed this address.",
            "",
            {
                "mine": {"street": "12 Elm St", "unit": "", "city": "Riverbend"},
                "theirs": {"street": "12 Elm Street", "unit": "4B", "city": "Riverbend"},
                "changed_by": "Lind",
                "changed_at": "10:12",
                "version": 4,
            },
        ),
        "today": date(2026, 11, 24),
        "at": datetime(2026, 11, 24, 10, 14, tzinfo=UTC),
        "screen": screen,
        "request_id": "0a1b2c3d4e5f",
    }


def _theme(request: HttpRequest) -> str:
    theme = request.COOKIES.get("theme", "")
    return theme if theme in ("dark", "light") else ""


def show(request: HttpRequest, screen: str) -> HttpResponse:
    """A screen of the gallery; a post is remembered for the test and shown again."""
    if request.method == "POST":
        posted.append({name: str(value) for name, value in request.POST.items()})
    return render(request, f"gallery/{screen}.html", _context(screen, request))


def find(request: HttpRequest) -> HttpResponse:
    """What the finder and the pickers answer."""
    people = [("1", "Quist, Marisol"), ("2", "Quist, Daniel"), ("3", "Nguyễn, Thị Hoa")]
    asked = request.POST.get("q", "").lower()
    hits = [person for person in people if asked and person[1].lower().startswith(asked)]
    return render(request, "gallery/hits.html", {"hits": hits, "asked": asked, "pick": "pick" in request.GET})


def poll(request: HttpRequest) -> HttpResponse:
    """A piece of a page asked for again: the same rows with one more before them, and words to be said."""
    answer = render(request, "gallery/polled.html", {"more": True, "polled": request.headers.get("X-Poll", "")})
    answer.headers["HX-Trigger"] = '{"say": "Saved."}'
    return answer


urlpatterns = [
    path("find/", find),
    path("poll/", poll),
    *(path(f"{name}/", show, {"screen": name}, name=f"screen-{name}") for name in SCREENS),
    path("out/", include(([path("", show, {"screen": "plain"}, name="sign-out")], "security"))),
]


@contextmanager
def served() -> Iterator[str]:
    """The gallery on a loopback port, under the product's own content security policy; yields its address."""
    templates: list[dict[str, Any]] = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [Path(__file__).parent / "templates"]
    templates[0]["OPTIONS"]["context_processors"] = ["django.template.context_processors.request"]
    layers = ["whitenoise.middleware.WhiteNoiseMiddleware", "csp.middleware.CSPMiddleware"]
    layers += ["django.middleware.csrf.CsrfViewMiddleware"]
    with (
        override_settings(ROOT_URLCONF=__name__, TEMPLATES=templates, MIDDLEWARE=layers, ALLOWED_HOSTS=["127.0.0.1"]),
        serving(WSGIHandler()) as address,
    ):
        yield address
