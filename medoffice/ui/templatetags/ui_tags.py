"""Tags and filters every screen uses: money, the double-submit key, marked words."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money

register = template.Library()
Span = tuple[int, int, str]


@register.filter
def money(amount: object) -> str:
    """Money or cents as ``$1,234.50``; nothing for nothing."""
    if amount is None or amount == "":
        return ""
    return str(amount if isinstance(amount, Money) else Money(int(str(amount))))


@register.simple_tag
def once() -> SafeString:
    """A hidden field with a fresh key: the same form sent twice acts once."""
    return format_html('<input type="hidden" name="once" value="{}">', new_id())


@register.filter
def words(text: object) -> str:
    """A machine word for people: ``with_provider`` -> ``with provider``."""
    return str(text).replace("_", " ")


@register.filter
def marked(text: str, spans: Iterable[Span]) -> SafeString:
    """Text with words marked: spans are (start, end, label) in characters; overlapping ones are cut, all escaped."""
    pieces: list[tuple[SafeString]] = []
    at = 0
    for start, end, label in sorted(spans):
        begin = max(start, at)
        if begin >= end or end > len(text):
            continue
        plain = format_html("{}", text[at:begin])
        pieces.append(
            (format_html('{}<mark data-code="{}" title="{}">{}</mark>', plain, label, label, text[begin:end]),)
        )
        at = end
    pieces.append((format_html("{}", text[at:]),))
    return format_html_join("", "{}", pieces)
