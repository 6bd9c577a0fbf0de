"""What other rooms may use of procedures."""

from medoffice.clinic.procedures.actions.do_procedure import correct_procedure, do_procedure, strike_procedure
from medoffice.clinic.procedures.actions.look_after import look_after
from medoffice.clinic.procedures.actions.read_time_out import read_time_out
from medoffice.clinic.procedures.actions.set_up_kind import set_up_kind, stand
from medoffice.clinic.procedures.actions.take_consent import take_consent
from medoffice.clinic.procedures.actions.tell_late import tell_late
from medoffice.clinic.procedures.queries import (
    afterwards,
    consent_of,
    kind,
    kinds,
    observations,
    observed_now,
    orders_to_do,
    procedure,
    procedures_at,
    procedures_between,
    time_outs_of,
)

__all__ = [
    "afterwards",
    "consent_of",
    "correct_procedure",
    "do_procedure",
    "kind",
    "kinds",
    "look_after",
    "observations",
    "observed_now",
    "orders_to_do",
    "procedure",
    "procedures_at",
    "procedures_between",
    "read_time_out",
    "set_up_kind",
    "stand",
    "strike_procedure",
    "take_consent",
    "tell_late",
    "time_outs_of",
]
