"""What other rooms may use of letters."""

from medoffice.front_office.letters.actions.approve_template import approve_template
from medoffice.front_office.letters.actions.ask_signature import ask_signature
from medoffice.front_office.letters.actions.change_letter import change_letter
from medoffice.front_office.letters.actions.merge_letters import merge_letters
from medoffice.front_office.letters.actions.note_posted import note_posted
from medoffice.front_office.letters.actions.publish_template import publish_template
from medoffice.front_office.letters.actions.send_letter import send_letter
from medoffice.front_office.letters.actions.set_letterhead import set_letterhead
from medoffice.front_office.letters.actions.sign_letter import sign_letter
from medoffice.front_office.letters.actions.start_letter import start_letter
from medoffice.front_office.letters.offers import merge_fields, register_letter_list, register_merge_fields
from medoffice.front_office.letters.queries.letters import letter, letters_of, sendings_of
from medoffice.front_office.letters.queries.preview import preview
from medoffice.front_office.letters.queries.templates import problems_of, template, templates

__all__ = [
    "approve_template",
    "ask_signature",
    "change_letter",
    "letter",
    "letters_of",
    "merge_fields",
    "merge_letters",
    "note_posted",
    "preview",
    "problems_of",
    "publish_template",
    "register_letter_list",
    "register_merge_fields",
    "send_letter",
    "sendings_of",
    "set_letterhead",
    "sign_letter",
    "start_letter",
    "template",
    "templates",
]
