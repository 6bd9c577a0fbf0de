"""How often something secret may be tried: one count for passwords, codes and proofs (django-axes).

Ten wrong tries for a name from one network address within fifteen minutes close it there for the rest of them; a
hundred for a name from everywhere close it everywhere (NIST 800-63B asks for that limit), and a hundred from one
address, under whatever names, close the address. So a stranger's tries do not shut out the person at their own desk.
What only somebody who is half in can try (a second factor, a PIN) is counted for the person, wherever they sit.

axes counts by the clock of the world, which its requests are given here; it keeps no name and nothing that was typed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from ipaddress import ip_address, ip_network

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal

MAX_TRIES, MAX_FROM_EVERYWHERE, MAX_FROM_AN_ADDRESS = 10, 100, 100
WINDOW: timedelta = settings.AXES_COOLOFF_TIME


class Tries(AxesDatabaseHandler):  # type: ignore[misc] # axes has no types
    """axes with three limits instead of one, each in the measure of ``AXES_FAILURE_LIMIT``."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, str] | None = None) -> int:
        """How near the nearest limit is: it is reached at ``AXES_FAILURE_LIMIT``."""
        limits = (MAX_TRIES, MAX_FROM_EVERYWHERE, MAX_FROM_AN_ADDRESS)
        found = list(zip(self.get_user_attempts(request, credentials), limits, strict=True))
        if request.axes_ip_address is None:  # type: ignore[attr-defined] # set by _asked
            del found[2]  # what has no address shares none with others
        counts = [(tries.aggregate(n=Sum("failures_since_start"))["n"] or 0, limit) for tries, limit in found]
        return max(int(count * settings.AXES_FAILURE_LIMIT / limit) for count, limit in counts)


@contextmanager
def trying(what: str, name: str, address: str = "") -> Iterator[None]:
    """A try at something secret: a Refusal in the block whose code says ``wrong-`` counts, going through forgets.

    Raises Refusal at once if there were too many in the last minutes, for a name real or not.
    """
    if AxesProxyHandler.is_locked(_asked(address), _credentials(what, name)):
        raise Refusal("too-many-tries", "Too many wrong tries.", "Wait fifteen minutes.")
    try:
        yield
    except Refusal as refusal:
        if refusal.code.startswith("wrong-"):
            _count_wrong(what, name, address)
        raise
    rows = AccessAttempt.objects.filter(username=_credentials(what, name)["username"], ip_address=_network(address))
    rows.delete()  # those before it, from the same address, were slips


def forget_old() -> int:
    """Take out what no longer counts; returns how many rows."""
    return int(AccessAttempt.objects.filter(attempt_time__lt=clock.now() - WINDOW).delete()[0])


def _count_wrong(what: str, name: str, address: str = "") -> None:
    request, given = _asked(address), _credentials(what, name)
    AxesProxyHandler.user_login_failed(__name__, given, request)
    rows = AccessAttempt.objects.filter(username=given["username"], ip_address=_network(address))
    rows.update(attempt_time=clock.now())  # axes itself writes the machine's time into a new row


def _credentials(what: str, name: str) -> dict[str, str]:
    """Whom axes counts for: a keyed hash, since people type passwords into the field for the name."""
    return {"username": salted_hmac(f"tries {what}", name, secret=settings.SECRET_KEY).hexdigest()}


def _asked(address: str) -> HttpRequest:
    """A request as axes wants to see it: of what came from outside only the address, and the world's time."""
    request = HttpRequest()
    request.__dict__ |= {
        "axes_updated": True,
        "axes_locked_out": False,
        "axes_attempt_time": clock.now(),
        "axes_ip_address": _network(address),
        "axes_user_agent": "",
        "axes_path_info": "",
        "axes_http_accept": "",
        "axes_failures_since_start": None,
        "axes_credentials": None,
    }
    return request


def _network(address: str) -> str | None:
    """The address; of IPv6 the network of a house, in which one machine has as many addresses as it likes."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return str(found) if found.version == 4 else str(ip_network(f"{found}/64", strict=False).network_address)
