"""What other rooms may use of the practice."""

from medoffice.practice.actions.add_payer import add_payer
from medoffice.practice.actions.add_room import add_room
from medoffice.practice.actions.add_site import add_site
from medoffice.practice.actions.add_staff import add_staff
from medoffice.practice.actions.close_site import close_site
from medoffice.practice.actions.finish_work import finish_work
from medoffice.practice.actions.finish_work_about import finish_work_about
from medoffice.practice.actions.numbers import next_number
from medoffice.practice.actions.open_work import open_work
from medoffice.practice.actions.set_hours import set_hours
from medoffice.practice.actions.set_up_practice import set_up_practice
from medoffice.practice.actions.take_work import take_work
from medoffice.practice.queries import (
    exam_rooms,
    hours_of,
    is_closed,
    open_work_count,
    payer,
    payer_by_key,
    payer_by_number,
    payers,
    practice,
    providers,
    site,
    sites,
    staff,
    staff_member,
    staff_of_user,
    unowned_work,
    work_about,
    work_items,
)
from medoffice.practice.registry import register_work_kind

__all__ = [
    "add_payer",
    "add_room",
    "add_site",
    "add_staff",
    "close_site",
    "exam_rooms",
    "finish_work",
    "finish_work_about",
    "hours_of",
    "is_closed",
    "next_number",
    "open_work",
    "open_work_count",
    "payer",
    "payer_by_key",
    "payer_by_number",
    "payers",
    "practice",
    "providers",
    "register_work_kind",
    "set_hours",
    "set_up_practice",
    "site",
    "sites",
    "staff",
    "staff_member",
    "staff_of_user",
    "take_work",
    "unowned_work",
    "work_about",
    "work_items",
]
