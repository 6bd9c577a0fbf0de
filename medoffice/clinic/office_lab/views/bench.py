"""The bench: which lots may be used, controls, their course; the tests as they are set up."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.office_lab.actions.run_controls import run_controls
from medoffice.clinic.office_lab.actions.set_up_test import set_up_test
from medoffice.clinic.office_lab.actions.stand import stand
from medoffice.clinic.office_lab.actions.take_control import take_control
from medoffice.clinic.office_lab.actions.take_kit import end_kit, take_kit
from medoffice.clinic.office_lab.forms import ControlForm, KitForm, OfficeTestForm, RunForm, WhyForm
from medoffice.clinic.office_lab.queries import bench as queries
from medoffice.clinic.office_lab.queries.found import found_with
from medoffice.clinic.office_lab.rules.chart import levey_jennings
from medoffice.clinic.office_lab.rules.judging import range_words
from medoffice.clinic.office_lab.rules.locking import EVERY_WORDS, failed_before, why_locked
from medoffice.clinic.office_lab.types import Kit, OfficeTest
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import sites, today_here
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.standards.terminology.api import placeholder_services
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

ROOM = {"room": "office-lab"}
RUNS = 60  # shown of a lot


@screen("office_lab.see")
def bench(request: OfficeRequest) -> HttpResponse:
    """Each lot, and whether it may be used today; what is locked stands first."""
    every, places = queries.office_tests(every=True), {one.id: one.name for one in sites()}
    lines = queries.standings(today_here(), [one.id for one in every])
    lines.sort(key=lambda line: not line[2])
    with_kits = {test.id for test, _, _ in lines}
    context = {
        "lines": [(test, kit, places.get(kit.site_id, ""), why) for test, kit, why in lines],
        "locked": sum(bool(why) for _, _, why in lines),
        "tests": every,
        "without": [one for one in every if one.used and one.id not in with_kits],
        "may_set_up": request.may("office_lab.set_up"),
    }
    return render(request, "office_lab/bench.html", context | ROOM)


@screen("office_lab.see")
def kit_page(request: OfficeRequest, kit_id: UUID) -> HttpResponse:
    """A lot: its controls are run here, with their course; who was tested with it."""
    one = queries.kit(kit_id)
    test = queries.office_test(one.test_id)
    controls = [each for each in queries.controls([test.id]) if each.site_id == one.site_id]
    runs = queries.runs_of_kits([kit_id])
    form = RunForm(request.POST or None)
    form.ask(test, controls, failed=any(failed_before(each.id, runs) for each in controls))
    may_run = request.may("office_lab.control")
    if form.is_bound and form.is_valid() and may_run:
        with refusals_in(form):
            did = form.cleaned_data.get("did", "")
            passed = run_controls(actor=request.actor, kit_id=kit_id, values=form.values(test), did=did)
            if passed:
                messages.success(request, f"The controls passed with lot {one.lot}.")
            else:
                messages.error(request, f"A control failed: lot {one.lot} is locked.")
            return redirect("office_lab:kit", kit_id)
    return _kit(request, one, test, {"form": form if may_run else None, "controls": controls, "runs": runs})


@require_POST
@screen("office_lab.keep")
def end(request: OfficeRequest, kit_id: UUID) -> HttpResponse:
    """Use a lot no more."""
    form = WhyForm(request.POST, auto_id="e_%s")
    if form.is_valid():
        with refusals_in(form):
            end_kit(actor=request.actor, kit_id=kit_id, why=form.cleaned_data["why"])
            return redirect("office_lab:kit", kit_id)
    one = queries.kit(kit_id)
    test = queries.office_test(one.test_id)
    controls = [each for each in queries.controls([test.id]) if each.site_id == one.site_id]
    return _kit(request, one, test, {"controls": controls, "runs": queries.runs_of_kits([kit_id]), "end_form": form})


@screen("office_lab.set_up")
def new_test(request: OfficeRequest) -> HttpResponse:
    """Set up a test."""
    return _set_up(request, None)


@screen("office_lab.set_up")
def change_test(request: OfficeRequest, office_test_id: UUID) -> HttpResponse:
    """Change how a test is done."""
    return _set_up(request, queries.office_test(office_test_id))


@screen("office_lab.see")
def test_page(request: OfficeRequest, office_test_id: UUID) -> HttpResponse:
    """A test: how it is done, its lots, its controls; lots and controls are taken in here."""
    return _test(request, queries.office_test(office_test_id), {})


@require_POST
@screen("office_lab.see")
def keep(request: OfficeRequest, office_test_id: UUID, step: str) -> HttpResponse:
    """Take a lot or a control in; let it be done by one's standing order."""
    test = queries.office_test(office_test_id)
    if step == "standing":
        stand(actor=request.actor, test_id=test.id, stands=request.POST.get("stands") == "1")
        return redirect("office_lab:test", test.id)
    if step not in ("kit", "control"):
        raise NotFound
    forms = _forms(test, request, step)
    form = forms[step]
    if form.is_valid():
        with refusals_in(form):
            told = form.cleaned_data
            site_id = UUID(told["site"])
            if isinstance(form, ControlForm):
                take_control(actor=request.actor, test_id=test.id, site_id=site_id, said=form.said())
            else:
                take_kit(
                    actor=request.actor, test_id=test.id, site_id=site_id, lot=told["lot"], expires=told["expires"]
                )  # fmt: skip
            return redirect("office_lab:test", test.id)
    return _test(request, test, forms)


