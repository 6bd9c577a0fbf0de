"""What other rooms may use of arrival, and of moving patients on."""

from medoffice.front_office.check_in.actions.ask_for_visits import ask_ahead, ask_for_visit
from medoffice.front_office.check_in.actions.check_in import check_in
from medoffice.front_office.check_in.actions.check_out import check_out
from medoffice.front_office.check_in.actions.correct_member_id import correct_member_id
from medoffice.front_office.check_in.actions.leave import leave
from medoffice.front_office.check_in.actions.provider_enters import provider_enters
from medoffice.front_office.check_in.actions.room_patient import room_patient
from medoffice.front_office.check_in.actions.rows import arrival_row
from medoffice.front_office.check_in.actions.scan_card import keep_card, scan_card
from medoffice.front_office.check_in.actions.send_to_check_out import send_to_check_out
from medoffice.front_office.check_in.actions.take_back_arrival import take_back_arrival
from medoffice.front_office.check_in.actions.walk_in import walk_in
from medoffice.front_office.check_in.offers import partings_of, register_parting, register_risks, risks_of
from medoffice.front_office.check_in.queries import (
    arrival_of,
    arriving,
    billed_to,
    card,
    cards_of,
    insurance_of,
    payables,
)
from medoffice.front_office.check_in.rules.insurance import copay_of, may_be_billed

__all__ = [
    "arrival_of",
    "arrival_row",
    "arriving",
    "ask_ahead",
    "ask_for_visit",
    "billed_to",
    "card",
    "cards_of",
    "check_in",
    "check_out",
    "copay_of",
    "correct_member_id",
    "insurance_of",
    "keep_card",
    "leave",
    "may_be_billed",
    "partings_of",
    "payables",
    "provider_enters",
    "register_parting",
    "register_risks",
    "risks_of",
    "room_patient",
    "scan_card",
    "send_to_check_out",
    "take_back_arrival",
    "walk_in",
]
