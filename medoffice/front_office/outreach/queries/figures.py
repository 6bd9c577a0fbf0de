"""What outreach came to, counted."""

from dataclasses import dataclass

from medoffice.front_office.outreach import models
from medoffice.front_office.outreach.queries.messages import due_to_go
from medoffice.front_office.outreach.types.messages import BY_GATEWAY, MessageState
from medoffice.front_office.outreach.types.recalls import RecallState
from medoffice.front_office.outreach.types.waitlist import OfferState
from medoffice.practice.api import open_of_kinds

CAME_IN = ("reply", "missed", "time-free", "self-booking")


@dataclass(frozen=True, slots=True)
class Figures:
    """Messages and what became of them; times filled, visits missed, recalls booked, asked for; what is not worked."""

    messages: int
    by_gateway: int
    answered: int
    withdrawn: int
    due: int
    filled: int
    missed: int
    recalled: int
    asked: int
    open_work: int


def outreach_figures() -> Figures:
    """All of it. Eleven queries."""
    all_ = models.Message.objects.all()
    gone = all_.filter(channel__in=BY_GATEWAY, handed_at__isnull=False)
    return Figures(
        messages=all_.count(),
        by_gateway=gone.count(),
        answered=all_.filter(state=MessageState.ANSWERED).count(),
        withdrawn=all_.filter(state=MessageState.WITHDRAWN).count(),
        due=len(due_to_go()),
        filled=models.Offer.objects.filter(state=OfferState.ACCEPTED).count(),
        missed=models.Missed.objects.count(),
        recalled=models.Recall.objects.filter(state=RecallState.BOOKED).count(),
        asked=models.Asked.objects.count(),
        open_work=open_of_kinds(CAME_IN),
    )
