"""One request to a payer: prepared, signed, sent, answered."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.prescriptions.api import prescription
from medoffice.practice.api import today_here
from medoffice.records.patients.api import banner
from medoffice.revenue.authorizations.actions.chase_authorization import chase_authorization
from medoffice.revenue.authorizations.actions.close_authorization import close_authorization
from medoffice.revenue.authorizations.actions.note_answer import note_answer
from medoffice.revenue.authorizations.actions.prepare_authorization import prepare_authorization
from medoffice.revenue.authorizations.actions.put_on_prescription import put_on_prescription
from medoffice.revenue.authorizations.actions.send_authorization import send_authorization
from medoffice.revenue.authorizations.actions.sign_packet import sign_packet
from medoffice.revenue.authorizations.actions.write_packet import write_packet
from medoffice.revenue.authorizations.forms import (
    AnswerForm,
    BeginForm,
    ChaseForm,
    CloseForm,
    PacketForm,
    SendForm,
    UseForm,
)
from medoffice.revenue.authorizations.queries import authorizations as asked
from medoffice.revenue.authorizations.queries.packet import known_of, packet_of, pages_of
from medoffice.revenue.authorizations.queries.pieces import hidden_of, pieces_of
from medoffice.revenue.authorizations.rules.clocks import (
    ANSWERED_BY,
    SENT,
    TO_WORK_ON,
    answers_to,
    ends_soon,
    may_close,
)
from medoffice.revenue.authorizations.rules.sealing import shown_hash
from medoffice.revenue.authorizations.types import Authorization, Group, Packet, State, Way
from medoffice.security.api import OfficeRequest, back, can, saw, screen, seen_version
from medoffice.ui.fields import refusals_in


@require_POST
@screen("authorizations.prepare")
def begin(request: OfficeRequest, prescription_id: UUID) -> HttpResponse:
    """Ask a payer about a prescription; what is open already is shown."""
    form = BeginForm(request.POST)
    if not form.is_valid():
        return redirect("prescriptions:prescription", prescription_id)
    made = prepare_authorization(
        actor=request.actor, prescription_id=prescription_id, policy_id=form.cleaned_data["policy"]
    )
    return redirect("authorizations:packet", made)


@screen("authorizations.prepare")
def packet(request: OfficeRequest, authorization_id: UUID) -> HttpResponse:
    """What goes: pieces of the chart that are chosen, the payer's questions answered, to whom."""
    one = asked.authorization(request.actor, authorization_id, "authorizations.prepare")
    given = prescription(request.actor, one.prescription_id)
    pieces = pieces_of(request.actor, given)
    hidden = len(hidden_of(one.draft, given, pieces))
    told = {name: getattr(one.draft, name) for name in ("answers", "to_name", "to_number", "quick")}
    told |= {"answers": ""} if hidden else {}
    form = PacketForm(request.POST or None, initial=told)
    form.offer(pieces)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            write_packet(
                actor=request.actor, authorization_id=one.id, draft=form.draft(), seen_version=seen_version(request)
            )
            return redirect("authorizations:authorization", one.id)
    saw(request, [one.patient_id])
    chosen = set(request.POST.getlist("chosen")) if form.is_bound else set(one.draft.chosen)
    context = {
        "one": one,
        "given": given,
        "form": form,
        "hidden": hidden,
        "groups": [(group, [(each, each.key in chosen) for each in pieces if each.group is group]) for group in Group],
        "without": [group.value for group in Group if all(each.group is not group for each in pieces)],
        "editable": one.state in (State.PREPARED, State.SIGNED, *TO_WORK_ON),
        "banner": banner(request.actor, one.patient_id),
        "room": "authorizations",
    }
    return render(request, "authorizations/packet.html", context, status=422 if form.errors else 200)


@screen("authorizations.read")
def authorization(request: OfficeRequest, authorization_id: UUID) -> HttpResponse:
    """What is asked, what goes with it, where it stands, what is done next."""
    return _page(request, authorization_id)


@require_POST
@screen("authorizations.sign")
def sign(request: OfficeRequest, authorization_id: UUID) -> HttpResponse:
    """Sign it as it was shown."""
    shown = request.POST.get("shown", "")
    sign_packet(actor=request.actor, authorization_id=authorization_id, seen_version=seen_version(request), shown=shown)
    return redirect("authorizations:authorization", authorization_id)


@require_POST
@screen("authorizations.send")
def send(request: OfficeRequest, authorization_id: UUID) -> HttpResponse:
    """It goes; on paper it is the answer itself."""
    form = SendForm(request.POST)
    if form.is_valid():
        way = Way(form.cleaned_data["way"])
        with refusals_in(form):
            send_authorization(
                actor=request.actor, authorization_id=authorization_id, way=way, told=form.cleaned_data["told"],
                seen_version=seen_version(request),
            )  # fmt: skip
            if way is not Way.PAPER:
                return redirect("authorizations:authorization", authorization_id)
            one, signed = asked.authorization(request.actor, authorization_id), asked.signed_packet(authorization_id)
            saw(request, [one.patient_id])
            headers = {"Content-Disposition": 'inline; filename="request.pdf"', "Cache-Control": "no-store"}
            pages = pages_of(request.actor, one, signed) if signed else b""
            return HttpResponse(pages, content_type="application/pdf", headers=headers)
    return _page(request, authorization_id, sending=form)


