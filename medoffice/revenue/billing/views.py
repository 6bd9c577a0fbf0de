"""Screens of billing: who owes, a patient's account, a charge, a receipt, statements, the fee schedule."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.practice.api import practice, sites
from medoffice.records.patients.api import banner, patient
from medoffice.revenue.billing.actions.capture_charges import capture_charges
from medoffice.revenue.billing.actions.make_statement import make_statement
from medoffice.revenue.billing.actions.refund import refund
from medoffice.revenue.billing.actions.set_fee import set_fee
from medoffice.revenue.billing.actions.take_back_fee import take_back_fee
from medoffice.revenue.billing.actions.take_back_payment import take_back_payment
from medoffice.revenue.billing.actions.take_payment import take_payment
from medoffice.revenue.billing.actions.transfer_to_patient import transfer_to_patient
from medoffice.revenue.billing.actions.write_off import write_off
from medoffice.revenue.billing.forms import AdjustForm, FeeForm, PaymentForm, RefundForm, WhyForm
from medoffice.revenue.billing.queries import charges, events, money, statements
from medoffice.revenue.billing.rules.telling import released_in_words
from medoffice.revenue.billing.types import EventKind
from medoffice.security.api import OfficeRequest, back, require, saw, screen
from medoffice.ui.fields import refusals_in


@screen("billing.read")
def accounts(request: OfficeRequest) -> HttpResponse:
    """Patients with something open, most first."""
    rows = events.open_accounts(request.actor)
    saw(request, [row.patient_id for row in rows])
    return render(request, "billing/accounts.html", {"rows": rows, "total": events.total_of(rows)})


@screen("billing.read", patient="patient_id")
def account(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """A patient's account: what stands open, every charge, every event."""
    return _account(request, patient_id)


