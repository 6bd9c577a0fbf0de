"""What other rooms may use of letters."""

from medoffice.front_office.letters.actions.approve_template import approve_template
from medoffice.front_office.letters.actions.publish_template import publish_template
from medoffice.front_office.letters.actions.set_letterhead import set_letterhead
from medoffice.front_office.letters.offers import register_merge_fields
from medoffice.front_office.letters.queries.templates import template, templates

__all__ = [
    "approve_template",
    "publish_template",
    "register_merge_fields",
    "set_letterhead",
    "template",
    "templates",
]
