"""What each label decides for each sink: one total table, which ``can``, ``require`` and ``permitted`` all read.

Sources. Nobody of these texts is at hand in this repository, so each is ``source: unverified``: 42 CFR 2.31-2.33 (one
consent for treatment, payment and operations) and 2.32 (notice to go with a disclosure), in force since 02/16/2026; 45
CFR 164.508(a)(2) (psychotherapy notes need an authorization of their own); 45 CFR 164.522(a)(1)(vi) (a visit paid in
full is kept from the health plan). What minors may consent to is each state's law: the office says which visit it is.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import product

from medoffice.security.types import CLINICAL, REVENUE, SYSTEM, Label, Outcome, Role, Shows, Sink, Standing, Verdict

FACETS = ("consent", "author", "own", "opened", "broken")
PART2_NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."  # source: unverified (2.32)
# Who treats: licensed to. A medical assistant, or a specialist standing for one, is not among them.
TREATING = frozenset({Role.PROVIDER, Role.NURSE})
_ALLOW, _HIDE = Verdict(), Verdict(Outcome.HIDE)
_CONFIRM = Verdict(Outcome.CONFIRM, "This record opens with a reason.", "Say why you need it.")
_INSIDE = frozenset({Sink.SCREEN, Sink.PRINT})


def decide(label: Label, sink: Sink, shows: Shows, who: Standing) -> Verdict:
    """What a label decides about something that a word shows in a sink to somebody; every combination has a verdict."""
    if who.own:
        return _HIDE  # as a member of staff, nobody looks at their own record; as a patient they ask for it
    if shows is Shows.NOTHING:
        return _ALLOW
    if who.roles & SYSTEM and sink in _INSIDE:
        return _ALLOW  # the program's own work shows nobody anything
    return _TABLE[label](sink, shows, who)


def strictest(verdicts: Iterable[Verdict]) -> Verdict:
    """What holds where several labels decide: the strictest; where nothing is against it, the notices of all."""
    found = list(verdicts)
    hardest = max(found, key=lambda verdict: verdict.outcome, default=_ALLOW)
    if hardest.outcome is not Outcome.ALLOW:
        return hardest
    notices = dict.fromkeys(notice for verdict in found for notice in verdict.notices)
    return replace(_ALLOW, notices=tuple(notices))


def hidden_for(label: Label, sink: Sink, shows: Shows, roles: frozenset[Role], *, glass: bool) -> list[dict[str, bool]]:
    """When a list leaves a labelled row out: each way its facets may stand, told by those that make a difference.

    An empty list is never, a list of one empty condition always. A list on a screen leaves out what is hidden; what
    goes elsewhere leaves out all that may not go there.
    """

    def left_out(facets: dict[str, bool]) -> bool:
        standing = Standing(roles=roles, **{**facets, "broken": facets["broken"] and glass})
        outcome = decide(label, sink, shows, standing).outcome
        return outcome is Outcome.HIDE or (outcome is not Outcome.ALLOW and sink not in (Sink.SCREEN, Sink.SEARCH))

    matter = [name for name in FACETS if any(left_out(one) != left_out(_turned(one, name)) for one in _ways(FACETS))]
    ways = ({**dict.fromkeys(FACETS, False), **way} for way in _ways(matter))
    return [{name: way[name] for name in matter} for way in ways if left_out(way)]


def opens(label: Label, who: Standing, *, emergency: bool) -> bool:
    """Whether a reason (or break-glass) would open something on a screen that this label keeps from somebody now."""
    then = replace(who, broken=True) if emergency else replace(who, opened=True)
    return any(
        decide(label, Sink.SCREEN, shows, who).outcome is not Outcome.ALLOW
        and decide(label, Sink.SCREEN, shows, then).outcome is Outcome.ALLOW
        for shows in Shows
    )


def _ways(names: Iterable[str]) -> Iterator[dict[str, bool]]:
    listed = list(names)
    return (dict(zip(listed, values, strict=True)) for values in product((False, True), repeat=len(listed)))


def _turned(facets: dict[str, bool], name: str) -> dict[str, bool]:
    return {**facets, name: not facets[name]}


def _known(sink: Sink, shows: Shows, who: Standing) -> Verdict:
    """A known person, or one who works here: whoever opens the record says why first. They are billed like anybody."""
    if sink in (Sink.MESSAGE, Sink.CLAIM) or shows is Shows.PRESENCE:
        return _ALLOW
    if who.opened or (who.broken and sink is Sink.SCREEN):
        return _ALLOW
    return _CONFIRM


def _part2(sink: Sink, shows: Shows, who: Standing) -> Verdict:
    """Treatment of substance use: for those who treat, and wherever the patient's one consent lets it go."""
    if shows < Shows.CONTENT:
        return _ALLOW
    inside = bool(who.roles & TREATING) and sink in _INSIDE
    if who.consent or inside or (who.broken and sink is Sink.SCREEN) or (sink is Sink.MESSAGE and who.to_patient):
        return Verdict(notices=(PART2_NOTICE,))
    if sink is Sink.CLAIM:
        return Verdict(
            Outcome.REFUSE,
            "This visit is under 42 CFR Part 2, and no consent of the patient is recorded.",
            "Record the patient's consent, then check the claim again; or the patient pays.",
        )
    if sink is Sink.MESSAGE:
        return Verdict(Outcome.REFUSE, "A visit under 42 CFR Part 2 is told to nobody else.", "Give it to the patient.")
    return _HIDE


