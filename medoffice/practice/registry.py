"""Kinds of work: what each inbound thing is called, whose queue it lands in, and when it is due.

Rooms register their kinds here; the queue itself is one for the whole office.
"""

from collections.abc import Sequence

from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.registries import Registry
from medoffice.practice.types import WorkKind

work_kinds: Registry[WorkKind] = Registry("work kind")


def register_work_kind(kind: WorkKind) -> None:
    """Make a kind of work known; called from a room's ``registry.py``."""
    work_kinds.register(kind.key, kind)


def _work() -> Sequence[Checked]:
    from medoffice.practice.queries import work_check  # the queries read the kinds above

    return work_check()


register_check("work", _work)
