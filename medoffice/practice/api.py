"""What other rooms may use of the practice."""

from medoffice.practice.actions.add_payer import add_payer
from medoffice.practice.actions.add_room import add_room
from medoffice.practice.actions.add_site import add_site
from medoffice.practice.actions.add_staff import add_staff
from medoffice.practice.actions.change_payer import change_payer
from medoffice.practice.actions.change_site import change_site
from medoffice.practice.actions.change_staff import change_staff
from medoffice.practice.actions.close_site import close_site
from medoffice.practice.actions.finish_work import finish_work
from medoffice.practice.actions.finish_work_about import finish_work_about
from medoffice.practice.actions.hand_over_work import hand_over_work
from medoffice.practice.actions.numbers import keep_numbers, next_number
from medoffice.practice.actions.open_site import open_site
from medoffice.practice.actions.open_work import open_work
from medoffice.practice.actions.put_off_work import put_off_work
from medoffice.practice.actions.retitle_work import retitle_work
from medoffice.practice.actions.rows import work_done, work_row
from medoffice.practice.actions.say_whose_work import say_whose_work
from medoffice.practice.actions.set_up_practice import set_up_practice
from medoffice.practice.actions.take_work import take_work
from medoffice.practice.offers import register_set_up_step, register_work_kind
from medoffice.practice.queries import (
    closures,
    day_here,
    exam_rooms,
    holds_work_about,
    is_closed,
    last_numbers,
    office_zone,
    open_items_of,
    open_of_kinds,
    open_work_about,
    open_work_count,
    payer,
    payer_by_key,
    payer_by_number,
    payers,
    practice,
    practice_is_set_up,
    providers,
    refs_waiting,
    site,
    sites,
    staff,
    staff_member,
    staff_of_user,
    today_here,
    unowned_work,
    waits_for_somebody,
    work_about,
    work_is_open,
    work_items,
    work_last_finished,
    work_on,
    work_owners,
    work_was_opened,
)
from medoffice.practice.rules.keys import key_for

__all__ = [
    "add_payer",
    "add_room",
    "add_site",
    "add_staff",
    "change_payer",
    "change_site",
    "change_staff",
    "close_site",
    "closures",
    "day_here",
    "exam_rooms",
    "finish_work",
    "finish_work_about",
    "hand_over_work",
    "holds_work_about",
    "is_closed",
    "keep_numbers",
    "key_for",
    "last_numbers",
    "next_number",
    "office_zone",
    "open_items_of",
    "open_of_kinds",
    "open_site",
    "open_work",
    "open_work_about",
    "open_work_count",
    "payer",
    "payer_by_key",
    "payer_by_number",
    "payers",
    "practice",
    "practice_is_set_up",
    "providers",
    "put_off_work",
    "refs_waiting",
    "register_set_up_step",
    "register_work_kind",
    "retitle_work",
    "say_whose_work",
    "set_up_practice",
    "site",
    "sites",
    "staff",
    "staff_member",
    "staff_of_user",
    "take_work",
    "today_here",
    "unowned_work",
    "waits_for_somebody",
    "work_about",
    "work_done",
    "work_is_open",
    "work_items",
    "work_last_finished",
    "work_on",
    "work_owners",
    "work_row",
    "work_was_opened",
]
