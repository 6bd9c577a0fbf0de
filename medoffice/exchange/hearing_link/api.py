"""What the command line may use of the hearing link. Needs no database."""

from medoffice.exchange.hearing_link.actions.hear import hear
from medoffice.exchange.hearing_link.rules.places import checked

__all__ = ["checked", "hear"]
