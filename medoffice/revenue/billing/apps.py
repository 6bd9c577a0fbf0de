"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class BillingConfig(Room):
    """Billing: charges from dated fees, patient accounts, payments, statements."""

    name = "medoffice.revenue.billing"
    label = "billing"