def _minor(sink: Sink, shows: Shows, who: Standing) -> Verdict:
    """A visit a minor consented to alone: not for parents, so for nobody whose work meets them, and not on paper."""
    if shows < Shows.CONTENT:
        return _ALLOW
    works = bool(who.roles & (CLINICAL | REVENUE)) and sink in {*_INSIDE, Sink.SEARCH}
    if who.consent and sink in (Sink.CLAIM, Sink.MESSAGE):
        return _ALLOW
    if who.consent or works or (who.broken and sink is Sink.SCREEN):
        return Verdict(notices=("The minor's own: say and send nothing of this visit to parents or the guarantor.",))
    if sink in (Sink.CLAIM, Sink.MESSAGE):
        return Verdict(
            Outcome.REFUSE,
            "This is a minor's confidential visit, and their consent to bill it is not recorded.",
            "Ask the minor; record their consent, or bill nobody.",
        )
    return _HIDE


def _psychotherapy(sink: Sink, shows: Shows, who: Standing) -> Verdict:
    """The note of a psychotherapy session: its author's. Break-glass does not open it, and no export holds it."""
    if shows < Shows.NOTE:
        return _ALLOW
    if who.author and sink in _INSIDE:
        return Verdict(notices=("Psychotherapy note: only its author reads it.",))
    if who.consent and sink in _INSIDE and who.roles & CLINICAL:
        return Verdict(notices=("Psychotherapy note, read under the patient's authorization.",))
    return _HIDE


def _restricted(sink: Sink, shows: Shows, _: Standing) -> Verdict:
    """The patient paid in full and wants the plan to know nothing. No consent, role or glass opens a claim to it."""
    if shows < Shows.CONTENT:
        return _ALLOW
    if sink is Sink.CLAIM:
        return Verdict(
            Outcome.REFUSE,
            "The patient pays this visit and does not want the plan to know of it.",
            "Bill the patient. Only the patient can end this, and the privacy officer notes it.",
        )
    return Verdict(notices=("Paid by the patient: the health plan is told nothing of this visit.",))


_TABLE: dict[Label, Callable[[Sink, Shows, Standing], Verdict]] = {
    Label.VIP: _known,
    Label.EMPLOYEE: _known,
    Label.PART2: _part2,
    Label.MINOR: _minor,
    Label.PSYCHOTHERAPY: _psychotherapy,
    Label.RESTRICTED: _restricted,
}
