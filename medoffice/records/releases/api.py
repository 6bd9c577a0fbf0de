"""What other rooms may use of releases."""

from medoffice.records.releases.actions.check_request import check_request
from medoffice.records.releases.actions.close_request import close_request
from medoffice.records.releases.actions.deliver import deliver
from medoffice.records.releases.actions.extend_request import extend_request
from medoffice.records.releases.actions.note_request import note_request
from medoffice.records.releases.actions.pick_pages import pick_pages
from medoffice.records.releases.actions.watch_requests import watch_requests
from medoffice.records.releases.offers import register_source
from medoffice.records.releases.queries.data import papers, terms
from medoffice.records.releases.queries.packet import copy_of
from medoffice.records.releases.queries.picking import items_seen, offered
from medoffice.records.releases.queries.requests import deliveries_of, open_requests, request, requests_of

__all__ = [
    "check_request",
    "close_request",
    "copy_of",
    "deliver",
    "deliveries_of",
    "extend_request",
    "items_seen",
    "note_request",
    "offered",
    "open_requests",
    "papers",
    "pick_pages",
    "register_source",
    "request",
    "requests_of",
    "terms",
    "watch_requests",
]
