"""What later rooms may add to the practice: kinds of work, and what a new office enters first.

A kind of work says what an inbound thing is called, whose queue it lands in, and when it is due; the queue itself is
one for the whole office.
"""

from medoffice.kernel.registries import Registry
from medoffice.practice.types import SetUpStep, WorkKind

work_kinds: Registry[WorkKind] = Registry("work kind")
set_up_steps: Registry[SetUpStep] = Registry("set-up step")


def register_work_kind(kind: WorkKind) -> None:
    """Make a kind of work known; called from a room's ``registry.py``."""
    work_kinds.register(kind.key, kind)


def register_set_up_step(step: SetUpStep) -> None:
    """Add a step to the set-up of a new office; called from a room's ``registry.py``, in the order of the floors."""
    set_up_steps.register(step.key, step)
