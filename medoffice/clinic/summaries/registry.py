"""What summaries hear: a document is filed, or is no longer a patient's; and their way out of the chart."""

from medoffice.clinic.charting.api import leave_incoming
from medoffice.clinic.summaries.actions.take_in_summary import take_in_summary
from medoffice.clinic.summaries.views import panel
from medoffice.kernel.facts import Delivery, listen
from medoffice.records.documents.types.papers import DocumentFiled, DocumentLeft
from medoffice.security.types import PROGRAM
from medoffice.ui.panels import register_panel


def _filed(told: Delivery) -> None:
    take_in_summary(actor=PROGRAM, document_id=told.fact.document_id)


def _left(told: Delivery) -> None:
    leave_incoming(actor=PROGRAM, patient_id=told.fact.patient_id, cause_id=told.fact.document_id)


register_panel("chart", panel)
listen(DocumentFiled, _filed)
listen(DocumentLeft, _left)
