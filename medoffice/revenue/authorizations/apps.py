"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class AuthorizationsConfig(Room):
    """Authorizations: lists of medicines of payers, and what payers were asked to allow."""

    name = "medoffice.revenue.authorizations"
    label = "authorizations"
