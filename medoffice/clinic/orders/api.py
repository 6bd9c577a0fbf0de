"""What other rooms may use of orders."""

from medoffice.clinic.orders.actions.amend_result import amend_result
from medoffice.clinic.orders.actions.cancel_requisition import cancel_requisition, send_on_paper
from medoffice.clinic.orders.actions.give_notice import give_notice
from medoffice.clinic.orders.actions.keep_laboratory import import_tests, keep_laboratory, save_order_set
from medoffice.clinic.orders.actions.note_resulted import note_resulted
from medoffice.clinic.orders.actions.order_tests import order_by_protocol, order_tests
from medoffice.clinic.orders.actions.perform_order import perform_order
from medoffice.clinic.orders.actions.place_order import place_order
from medoffice.clinic.orders.actions.place_standing import place_standing
from medoffice.clinic.orders.actions.recode_requisition import recode_requisition
from medoffice.clinic.orders.actions.refuse_order import refuse_order
from medoffice.clinic.orders.actions.rows import order_row, order_settled, order_work_title
from medoffice.clinic.orders.actions.sign_requisition import sign_requisition
from medoffice.clinic.orders.actions.strike_notice import strike_notice
from medoffice.clinic.orders.actions.strike_order import strike_order
from medoffice.clinic.orders.actions.wait_again import wait_again
from medoffice.clinic.orders.offers import register_before_done, register_coverage_judge, register_lab_door
from medoffice.clinic.orders.queries.labs import (
    laboratories,
    laboratory,
    offered_tests,
    open_requisitions,
    requisition,
    requisitions_of,
    sent_orders,
)
from medoffice.clinic.orders.queries.notices import notice_of, notices_of_visit
from medoffice.clinic.orders.queries.orders import (
    open_orders,
    order,
    orders_by_number,
    orders_of,
    orders_of_visits,
    orders_waiting,
)
from medoffice.clinic.orders.rules.notices import modifiers_for

__all__ = [
    "amend_result",
    "cancel_requisition",
    "give_notice",
    "import_tests",
    "keep_laboratory",
    "laboratories",
    "laboratory",
    "modifiers_for",
    "note_resulted",
    "notice_of",
    "notices_of_visit",
    "offered_tests",
    "open_orders",
    "open_requisitions",
    "order",
    "order_by_protocol",
    "order_row",
    "order_settled",
    "order_tests",
    "order_work_title",
    "orders_by_number",
    "orders_of",
    "orders_of_visits",
    "orders_waiting",
    "perform_order",
    "place_order",
    "place_standing",
    "recode_requisition",
    "refuse_order",
    "register_before_done",
    "register_coverage_judge",
    "register_lab_door",
    "requisition",
    "requisitions_of",
    "save_order_set",
    "send_on_paper",
    "sent_orders",
    "sign_requisition",
    "strike_notice",
    "strike_order",
    "wait_again",
]
