"""``{% url %}`` as Django has it, but a route is looked up once: pages name hundreds of things by the same routes."""

from functools import cache
from uuid import UUID

from django.template import Library
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as as_django_has_it
from django.urls import NoReverseMatch, URLResolver, get_resolver, get_urlconf, reverse

register = Library()
_ANY = UUID(int=0)


class Address(URLNode):
    """The address of a page, or of one thing by its id, from what is remembered; of all else as Django finds it."""

    def render(self, context: Context) -> str:
        """The address, or nothing where it is kept under a name. Raises NoReverseMatch for a route there is not."""
        told = [argument.resolve(context) for argument in self.args]
        if self.kwargs or len(told) > 1 or not all(isinstance(one, UUID) for one in told):
            return str(super().render(context))
        try:
            before, after = _route(get_resolver(get_urlconf()), self.view_name.resolve(context), one=bool(told))
        except NoReverseMatch:
            return str(super().render(context))  # which is an error, or nothing where it is kept under a name
        found = f"{before}{told[0]}{after}" if told else before
        if self.asvar:
            context[self.asvar] = found
            return ""
        return found


@register.tag
def url(parser: Parser, token: Token) -> Address:
    """Read as Django reads it."""
    node = as_django_has_it(parser, token)
    return Address(node.view_name, node.args, node.kwargs, node.asvar)


@cache
def _route(_among: URLResolver, name: str, *, one: bool) -> tuple[str, str]:
    """What stands before and after the id in the addresses of a route; all of it before, if it has none."""
    before, _, after = reverse(name, args=[_ANY] if one else []).partition(str(_ANY))
    return before, after
