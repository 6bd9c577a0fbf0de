"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class CodeAuditsConfig(Room):
    """Audits of codes: samples, agreement of two coders, what it comes to."""

    name = "medoffice.revenue.code_audits"
    label = "code_audits"
