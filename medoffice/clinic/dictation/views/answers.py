"""Answers for scripts of the screens."""

from django.core.serializers.json import DjangoJSONEncoder
from django.http import JsonResponse

from medoffice.kernel.refusals import Refusal


class Shut(DjangoJSONEncoder):
    """JSON in which no markup stands open, should anybody take the answer for a page."""

    def encode(self, o: object) -> str:
        """As it is written."""
        return super().encode(o).replace("<", "\\u003c")


def refused(refusal: Refusal) -> JsonResponse:
    """Why not; ``over`` once nothing of this page will be taken any more."""
    told = {"words": f"{refusal.words} {refusal.fix}".strip(), "over": refusal.code == "moved-meanwhile"}
    return JsonResponse(told, Shut, status=refusal.status)
