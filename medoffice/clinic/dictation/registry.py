"""What dictation registers: its kind of work, its place in the rail and at a visit, what never changes."""

from django.urls import reverse

from medoffice.clinic.charting.api import register_copies, register_heard_at
from medoffice.clinic.charting.types import NoteAmended
from medoffice.clinic.dictation.actions.copying import COPIES_AGAIN
from medoffice.clinic.dictation.actions.drawing import TO_HEED, TO_READ, TO_REVIEW
from medoffice.clinic.dictation.actions.follow_visits import follow_visits
from medoffice.clinic.dictation.actions.keep_copies_in import keep_copies_in
from medoffice.clinic.dictation.actions.loosen import LOOSE
from medoffice.clinic.dictation.actions.note_refused import REFUSED
from medoffice.clinic.dictation.actions.offer_copies import offer_copies
from medoffice.clinic.dictation.actions.remind_authors import UNSIGNED
from medoffice.clinic.dictation.actions.rows import KIND, TO_SIGN
from medoffice.clinic.dictation.actions.server_key import seal_key_again
from medoffice.clinic.dictation.actions.takes import UNSENT, UNSENT_LONG
from medoffice.clinic.dictation.queries.agreement import dictation_check
from medoffice.clinic.dictation.queries.copies import papers_of_copies
from medoffice.clinic.dictation.queries.heard import heard_at
from medoffice.clinic.dictation.queries.takes import visit_of_take
from medoffice.clinic.dictation.views.queue import visit_panel
from medoffice.kernel.checks import register_check
from medoffice.kernel.facts import Delivery, listen
from medoffice.kernel.rotation import register_resealing
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.kernel.worlds.reports import register_report
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.patients.api import register_unmerging
from medoffice.security.types import PROGRAM, LabelsChanged, Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("dictation:dictation", args=[ref.id])


def _review_url(ref: Ref) -> str:
    return reverse("dictation:review", args=[ref.id])


def _sheet_url(ref: Ref) -> str:
    return reverse("dictation:sheet", args=[ref.id])


def _take_url(ref: Ref) -> str:
    return reverse("dictation:send", args=[visit_of_take(ref.id)])


def _board_url(_: Ref) -> str:
    return reverse("dictation:board")


def _refused_url(_: Ref) -> str:
    return reverse("dictation:waiting")


def _loose_url(ref: Ref) -> str:
    return reverse("dictation:loose", args=[ref.id])


def _copies_url(ref: Ref) -> str:
    return reverse("dictation:copies", args=[ref.id])


def _amended(told: Delivery) -> None:
    offer_copies(actor=PROGRAM, encounter_id=told.fact.encounter_id, how=told.fact.how)


def _labels_changed(told: Delivery) -> None:
    keep_copies_in(actor=PROGRAM, encounter_ids=told.fact.things)


register_append_only("dictation_copy_letter")
register_append_only("dictation_step")
register_append_only("dictation_pace")
register_append_only("dictation_version")
register_append_only("dictation_hearing")
register_append_only("dictation_lines")
register_append_only("dictation_sampling")
register_append_only("dictation_style")
register_append_only("dictation_draw")
register_append_only("dictation_correction")
register_append_only("dictation_left_out")
register_append_only("dictation_heard")
register_report(
    "dictation_lines",
    "Lines of 65 characters that were typed and signed, by month, typist, kind, and whether a draft was corrected",
    "SELECT date_trunc('month', l.at)::date AS month, u.name AS typist, d.kind, l.drafted, count(*) AS jobs,"
    " round(sum(l.gross_characters) / 65.0, 2) AS gross_lines,"
    " round(sum(l.visible_characters) / 65.0, 2) AS visible_lines, round((sum(l.seconds) / 60)::numeric, 1) AS minutes"
    " FROM public.dictation_lines l JOIN public.dictation d ON d.id = l.dictation_id"
    " JOIN public.security_user u ON u.id = l.typist_id GROUP BY 1, 2, 3, 4",
    order="1 DESC, 2, 3, 4",
)
register_work_kind(WorkKind(TO_SIGN, "dictation to sign", Role.PROVIDER, 24, _review_url))
register_work_kind(WorkKind(KIND, "dictation to type", Role.TRANSCRIPTIONIST, 24, _url))
register_work_kind(WorkKind(TO_REVIEW, "typing to review", Role.TRANSCRIPTIONIST, 72, _sheet_url))
register_work_kind(WorkKind(TO_READ, "review of one's typing to read", Role.TRANSCRIPTIONIST, 72, _sheet_url))
register_work_kind(WorkKind(TO_HEED, "critical error in a dictation", Role.PROVIDER, 4, _sheet_url))
register_work_kind(WorkKind(UNSIGNED, "dictation that waits long for a signature", Role.PROVIDER, 4, _url))
register_work_kind(WorkKind(UNSENT, "recording that was not sent", Role.PROVIDER, 4, _take_url))
register_work_kind(WorkKind(UNSENT_LONG, "recording that nobody sends", Role.MANAGER, 24, _board_url))
register_work_kind(WorkKind(REFUSED, "file that is no recording", Role.TRANSCRIPTIONIST, 24, _refused_url))
register_work_kind(WorkKind(LOOSE, "recording of no visit", Role.TRANSCRIPTIONIST, 4, _loose_url))
register_work_kind(WorkKind(COPIES_AGAIN, "copies of a report to send or leave", Role.PROVIDER, 24, _copies_url))
listen(NoteAmended, _amended)
listen(LabelsChanged, _labels_changed)
register_check("dictations", dictation_check)
register_resealing(seal_key_again)
register_unmerging("dictation", follow_visits)
register_panel("visit", visit_panel)
register_heard_at("dictation", heard_at)
register_copies("dictation", papers_of_copies)
register_navigation(NavItem("dictation", "Dictate", "dictation:desk", "dictation.read", 33))
register_command(
    Command("When dictations are due, and how long recordings are kept", "dictation:paces", "dictation.set_up")
)
register_command(Command("Who hears dictations first", "dictation:who-hears", "dictation.set_up"))
register_command(Command("How dictated reports are written", "dictation:style", "dictation.set_up"))
register_command(Command("Lines typed", "dictation:lines", "dictation.lines"))
register_command(Command("The board of dictations", "dictation:board", "dictation.assign"))
register_command(Command("How well dictations are typed", "dictation:quality", "dictation.read"))
register_command(Command("Whose typing is reviewed", "dictation:sampling", "dictation.set_up"))
register_command(Command("My keys and pedal for dictations", "dictation:hand", "dictation.shorten"))
register_command(Command("Short forms for whoever types", "dictation:shorts", "dictation.shorten"))
