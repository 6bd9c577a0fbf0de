"""Tags and filters every screen uses: money, minutes, the double-submit key, marked words, trends, choices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Protocol

from django import template
from django.forms import BaseForm, BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from medoffice.kernel.findings import Severity
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Conflict

register = template.Library()
Span = tuple[int, int, str]
_KEYCAPS = {"ArrowRight": "→", "ArrowLeft": "←", "ArrowUp": "↑", "ArrowDown": "↓"}
_STATES = {"ok": "fine", "warn": "look at this", "bad": "wrong", "info": "note"}
_SEVERITIES = {
    Severity.ERROR: ("bad", "must be fixed"),
    Severity.WARNING: ("warn", "look at this"),
    Severity.INFO: ("info", "note"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One field of a record that two people changed: what I typed, what is stored now."""

    field: str
    mine: str
    theirs: str

    @property
    def same(self) -> bool:
        """Whether there is nothing to choose."""
        return self.mine == self.theirs


@register.filter
def money(amount: object) -> str:
    """Money or cents as ``$1,234.50``; nothing for nothing."""
    if amount is None or amount == "":
        return ""
    return str(amount if isinstance(amount, Money) else Money(int(str(amount))))


@register.filter
def minutes(count: int | None) -> str:
    """Minutes as a desk says them: ``9 m``, ``1 h 05 m``, ``2 d 3 h``; nothing for nothing."""
    if count is None:
        return ""
    hours, rest = divmod(int(count), 60)
    if hours < 1:
        return f"{rest} m"
    if hours < 24:
        return f"{hours} h {rest:02d} m"
    return f"{hours // 24} d {hours % 24} h"


@register.simple_tag
def once() -> SafeString:
    """A hidden field with a fresh key: the same form sent twice acts once."""
    return format_html('<input type="hidden" name="once" value="{}">', new_id())


@register.filter
def words(text: object) -> str:
    """A machine word for people: ``with_provider`` -> ``with provider``."""
    return str(text).replace("_", " ")


@register.filter
def keycap(key: str) -> str:
    """A key as it is written on the cap: ``Ctrl+Enter`` -> ``Ctrl Enter``, ``ArrowRight`` -> an arrow."""
    return " ".join(_KEYCAPS.get(part, part) for part in (key.split("+") if len(key) > 1 else [key]))


@register.filter
def state_word(state: str) -> str:
    """What the colour of a state says, for those who do not see it."""
    return _STATES.get(state, state)


@register.filter
def severity_state(severity: str) -> str:
    """The state (colour) of a finding's severity."""
    return _SEVERITIES[Severity(severity)][0]


@register.filter
def severity_word(severity: str) -> str:
    """A finding's severity in words."""
    return _SEVERITIES[Severity(severity)][1]


@register.filter
def choices(conflict: Conflict) -> list[Choice]:
    """Every field of a stale save with what I typed and what is stored; a field only one side has stays as it is."""
    mine, theirs = conflict.detail.get("mine", {}), conflict.detail.get("theirs", {})
    return [Choice(name, str(mine[name]), str(theirs.get(name, mine[name]))) for name in mine]


@register.filter
def grouped(form: BaseForm) -> list[tuple[str, list[BoundField]]]:
    """A form's visible fields under its headings, ``groups`` = ((title, names), ...); those of none stand first."""
    groups = getattr(form, "groups", ())
    placed = {name for _, names in groups for name in names}
    rest = [field for field in form.visible_fields() if field.name not in placed]
    shown = [(title, [form[name] for name in names if name in form.fields]) for title, names in groups]
    return [(title, fields) for title, fields in (("", rest), *shown) if fields]


