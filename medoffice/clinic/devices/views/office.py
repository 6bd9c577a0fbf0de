"""The devices of the office on the screen: which there are, each with its calibrations."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.devices.actions.set_up_device import note_calibration, set_up_device, strike_calibration
from medoffice.clinic.devices.forms import CalibrationForm, DeviceForm, WhyForm
from medoffice.clinic.devices.queries import devices as queries
from medoffice.clinic.devices.queries.attached import refused_files
from medoffice.practice.api import today_here
from medoffice.security.api import OfficeRequest, screen, seen_version
from medoffice.ui.fields import refusals_in

ROOM = {"room": "devices"}


@screen("devices.see")
def everything(request: OfficeRequest) -> HttpResponse:
    """Every device with its last calibration, and the files that were not taken."""
    names = {key: one.name for key, one in queries.services().items()}
    context = {
        "lines": [(one, [names.get(key, key) for key in one.said.measures]) for one in queries.devices()],
        "refused": refused_files(),
        "may_set_up": request.may("devices.set_up"),
    }
    return render(request, "devices/devices.html", context | ROOM)


@screen("devices.set_up")
def new(request: OfficeRequest) -> HttpResponse:
    """A device more."""
    form = DeviceForm(request.POST or None)
    form.ask(_services())
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            used = form.cleaned_data["used"]
            made = set_up_device(actor=request.actor, said=form.said(), used=used)
            return redirect("devices:device", made)
    return render(request, "devices/new.html", {"form": form} | ROOM, status=422 if form.errors else 200)


@screen("devices.see")
def device_page(request: OfficeRequest, device_id: UUID) -> HttpResponse:
    """One device, its calibrations, and what the office says of it."""
    one = queries.device(device_id)
    may = request.may("devices.set_up")
    form = DeviceForm(request.POST or None) if may else None
    if form is not None:
        form.ask(_services(), one)
    if form is not None and form.is_bound and form.is_valid():
        with refusals_in(form):
            set_up_device(
                actor=request.actor, said=form.said(), used=form.cleaned_data["used"], device_id=device_id,
                seen_version=seen_version(request),
            )  # fmt: skip
            messages.success(request, f"{form.cleaned_data['name']}: kept.")
            return redirect("devices:device", device_id)
    return _page(request, device_id, form, None)


@require_POST
@screen("devices.calibrate")
def calibrated(request: OfficeRequest, device_id: UUID) -> HttpResponse:
    """It was calibrated."""
    queries.device(device_id)
    form = CalibrationForm(request.POST, auto_id="c_%s")
    form.ask(today_here())
    if form.is_valid():
        with refusals_in(form):
            on = form.cleaned_data["on"] or today_here()
            note_calibration(actor=request.actor, device_id=device_id, on=on, words=form.cleaned_data["words"])
            return redirect("devices:device", device_id)
    return _page(request, device_id, None, form)


@screen("devices.calibrate")
def struck(request: OfficeRequest, calibration_id: UUID) -> HttpResponse:
    """It was not calibrated then."""
    device_id, one = queries.calibration(calibration_id)
    form = WhyForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            strike_calibration(actor=request.actor, calibration_id=calibration_id, why=form.cleaned_data["why"])
            return redirect("devices:device", device_id)
    context = {"form": form, "one": one, "device_id": device_id}
    return render(request, "devices/strike.html", context | ROOM, status=422 if form.errors else 200)


def _page(
    request: OfficeRequest, device_id: UUID, form: DeviceForm | None, calibration: CalibrationForm | None
) -> HttpResponse:
    one = queries.device(device_id)
    if form is None and request.may("devices.set_up"):
        form = DeviceForm()
        form.ask(_services(), one)
    if calibration is None and request.may("devices.calibrate"):
        calibration = CalibrationForm(auto_id="c_%s")
    context = {
        "one": one,
        "form": form,
        "calibration": calibration,
        "story": queries.calibrations_of(device_id),
    }
    wrong = (form and form.errors) or (calibration and calibration.errors)
    return render(request, "devices/device.html", context | ROOM, status=422 if wrong else 200)


def _services() -> list[tuple[str, str]]:
    return [(key, one.name) for key, one in queries.services().items()]