def _set_up(request: OfficeRequest, now: OfficeTest | None) -> HttpResponse:
    form = OfficeTestForm(request.POST or None)
    # Which are set up already is for the act to refuse: of a form that is sent twice, the first has set it up.
    known = set() if form.is_bound else {one.said.key for one in queries.office_tests(every=True)}
    services = [
        (one.key, one.words)
        for one in placeholder_services()
        if one.kind in ("lab", "procedure") and (now is not None or one.key not in known)
    ]
    form.offer(services, now)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            version = seen_version(request) if now else 0
            used = form.cleaned_data["used"]
            made = set_up_test(actor=request.actor, said=form.said(), used=used, seen_version=version)
            return redirect("office_lab:test", made)
    context = {"form": form, "now": now}
    return render(request, "office_lab/set_up.html", context | ROOM, status=422 if form.errors else 200)


def _forms(test: OfficeTest, request: OfficeRequest, step: str = "") -> dict[str, KitForm | ControlForm]:
    places = [(str(one.id), one.name) for one in sites()]
    kit = KitForm(request.POST if step == "kit" else None, auto_id="k_%s")
    kit.offer(places)
    control = ControlForm(request.POST if step == "control" else None, auto_id="c_%s")
    control.offer(test, places)
    return {"kit": kit, "control": control}


def _test(request: OfficeRequest, test: OfficeTest, forms: dict[str, KitForm | ControlForm]) -> HttpResponse:
    places = {one.id: one.name for one in sites()}
    lines = queries.standings(today_here(), [test.id])
    context = {
        "test": test,
        "every": EVERY_WORDS[test.said.every],
        "usual": range_words(test.said),
        "kits": [(kit, places.get(kit.site_id, ""), why) for _, kit, why in lines],
        "controls": [(one, places.get(one.site_id, "")) for one in queries.controls([test.id])],
        "forms": (forms or _forms(test, request)) if request.may("office_lab.keep") else None,
        "may_set_up": request.may("office_lab.set_up"),
        "may_stand": request.may("office_lab.stand"),
    }
    return render(request, "office_lab/test.html", context | ROOM, status=422 if forms else 200)


def _kit(request: OfficeRequest, one: Kit, test: OfficeTest, asked: dict[str, object]) -> HttpResponse:
    controls, runs = asked["controls"], asked["runs"]
    history = queries.runs_of_controls(each.id for each in controls)  # type: ignore[attr-defined]
    got, hidden = found_with(request.actor, [one.id])
    shown = got[: limit_of(request)]
    people = patients_by_id([each.patient_id for each in shown])
    saw(request, people)
    form, end_form = asked.get("form"), asked.get("end_form")
    wrong = getattr(form, "errors", None) or getattr(end_form, "errors", None)
    context = {
        "one": one,
        "test": test,
        "place": next((each.name for each in sites() if each.id == one.site_id), ""),
        "against": why_locked(test, one, controls, runs, today_here()),  # type: ignore[arg-type]
        "every": EVERY_WORDS[test.said.every],
        "plots": [plot for each in controls if (plot := levey_jennings(each, history))],  # type: ignore[attr-defined]
        "lines": list(reversed(runs))[:RUNS],  # type: ignore[call-overload]
        "got": [(each, people[each.patient_id]) for each in shown] if can(request.actor, "office_lab.read") else [],
        "total": len(got),
        "hidden": hidden,
        "rest": rest_of(request, len(shown), len(got)),
        "form": form,
        "end_form": (end_form or WhyForm(auto_id="e_%s")) if request.may("office_lab.keep") else None,
    }
    return render(request, "office_lab/kit.html", context | ROOM, status=422 if wrong else 200)