@register.filter
def marked(text: str, spans: Iterable[Span]) -> SafeString:
    """Text with words marked, all escaped. Spans are (start, end, label) in characters and may overlap.

    A label is a code, without spaces; a piece under several spans carries all their labels. Spans that do not lie in
    the text are left out.
    """
    inside = [(start, end, label) for start, end, label in spans if 0 <= start < end <= len(text)]
    edges = sorted({0, len(text), *(edge for start, end, _ in inside for edge in (start, end))})
    return format_html_join(
        "",
        "{}",
        (
            (_piece(text[begin:finish], [label for start, end, label in inside if start <= begin and finish <= end]),)
            for begin, finish in pairwise(edges)
        ),
    )


def _piece(text: str, labels: list[str]) -> SafeString:
    """A run of text, marked if any label stands on it."""
    if not labels:
        return format_html("{}", text)
    names = list(dict.fromkeys(labels))
    return format_html('<mark data-code="{}" title="{}">{}</mark>', " ".join(names), ", ".join(names), text)


@register.simple_tag
def sparkline(values: Sequence[float], label: str, width: int = 96, height: int = 24) -> SafeString:
    """A trend as a small line with its last point; ``label`` says in words what the line shows. Nothing for nothing."""
    if not values:
        return SafeString("")
    low, span = min(values), (max(values) - min(values)) or 1
    step = width / max(1, len(values) - 1)
    points = [
        (round(i * step, 1), round(height - 3 - (v - low) / span * (height - 6), 1)) for i, v in enumerate(values)
    ]
    return format_html(
        '<svg class="spark" width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="img" aria-label="{2}">'
        '<polyline points="{3}"/><circle cx="{4}" cy="{5}" r="2.5"/></svg>',
        width,
        height,
        label,
        " ".join(f"{x},{y}" for x, y in points),
        *points[-1],
    )


@register.simple_tag
def sharebar(parts: Sequence[object], label: str, width: int = 400, height: int = 10) -> SafeString:
    """What a sum is made of, as one bar: ``parts`` have an ``amount`` (Money) and a ``tone``; ``label`` names it.

    Only what is above zero has a length. Nothing for nothing.
    """
    shown = [(str(getattr(part, "tone", "")), getattr(part, "amount", Money(0)).cents) for part in parts]
    whole = sum(cents for _, cents in shown if cents > 0)
    if not whole:
        return SafeString("")
    pieces, at = [], 0.0
    for tone, cents in shown:
        length = max(0, cents) / whole * width
        pieces.append((tone, round(at, 1), round(max(length - 2, 1), 1)))
        at += length
    rects = format_html_join(
        "", '<rect class="{}" x="{}" width="{}" height="{}" rx="2"/>', ((*piece, height) for piece in pieces)
    )
    return format_html(
        '<svg class="share" viewBox="0 0 {0} {1}" role="img" aria-label="{2}" preserveAspectRatio="none">{3}</svg>',
        width,
        height,
        label,
        rects,
    )


class Spanned(Protocol):
    """A stretch of time with a state."""

    @property
    def starts(self) -> datetime:
        """From when."""

    @property
    def ends(self) -> datetime:
        """To when."""

    @property
    def stage(self) -> str:
        """What it is; the style sheet knows its colour."""


@register.simple_tag
def spanbar(parts: Sequence[Spanned], starts: datetime, ends: datetime, label: str) -> SafeString:
    """Stretches of time on a line from ``starts`` to ``ends``; ``label`` says in words what it shows."""
    whole = max(1.0, (ends - starts).total_seconds())

    def at(moment: datetime) -> float:
        return round((moment - starts).total_seconds() / whole * 1000, 1)

    rects = format_html_join(
        "",
        '<rect class="{}" x="{}" width="{}" height="10" rx="2"/>',
        ((part.stage, at(part.starts), max(2, round(at(part.ends) - at(part.starts) - 1, 1))) for part in parts),
    )
    return format_html(
        '<svg class="share" viewBox="0 0 1000 10" role="img" aria-label="{}" preserveAspectRatio="none">{}</svg>',
        label,
        rects,
    )
