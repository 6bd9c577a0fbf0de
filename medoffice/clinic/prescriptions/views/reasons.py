"""The reasons that a form gives for going on in spite of alerts."""

from django.http import HttpRequest


def reasons_given(request: HttpRequest) -> dict[str, str]:
    """By the key of the alert; those that were left open are not among them."""
    keys, reasons = request.POST.getlist("alert"), request.POST.getlist("reason")
    return {key: reason for key, reason in zip(keys, reasons, strict=False) if reason}