@require_POST
@screen("charges.capture")
def capture(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Release a visit's codes and make its charges."""
    capture_charges(actor=request.actor, encounter_id=encounter_id)
    made = charges.charges_of(encounter_id)
    insured = any(charge.insurance_balance for charge in made)
    messages.success(request, released_in_words([charge.amount for charge in made], insured))
    return back(request, "/coding/")


@require_POST
@screen("payments.take", patient="patient_id")
def pay(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Take a payment and show its receipt."""
    form = PaymentForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            receipt_id = take_payment(actor=request.actor, patient_id=patient_id, **form.cleaned_data)
            return redirect("billing:receipt", receipt_id)
    return _account(request, patient_id, pay=form)


@require_POST
@screen("payments.refund", patient="patient_id")
def pay_back(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Give held money back."""
    form = RefundForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            refund(actor=request.actor, patient_id=patient_id, **form.cleaned_data)
            return redirect("billing:account", patient_id)
    return _account(request, patient_id, back=form)


@require_POST
@screen("statements.make", patient="patient_id")
def new_statement(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Make a statement and go back to the account, where its PDF is."""
    make_statement(actor=request.actor, patient_id=patient_id)
    return redirect("billing:account", patient_id)


@screen("billing.read")
def one_charge(request: OfficeRequest, charge_id: UUID) -> HttpResponse:
    """What a charge is made of and what became of it."""
    return _charge(request, charge_id, AdjustForm())


@require_POST
@screen("accounts.adjust")
def adjust(request: OfficeRequest, charge_id: UUID) -> HttpResponse:
    """Transfer or write off what is open of a charge."""
    form = AdjustForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            data = dict(form.cleaned_data)
            what = data.pop("what")
            if what == "transfer":
                transfer_to_patient(actor=request.actor, charge_id=charge_id, **data)
            else:
                of_patient = what == "write_off_patient"
                write_off(actor=request.actor, charge_id=charge_id, of_patient=of_patient, **data)
            return redirect("billing:charge", charge_id)
    return _charge(request, charge_id, form)


@require_POST
@screen("accounts.adjust")
def fee_back(request: OfficeRequest, charge_id: UUID) -> HttpResponse:
    """Take the fee for a missed visit off the account again."""
    form = WhyForm(request.POST, auto_id="back_%s")
    if form.is_valid():
        with refusals_in(form):
            take_back_fee(actor=request.actor, charge_id=charge_id, why=form.cleaned_data["why"])
            return redirect("billing:charge", charge_id)
    return _charge(request, charge_id, AdjustForm(), form)


@screen("billing.read")
def one_receipt(request: OfficeRequest, receipt_id: UUID) -> HttpResponse:
    """A receipt, as it is printed."""
    return _receipt(request, receipt_id, WhyForm())


@require_POST
@screen("payments.take_back")
def take_back(request: OfficeRequest, receipt_id: UUID) -> HttpResponse:
    """Reverse a payment that was none."""
    form = WhyForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            take_back_payment(actor=request.actor, receipt_id=receipt_id, why=form.cleaned_data["why"])
            return redirect("billing:receipt", receipt_id)
    return _receipt(request, receipt_id, form)


@screen("billing.read")
def one_statement(request: OfficeRequest, statement_id: UUID) -> HttpResponse:
    """The PDF of a statement."""
    found = statements.statement(statement_id)
    for charge in charges.charges_by_id(found.charge_ids).values():
        require(request.actor, "billing.read", found.patient_id, charge.visit_id)
    require(request.actor, "billing.read", found.patient_id)
    saw(request, [found.patient_id])
    inline = {"Content-Disposition": f'inline; filename="{found.number}.pdf"'}
    return HttpResponse(statements.statement_pdf(found), content_type="application/pdf", headers=inline)


@screen("billing.read")
def fee_schedule(request: OfficeRequest) -> HttpResponse:
    """The fees in force today; a new fee is set by who may."""
    form = FeeForm(request.POST or None)
    if request.method == "POST":
        require(request.actor, "fees.set")
        if form.is_valid():
            set_fee(actor=request.actor, **form.cleaned_data)
            return redirect("billing:fees")
    context = {"rows": charges.fee_sheet(), "form": form, "may_set": request.may("fees.set")}
    return render(request, "billing/fees.html", context, status=_status(form))


def _account(
    request: OfficeRequest, patient_id: UUID, pay: forms.Form | None = None, back: forms.Form | None = None
) -> HttpResponse:
    balance, told = events.account_of(request.actor, patient_id)
    owed = balance.patient if balance.patient.cents > 0 else None
    context = {
        "banner": banner(request.actor, patient_id),
        "patient_id": patient_id,
        "balance": balance,
        "charges": charges.charges_as_seen(request.actor, patient_id),
        "events": told,
        "receipts": money.receipts_of(patient_id),
        "statements": statements.statements_of(patient_id),
        "pay": pay or PaymentForm(initial={"amount": str(owed).lstrip("$") if owed else ""}),
        "back": back or RefundForm(),
        "may_pay": request.may("payments.take"),
        "may_state": request.may("statements.make"),
        "may_refund": request.may("payments.refund"),
    }
    return render(request, "billing/account.html", context, status=_status(pay, back))


def _charge(request: OfficeRequest, charge_id: UUID, form: AdjustForm, back: forms.Form | None = None) -> HttpResponse:
    found = charges.charge(charge_id)
    require(request.actor, "billing.read", found.patient_id, found.visit_id)
    saw(request, [found.patient_id])
    form.offer(found.insurance_balance, found.patient_balance)
    told, may = events.events_of_charge(charge_id), request.may("accounts.adjust")
    context = {
        "banner": banner(request.actor, found.patient_id),
        "charge": found,
        "events": told,
        "form": form,
        "back": back or WhyForm(auto_id="back_%s"),
        "adjustable": may and (found.insurance_balance or found.patient_balance),
        "returnable": may and found.is_fee and not any(one.kind is EventKind.FEE_BACK for one in told),
    }
    return render(request, "billing/charge.html", context, status=_status(form, back))


def _receipt(request: OfficeRequest, receipt_id: UUID, form: forms.Form) -> HttpResponse:
    found = money.receipt(receipt_id)
    require(request.actor, "billing.read", found.patient_id)
    saw(request, [found.patient_id])
    zone = ZoneInfo(sites()[0].zone)
    context = {
        "receipt": found,
        "when": f"{found.at.astimezone(zone):%m/%d/%Y %H:%M}",
        "who": patient(found.patient_id),
        "office": practice(),
        "balance": events.patient_balance(found.patient_id),
        "form": form,
        "may_take_back": request.may("payments.take_back") and not found.taken_back,
    }
    return render(request, "billing/receipt.html", context, status=_status(form))


def _status(*shown: forms.Form | None) -> int:
    return 422 if any(form is not None and form.errors for form in shown) else 200
