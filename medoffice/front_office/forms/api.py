"""What other rooms may use of forms."""

from medoffice.front_office.forms.actions.begin_link import begin_link
from medoffice.front_office.forms.actions.define_form import define_form
from medoffice.front_office.forms.actions.end_link import end_link
from medoffice.front_office.forms.actions.fill_form import fill_form
from medoffice.front_office.forms.actions.hand_forms import hand_forms
from medoffice.front_office.forms.queries import due_at, filled_by, handed_for

__all__ = [
    "begin_link",
    "define_form",
    "due_at",
    "end_link",
    "fill_form",
    "filled_by",
    "hand_forms",
    "handed_for",
]
