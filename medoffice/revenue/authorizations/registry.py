"""What requests to payers register: their work, their loops, their places on other pages and in the rail."""

from uuid import UUID

from django.urls import reverse

from medoffice.front_office.referrals.api import register_loops
from medoffice.front_office.referrals.types import Loop
from medoffice.kernel.checks import register_check
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import office_zone, register_work_kind, today_here
from medoffice.practice.types import WorkKind
from medoffice.revenue.authorizations.actions.rows import ENDING, TO_APPEAL, TO_ASK, TO_SEND, TO_SIGN, TO_TELL
from medoffice.revenue.authorizations.queries.authorizations import authorization, open_authorizations, packets_check
from medoffice.revenue.authorizations.rules.clocks import SENT
from medoffice.revenue.authorizations.views.desk import patient_panel, prescribing_panel, prescription_panel
from medoffice.security.types import PROGRAM, Actor, Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("authorizations:authorization", args=[ref.id])


def _loops(actor: Actor) -> list[Loop]:
    """What a payer was asked and has not answered."""
    today, zone = today_here(), office_zone()
    return [
        Loop(
            what=f"Authorization: {one.medicine}",
            lane="payer asked",
            patient_id=one.patient_id,
            since=(one.signed_at or one.prepared_at).astimezone(zone).date(),
            due_on=one.due_on,
            holder=one.payer_name,
            url=_url(Ref("authorization", one.id)),
            danger=max((today - one.due_on).days, 0) if one.due_on else 0,
        )
        for one in open_authorizations(actor)
        if one.state in SENT
    ]


def _trace(authorization_id: UUID) -> Step | None:
    try:
        one = authorization(PROGRAM, authorization_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("authorization", one.id),
        stage="note",
        title=f"Request to a payer {one.number}",
        words=f"{one.medicine}, {one.state.value}",
        causes=(Ref("prescription", one.prescription_id),),
        at=one.signed_at or one.prepared_at,
        who=one.signed_by or one.prepared_by,
        url=_url(Ref("authorization", one.id)),
        details=(("seal", one.sha256[:16]),) if one.sha256 else (),
        subject=one.patient_id,
        needs="authorizations.read",
        opens="authorizations.read",
        visit=one.encounter_id,
    )


register_append_only("formulary")
register_append_only("formulary_line")
register_append_only("drug_authorization_event")
register_append_only("drug_authorization_packet")
register_check("authorizations", packets_check)
tracers.register("authorization", _trace)
register_loops("authorizations", _loops)
register_work_kind(WorkKind(TO_SIGN, "request to a payer to sign", Role.PROVIDER, 24, _url))
register_work_kind(WorkKind(TO_SEND, "request to a payer to send", Role.MEDICAL_ASSISTANT, 24, _url))
register_work_kind(WorkKind(TO_TELL, "a payer asks for more", Role.MEDICAL_ASSISTANT, 48, _url))
register_work_kind(WorkKind(TO_ASK, "a payer is silent", Role.MEDICAL_ASSISTANT, 24, _url))
register_work_kind(WorkKind(TO_APPEAL, "a payer said no", Role.PROVIDER, 48, _url))
register_work_kind(WorkKind(ENDING, "an approval ends", Role.MEDICAL_ASSISTANT, 72, _url))
register_panel("prescription", prescription_panel)
register_panel("prescribing", prescribing_panel)
register_panel("patient", patient_panel)
register_navigation(NavItem("authorizations", "Payers", "authorizations:desk", "authorizations.read", 29))
register_command(Command("Lists of medicines of payers", "authorizations:lists", "formulary.read"))
