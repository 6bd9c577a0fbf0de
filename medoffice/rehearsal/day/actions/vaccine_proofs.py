"""What must be true of vaccines at the end of a day: what was given left the stock, and the registry knows of it."""

from collections import Counter

from medoffice.clinic.immunizations.api import doses_of_lots, lots, moves_of, reports_of
from medoffice.clinic.immunizations.types import Moved, Told
from medoffice.kernel.trace import Ref
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM


def vaccine_proofs() -> list[Proof]:
    """Each dose is one less in its lot, and went to the registry once, unless a label or an objection keeps it."""
    boxes = lots(every=True)
    doses, hidden = doses_of_lots(PROGRAM, [one.id for one in boxes])
    moved = {one.id: moves_of(one.id) for one in boxes}
    out = -sum(each.by_how_many for one in moved.values() for each in one if each.what in (Moved.GIVEN, Moved.PUT_BACK))
    summed = all(one.on_hand == sum(each.by_how_many for each in moved[one.id]) for one in boxes)
    told = reports_of([one.id for one in doses])
    states = Counter(one.state for one in told.values())
    left = {line.cause for line in log(PROGRAM, Sought(way="registry"))[0]}
    sent = [one for one in told.values() if one.state is Told.SENT]
    written = all(Ref("vaccine_report", one.id) in left for one in sent)
    words = (
        f"{len(doses)} doses given, {out} less in stock; {len(sent)} went to the registry and into the log,"
        f" {states[Told.HELD]} are kept from it"
    )
    whole = bool(sent) and not hidden and len(doses) == out == len(sent) + states[Told.HELD]
    says = "Each dose left the stock and was told to the registry once"
    return [Proof("vaccines", says, whole and summed and written, words)]
