"""Long lists: a page shows the first of them, and all if it is asked to; its sums are always of all."""

from dataclasses import dataclass

from django.http import HttpRequest

FIRST = 200


@dataclass(frozen=True, slots=True)
class Rest:
    """What a page does not show: how many it shows, of how many, and the address that shows all."""

    shown: int
    total: int
    address: str


def limit_of(request: HttpRequest) -> int | None:
    """How many a page is to show; None if all are asked for (``?all=1``)."""
    return None if "all" in request.GET else FIRST


def rest_of(request: HttpRequest, shown: int, total: int) -> Rest | None:
    """What is said of the others, for ``c-rest``; None if there are none."""
    asked = request.GET.copy()
    asked["all"] = "1"
    return Rest(shown, total, f"?{asked.urlencode()}") if shown < total else None
