"""What other rooms may use of letters."""

from medoffice.front_office.letters.actions.approve_template import approve_template
from medoffice.front_office.letters.actions.ask_signature import ask_signature
from medoffice.front_office.letters.actions.change_letter import change_letter
from medoffice.front_office.letters.actions.merge_letters import merge_letters
from medoffice.front_office.letters.actions.note_posted import note_posted
from medoffice.front_office.letters.actions.open_link import open_link
from medoffice.front_office.letters.actions.publish_template import publish_template
from medoffice.front_office.letters.actions.reopen_letter import reopen_letter
from medoffice.front_office.letters.actions.revoke_link import revoke_link
from medoffice.front_office.letters.actions.send_copy import send_copy
from medoffice.front_office.letters.actions.send_letter import send_letter
from medoffice.front_office.letters.actions.send_link import send_link
from medoffice.front_office.letters.actions.set_letterhead import set_letterhead
from medoffice.front_office.letters.actions.set_link_rule import set_link_rule
from medoffice.front_office.letters.actions.sign_letter import sign_letter
from medoffice.front_office.letters.actions.start_letter import start_letter
from medoffice.front_office.letters.actions.withdraw_letter import withdraw_letter
from medoffice.front_office.letters.actions.write_dictated import write_dictated
from medoffice.front_office.letters.actions.write_plain_copy import write_plain_copy
from medoffice.front_office.letters.offers import merge_fields, register_letter_list, register_merge_fields
from medoffice.front_office.letters.queries.letters import letter, letters_of, sendings_of
from medoffice.front_office.letters.queries.links import link_rule
from medoffice.front_office.letters.queries.preview import preview
from medoffice.front_office.letters.queries.standing import letters_standing
from medoffice.front_office.letters.queries.templates import problems_of, template, templates

__all__ = [
    "approve_template",
    "ask_signature",
    "change_letter",
    "letter",
    "letters_of",
    "letters_standing",
    "link_rule",
    "merge_fields",
    "merge_letters",
    "note_posted",
    "open_link",
    "preview",
    "problems_of",
    "publish_template",
    "register_letter_list",
    "register_merge_fields",
    "reopen_letter",
    "revoke_link",
    "send_copy",
    "send_letter",
    "send_link",
    "sendings_of",
    "set_letterhead",
    "set_link_rule",
    "sign_letter",
    "start_letter",
    "template",
    "templates",
    "withdraw_letter",
    "write_dictated",
    "write_plain_copy",
]
