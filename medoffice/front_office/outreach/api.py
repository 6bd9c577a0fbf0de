"""What other rooms may use of outreach."""

from medoffice.front_office.outreach.actions.accept_offer import accept_offer
from medoffice.front_office.outreach.actions.add_recalls import add_recalls
from medoffice.front_office.outreach.actions.add_to_waitlist import add_to_waitlist
from medoffice.front_office.outreach.actions.answer_asked import answer_asked
from medoffice.front_office.outreach.actions.ask_for_visit import ask_for_visit
from medoffice.front_office.outreach.actions.book_recall import book_recall
from medoffice.front_office.outreach.actions.cancel_and_offer import cancel_and_offer
from medoffice.front_office.outreach.actions.decide_fee import decide_fee
from medoffice.front_office.outreach.actions.decide_self_booking import decide_self_booking
from medoffice.front_office.outreach.actions.decide_settings import decide_settings
from medoffice.front_office.outreach.actions.expire_offers import expire_offers
from medoffice.front_office.outreach.actions.find_due import find_due
from medoffice.front_office.outreach.actions.hand_over import hand_over
from medoffice.front_office.outreach.actions.hear import hear_all
from medoffice.front_office.outreach.actions.mail_out import mail_out
from medoffice.front_office.outreach.actions.move_chosen import move_chosen
from medoffice.front_office.outreach.actions.note_attempt import note_attempt
from medoffice.front_office.outreach.actions.note_called import note_called
from medoffice.front_office.outreach.actions.note_fee_taken_back import note_fee_taken_back
from medoffice.front_office.outreach.actions.offer_time import offer_time
from medoffice.front_office.outreach.actions.queue_message import queue_message
from medoffice.front_office.outreach.actions.remind import remind
from medoffice.front_office.outreach.actions.rows import missed_item, missed_row
from medoffice.front_office.outreach.actions.send_recall import send_recall
from medoffice.front_office.outreach.actions.set_missed_policy import set_missed_policy
from medoffice.front_office.outreach.actions.set_preference import set_preference
from medoffice.front_office.outreach.actions.set_recall_rule import set_recall_rule
from medoffice.front_office.outreach.actions.set_reminder import set_reminder
from medoffice.front_office.outreach.actions.settle_reschedules import settle_reschedules
from medoffice.front_office.outreach.actions.start_reschedule import start_reschedule
from medoffice.front_office.outreach.actions.tell_of_visit import tell_of_visit
from medoffice.front_office.outreach.offers import register_gateway, register_missed_fee, register_recall_source
from medoffice.front_office.outreach.queries.figures import outreach_figures
from medoffice.front_office.outreach.queries.messages import box, counts, messages_about, messages_of, story_of
from medoffice.front_office.outreach.queries.missed import missed_with_fee
from medoffice.front_office.outreach.queries.recalls import attempts_of, away_for, board, recall_rules
from medoffice.front_office.outreach.queries.rescheduling import absences_open, lines_of
from medoffice.front_office.outreach.queries.self_booking import self_booking, times_offered, waiting_requests
from medoffice.front_office.outreach.queries.set_up import door_state, in_their_own_way, preference
from medoffice.front_office.outreach.queries.waitlist import offers_of, waiting

__all__ = [
    "absences_open",
    "accept_offer",
    "add_recalls",
    "add_to_waitlist",
    "answer_asked",
    "ask_for_visit",
    "attempts_of",
    "away_for",
    "board",
    "book_recall",
    "box",
    "cancel_and_offer",
    "counts",
    "decide_fee",
    "decide_self_booking",
    "decide_settings",
    "door_state",
    "expire_offers",
    "find_due",
    "hand_over",
    "hear_all",
    "in_their_own_way",
    "lines_of",
    "mail_out",
    "messages_about",
    "messages_of",
    "missed_item",
    "missed_row",
    "missed_with_fee",
    "move_chosen",
    "note_attempt",
    "note_called",
    "note_fee_taken_back",
    "offer_time",
    "offers_of",
    "outreach_figures",
    "preference",
    "queue_message",
    "recall_rules",
    "register_gateway",
    "register_missed_fee",
    "register_recall_source",
    "remind",
    "self_booking",
    "send_recall",
    "set_missed_policy",
    "set_preference",
    "set_recall_rule",
    "set_reminder",
    "settle_reschedules",
    "start_reschedule",
    "story_of",
    "tell_of_visit",
    "times_offered",
    "waiting",
    "waiting_requests",
]
