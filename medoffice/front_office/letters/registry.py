"""What letters register: their own merge fields, their place in the palette, and what is never changed."""

from django.urls import reverse

from medoffice.front_office.letters.actions.link_failed import link_failed
from medoffice.front_office.letters.offers import register_letter_list, register_merge_fields
from medoffice.front_office.letters.queries.lists import own_lists
from medoffice.front_office.letters.queries.merging import read_own
from medoffice.front_office.letters.queries.paper import letter_to_copy, letters_to_copy
from medoffice.front_office.letters.queries.templates import own_fields
from medoffice.front_office.letters.views.letters import amendment_panel, patient_panel, restriction_panel, visit_panel
from medoffice.front_office.outreach.types.messages import MailFailed
from medoffice.kernel.facts import Delivery, listen
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.releases.api import register_source
from medoffice.records.releases.types import Source
from medoffice.security.types import PROGRAM, Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("letters:letter", args=[ref.id])


def _failed(told: Delivery) -> None:
    link_failed(actor=PROGRAM, link_id=told.fact.note_id, why=told.fact.why)


register_append_only("letter_merge")
register_append_only("letter_merge_taken_off")
register_append_only("letter_sending")
register_append_only("letter_sending_event")
register_append_only("letter_link_rule")
register_append_only("letter_plain_word")
register_append_only("letter_template")
register_append_only("letter_template_approval")
register_merge_fields("letters", own_fields(), read_own)
for _list in own_lists():
    register_letter_list(_list)
register_command(Command("Letter templates", "letters:templates", "letters.write"))
register_command(
    Command(
        "Mail merge: letters to a list",
        "letters:merge-start",
        "letters.send",
        words="mail merge, labels, recall letters",
    )
)
register_command(Command("Plain words", "letters:plain-words", "letters.write"))
register_command(Command("Letterheads", "letters:letterheads", "letters.set_up"))
register_work_kind(WorkKind("letter-to-sign", "letter to sign", Role.PROVIDER, 24, _url))
register_work_kind(WorkKind("letter-dictated", "dictated letter to address", Role.SECRETARY, 24, _url))
register_command(Command("Letters behind links", "letters:links", "letters.write"))
listen(MailFailed, _failed)
register_work_kind(WorkKind("letter-link", "link to a letter", Role.SECRETARY, 24, _url))
register_work_kind(WorkKind("letter-signed", "letter to send", Role.SECRETARY, 24, _url))
register_source(Source("letter", "Letters", letters_to_copy, letter_to_copy))
register_panel("amendment", amendment_panel)
register_panel("restriction", restriction_panel)
register_panel("patient", patient_panel)
register_panel("visit", visit_panel)
register_navigation(NavItem("letters", "Letters", "letters:desk", "letters.write", 24))
