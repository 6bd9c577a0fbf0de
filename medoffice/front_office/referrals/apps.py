"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ReferralsConfig(Room):
    """Referrals: whom the office sent to whom and why, until the answer is read."""

    name = "medoffice.front_office.referrals"
    label = "referrals"