@require_POST
@screen("authorizations.follow")
def answer(request: OfficeRequest, authorization_id: UUID) -> HttpResponse:
    """What the payer said."""
    form = AnswerForm(request.POST)
    for name in ("starts", "ends", "until"):
        form.fields[name].today = today_here()  # type: ignore[attr-defined] # a TypedDateField
    if form.is_valid():
        allowed = form.approved()
        if not form.errors:
            said = form.cleaned_data
            with refusals_in(form):
                note_answer(
                    actor=request.actor, authorization_id=authorization_id, to=State(said["to"]), words=said["words"],
                    approved=allowed, until=said["until"], seen_version=seen_version(request),
                )  # fmt: skip
                return redirect("authorizations:authorization", authorization_id)
    return _page(request, authorization_id, answered=form)


@require_POST
@screen("authorizations.follow")
def chase(request: OfficeRequest, authorization_id: UUID) -> HttpResponse:
    """Somebody asked the payer."""
    form = ChaseForm(request.POST)
    form.fields["until"].today = today_here()  # type: ignore[attr-defined] # a TypedDateField
    if form.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            chase_authorization(
                actor=request.actor, authorization_id=authorization_id, words=said["words"], until=said["until"],
                seen_version=seen_version(request),
            )  # fmt: skip
            return redirect("authorizations:authorization", authorization_id)
    return _page(request, authorization_id, chased=form)


@require_POST
@screen("authorizations.follow")
def close(request: OfficeRequest, authorization_id: UUID) -> HttpResponse:
    """Nobody goes on with it."""
    form = CloseForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            close_authorization(
                actor=request.actor, authorization_id=authorization_id, why=form.cleaned_data["why"],
                seen_version=seen_version(request),
            )  # fmt: skip
            return redirect("authorizations:authorization", authorization_id)
    return _page(request, authorization_id, closed=form)


@require_POST
@screen("authorizations.prepare")
def use(request: OfficeRequest, authorization_id: UUID) -> HttpResponse:
    """Its number goes to the pharmacist with a prescription."""
    form = UseForm(request.POST)
    if not form.is_valid():
        return back(request, "/authorizations/")
    put_on_prescription(
        actor=request.actor, authorization_id=authorization_id, prescription_id=form.prescription_id(),
        seen_version=seen_version(request),
    )  # fmt: skip
    return redirect("prescriptions:prescription", form.prescription_id())


def _page(
    request: OfficeRequest,
    authorization_id: UUID,
    *,
    sending: SendForm | None = None,
    answered: AnswerForm | None = None,
    chased: ChaseForm | None = None,
    closed: CloseForm | None = None,
) -> HttpResponse:
    one = asked.authorization(request.actor, authorization_id)
    saw(request, [one.patient_id])
    shown, lost = _shown(request, one)
    signed = shown is not None and one.state is not State.PREPARED
    today, forms = today_here(), (sending, answered, chased, closed)

    def may(word: str) -> bool:
        return can(request.actor, word, one.patient_id, one.encounter_id)

    context = {
        "one": one,
        "facts": shown.facts if shown else (),
        "groups": [
            (group, [each for each in shown.pieces if each.group is group]) for group in Group
        ] if shown else [],
        "answers": shown.answers if shown and not lost else "",
        "lost": lost,
        "signed": signed,
        "shown": "" if lost or shown is None else shown_hash(shown),
        "earlier": asked.signed_packets(one.id)[1 if signed else 0 :],
        "story": asked.story_of(one.id),
        "overdue": bool(one.due_on and one.due_on < today),
        "ending": one.holds_on(today) and one.approved is not None and ends_soon(one.approved.ends, today),
        "may_prepare": may("authorizations.prepare") and one.state in (State.PREPARED, State.SIGNED, *TO_WORK_ON),
        "may_sign": may("authorizations.sign") and one.state is State.PREPARED and not lost,
        "may_send": may("authorizations.send") and one.state in (State.SIGNED, *SENT),
        "may_follow": may("authorizations.follow"),
        "answers_to": [(to, *ANSWERED_BY[to]) for to in answers_to(one.state, sent=one.sent)],
        "may_chase": one.state in SENT,
        "may_close": may_close(one.state),
        "sending": sending or SendForm(),
        "answered": answered or AnswerForm(initial=_allowed(one)),
        "chased": chased or ChaseForm(),
        "closed": closed or CloseForm(),
        "banner": banner(request.actor, one.patient_id),
        "room": "authorizations",
    }  # fmt: skip
    return render(
        request,
        "authorizations/authorization.html",
        context,
        status=422 if any(one and one.errors for one in forms) else 200,
    )


def _shown(request: OfficeRequest, one: Authorization) -> tuple[Packet | None, int]:
    """The packet as it was signed, or as it would be now, as far as it is for these eyes, and how much of it is not."""
    if one.state is State.PREPARED:
        return packet_of(request.actor, one, prescription(request.actor, one.prescription_id))
    signed = asked.signed_packet(one.id)
    return known_of(request.actor, one, signed.packet) if signed else (None, 0)


def _allowed(one: Authorization) -> dict[str, str]:
    """What an approval says, to be mended."""
    if one.approved is None or one.state is not State.APPROVED:
        return {}
    days = {"starts": f"{one.approved.starts:%m/%d/%Y}", "ends": f"{one.approved.ends:%m/%d/%Y}"}
    return {**days, "number": one.approved.number, "quantity": one.approved.quantity}
