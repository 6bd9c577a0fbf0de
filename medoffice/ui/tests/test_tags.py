"""Tags, fields and the frame: marked words lose and invent no character, amounts and choices are exact."""

import re
from datetime import date
from html import unescape
from types import SimpleNamespace

import pytest
from django import forms
from django.template.loader import render_to_string
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Conflict
from medoffice.kernel.registries import Registry
from medoffice.ui import navigation
from medoffice.ui.context import shell
from medoffice.ui.fields import MoneyField, TypedDateField
from medoffice.ui.navigation import NavItem
from medoffice.ui.templatetags import ui_tags

TAG = re.compile(r"</?mark[^>]*>")
PLACE = st.integers(-3, 40)
SPANS = st.lists(st.tuples(PLACE, PLACE, st.sampled_from(["E11.42", "I10", "<&>"])), max_size=6)


@given(st.text(max_size=40), SPANS)
def test_marking_keeps_every_character_and_marks_what_spans_cover(text: str, spans: list[tuple[int, int, str]]) -> None:
    html = ui_tags.marked(text, spans)
    assert unescape(TAG.sub("", html)).replace("\r", "") == unescape(str(ui_tags.marked(text, []))).replace("\r", "")
    covered = {at for start, end, _ in spans if 0 <= start < end <= len(text) for at in range(start, end)}
    marked = sum(len(unescape(piece)) for piece in re.findall(r"<mark[^>]*>(.*?)</mark>", html, re.DOTALL))
    assert marked == len(covered)


def test_overlapping_spans_each_keep_their_words() -> None:
    html = ui_tags.marked("one two three", [(0, 7, "A"), (4, 13, "B")])
    assert re.findall(r'data-code="([^"]*)"[^>]*>([^<]*)<', html) == [("A", "one "), ("A B", "two"), ("B", " three")]


def test_words_that_look_like_markup_stay_words() -> None:
    html = ui_tags.marked("<script>alert(1)</script>", [(0, 8, '"><b>')])
    assert "<script" not in html
    assert "<b>" not in html


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(Money(123450), "$1,234.50"), (-5, "-$0.05"), ("2500", "$25.00"), (0, "$0.00"), (None, ""), ("", "")],
)
def test_amounts(amount: object, shown: str) -> None:
    assert ui_tags.money(amount) == shown


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0 m"), (59, "59 m"), (60, "1 h 00 m"), (1439, "23 h 59 m"), (1623, "1 d 3 h"), (None, "")]
)
def test_minutes(count: int | None, shown: str) -> None:
    assert ui_tags.minutes(count) == shown


@pytest.mark.parametrize(("key", "cap"), [("c", "c"), ("+", "+"), ("Ctrl+Enter", "Ctrl Enter"), ("ArrowRight", "→")])
def test_caps_of_keys(key: str, cap: str) -> None:
    assert ui_tags.keycap(key) == cap


def test_a_trend_goes_from_edge_to_edge_and_up_is_up() -> None:
    points = re.findall(r"([\d.]+),([\d.]+)", str(ui_tags.sparkline([1, 3, 2], "x", 100, 20)))
    assert [float(x) for x, _ in points] == [0, 50, 100]
    heights = [float(y) for _, y in points]
    assert heights[1] < heights[2] < heights[0]
    assert ui_tags.sparkline([], "x") == ""
    assert "polyline" in ui_tags.sparkline([5], "x")


def test_a_conflict_asks_only_about_what_differs() -> None:
    conflict = Conflict("stale", "x", "", {"mine": {"a": "1", "b": "2", "c": None}, "theirs": {"a": "1", "b": "3"}})
    assert [(c.field, c.same) for c in ui_tags.choices(conflict)] == [("a", True), ("b", False), ("c", True)]


class Typed(forms.Form):
    amount = MoneyField(help_text="What was handed over.")
    on = TypedDateField()


def test_fields_clean_to_values_or_say_why() -> None:
    good = Typed({"amount": "$1,234.5", "on": "112426"})
    assert good.is_valid()
    assert (good.cleaned_data["amount"], str(good.cleaned_data["on"])) == (Money(123450), "2026-11-24")
    for on in ("soon", "t", "+2w"):
        assert set(Typed({"amount": "12.345", "on": on}).errors) == {"amount", "on"}


def test_shorthand_and_short_years_count_from_the_day_the_form_gives() -> None:
    field = TypedDateField(past=True)
    field.today = date(2026, 11, 24)
    assert [field.clean(text) for text in ("t", "03/14/65", "01/02/26")] == [
        date(2026, 11, 24),
        date(1965, 3, 14),
        date(2026, 1, 2),
    ]


def test_errors_and_help_are_tied_to_their_field() -> None:
    html = render_to_string("cotton/field.html", {"field": Typed({"amount": "x"})["amount"]})
    described = re.search(r'aria-describedby="([^"]+)"', html)
    assert described
    assert described[1].split() == re.findall(r'<span class="\w+" id="(\w+)"', html)


def test_the_frame_of_somebody_and_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    items = Registry[NavItem]("item")
    monkeypatch.setattr(navigation, "_items", items)
    navigation.register_navigation(NavItem("late", "Late", "x", "may-late", 2))
    navigation.register_navigation(NavItem("early", "Early", "x", "may-early", 1))
    navigation.register_navigation(NavItem("secret", "Secret", "x", "may-not", 0))
    request = RequestFactory().get("/")
    request.COOKIES["theme"] = '"><script>'
    nobody = shell(request)["shell"]
    assert (nobody.nav, nobody.who, nobody.theme, nobody.clock) == ([], "", "", "")
    request.__dict__["may"] = {"may-late", "may-early"}.__contains__
    somebody = shell(request)["shell"]
    assert [item.key for item in somebody.nav] == ["early", "late"]


def test_a_share_bar_is_as_long_as_its_sum_and_needs_one() -> None:
    parts = [
        SimpleNamespace(amount=Money(cents), tone=tone) for cents, tone in ((6_660, "ok"), (-5, "off"), (8_140, ""))
    ]
    bar = ui_tags.sharebar(parts, "The parts", width=148)
    assert re.findall(r'class="(\w*)" x="([\d.]+)" width="([\d.]+)"', bar) == [
        ("ok", "0.0", "64.6"),
        ("off", "66.6", "1"),
        ("", "66.6", "79.4"),
    ]
    assert 'aria-label="The parts"' in bar
    assert ui_tags.sharebar(parts[1:2], "Nothing") == ""


def test_fields_stand_under_their_headings_and_none_is_lost() -> None:
    class Asked(forms.Form):
        groups = (("Reach", ("phone", "fax", "email")), ("Nothing", ("absent",)))
        email = forms.CharField()
        kept = forms.CharField(widget=forms.HiddenInput)
        name = forms.CharField()
        phone = forms.CharField()

    found = [(title, [field.name for field in fields]) for title, fields in ui_tags.grouped(Asked())]
    assert found == [("", ["name"]), ("Reach", ["phone", "email"])]
