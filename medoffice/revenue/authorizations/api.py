"""What other rooms may use of lists of medicines and of requests to payers."""

from medoffice.revenue.authorizations.actions.chase_authorization import chase_authorization
from medoffice.revenue.authorizations.actions.close_authorization import close_authorization
from medoffice.revenue.authorizations.actions.note_answer import note_answer
from medoffice.revenue.authorizations.actions.prepare_authorization import prepare_authorization
from medoffice.revenue.authorizations.actions.put_on_prescription import put_on_prescription
from medoffice.revenue.authorizations.actions.send_authorization import send_authorization
from medoffice.revenue.authorizations.actions.sign_packet import sign_packet
from medoffice.revenue.authorizations.actions.take_formulary import take_formulary
from medoffice.revenue.authorizations.actions.watch_authorizations import watch_authorizations
from medoffice.revenue.authorizations.actions.write_packet import write_packet
from medoffice.revenue.authorizations.queries.authorizations import (
    about_medicine,
    authorization,
    authorization_counts,
    authorizations_of,
    open_authorizations,
    packets_check,
    signed_packet,
    signed_packets,
    story_of,
)
from medoffice.revenue.authorizations.queries.formularies import beside, formularies, lines_of
from medoffice.revenue.authorizations.queries.packet import shown_now
from medoffice.revenue.authorizations.rules.file import read_formulary

__all__ = [
    "about_medicine",
    "authorization",
    "authorization_counts",
    "authorizations_of",
    "beside",
    "chase_authorization",
    "close_authorization",
    "formularies",
    "lines_of",
    "note_answer",
    "open_authorizations",
    "packets_check",
    "prepare_authorization",
    "put_on_prescription",
    "read_formulary",
    "send_authorization",
    "shown_now",
    "sign_packet",
    "signed_packet",
    "signed_packets",
    "story_of",
    "take_formulary",
    "watch_authorizations",
    "write_packet",
]
