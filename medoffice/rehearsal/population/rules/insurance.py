"""Who is insured how: employer plans, Medicare-like and Medicaid-like coverage, or nobody.

Medicare-like numbers have the shape of an MBI (11 places, CMS) with the letter S in the second place, which CMS never
uses, so none was ever issued. All payers and numbers are fictitious.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from medoffice.rehearsal.population.types import Chance, Coverage, Priority, Relation

MBI_LETTERS = "ACDEFGHJKMNPQRTUVWXY"
SPREAD = 617_603  # odd and no multiple of five: multiplying by it shuffles numbers without making two equal
UNDER_65 = (("commercial", 68), ("medicaid", 24), ("none", 8))
OVER_65 = (("medicare+", 47), ("medicare", 36), ("medicare&medicaid", 12), ("commercial", 4), ("none", 1))


@dataclass(frozen=True, slots=True)
class Insured:
    """Somebody to insure; ``wish`` and ``member_id`` fix what is otherwise chance."""

    index: int
    relation: Relation
    born: date
    age: int
    wish: str = ""
    member_id: str = ""


def insure(
    household: int, members: list[Insured], groups: tuple[str, ...], chance: Chance, today: date
) -> list[Coverage]:
    """The coverages of a household, person by person, primary before secondary."""
    head = members[0]
    kind = head.wish or chance.weighted("kind", UNDER_65)
    number = head.member_id or f"HM{chance.pick('series', '568')}{(household * SPREAD + 7) % 1_000_000:06d}"
    family = _Family(household, head, kind, number, chance.pick("group", groups), members, groups, chance, today)
    return [coverage for member in members for coverage in family.of(member)]


def mbi_never_issued(number: int) -> str:
    """An 11-place number of the shape of an MBI that CMS cannot have issued; different for each number to 7 * 10^8."""
    mixed = number * SPREAD % 720_000_000
    mixed, last = divmod(mixed, 100)
    letters = ""
    for _ in range(3):
        mixed, place = divmod(mixed, 20)
        letters += MBI_LETTERS[place]
    mixed, fourth = divmod(mixed, 10)
    first, seventh = divmod(mixed, 10)
    return f"{first + 1}S0{fourth}{letters[0]}0{seventh}{letters[1:]}{last:02d}"


@dataclass(frozen=True, slots=True)
class _Family:
    household: int
    head: Insured
    kind: str
    number: str
    group: str
    members: list[Insured]
    groups: tuple[str, ...]
    chance: Chance
    today: date

    def of(self, member: Insured) -> Iterator[Coverage]:
        """The coverages of one person."""
        chance = self.chance.at(member.index)
        kind = self.kind
        if member.age >= 65:
            kind = member.wish or chance.weighted("over 65", OVER_65)
        elif kind == "none" and member.age < 18 and chance.happens("child only", 0.6):
            kind = "medicaid"
        elif self.head.age >= 65 and not member.wish:
            kind = chance.weighted("under 65", UNDER_65)
        if kind == "commercial":
            yield from self._commercial(member, chance)
        elif kind == "medicaid":
            yield self._medicaid(member, chance, Priority.PRIMARY)
        elif kind.startswith("medicare"):
            yield from self._medicare(member, kind, chance)

    def _commercial(self, member: Insured, chance: Chance) -> Iterator[Coverage]:
        """The head's family plan; a child of two insured parents has both, first that of the earlier birthday."""
        on_family_plan = self.kind == "commercial" and self.head.age < 65 and member.relation in FAMILY_PLAN
        if not on_family_plan:
            own = f"HM4{member.index * SPREAD % 1_000_000:06d}"
            group = chance.pick("group", self.groups)
            yield self._coverage(member, "harbor", own, group, (member, Relation.SELF), Priority.PRIMARY, chance)
            return
        holders = [(self.head, self.number, self.group)]
        spouse = next((one for one in self.members if one.relation is Relation.SPOUSE), None)
        if (
            spouse
            and spouse.age < 65
            and self.chance.happens("two plans", 0.08)
            and member.relation is not Relation.SELF
        ):
            holders.append((spouse, f"HM3{spouse.index * SPREAD % 1_000_000:06d}", self.group[::-1]))
            own_first = member.relation is Relation.SPOUSE
            holders.sort(key=lambda one: one[0] is not member if own_first else (one[0].born.month, one[0].born.day))
        for (holder, number, group), priority in zip(holders, Priority, strict=False):
            relation = Relation.SELF if holder is member else _to(holder, member)
            yield self._coverage(member, "harbor", number, group, (holder, relation), priority, chance)

    def _medicare(self, member: Insured, kind: str, chance: Chance) -> Iterator[Coverage]:
        """Each person by their own number, some with a supplement or with Medicaid behind it."""
        begins = date(member.born.year + 65, member.born.month, 1)
        number = member.member_id or mbi_never_issued(member.index)
        me = (member.index, Relation.SELF)
        yield Coverage(member.index, "meridian", "meridian", number, "", *me, begins, Priority.PRIMARY)
        if kind == "medicare+":
            extra = f"HM9{member.index * SPREAD % 1_000_000:06d}"
            plan = ("harbor", "harbor-supplement")
            yield Coverage(member.index, *plan, extra, "MEDGAP", *me, begins, Priority.SECONDARY)
        elif kind == "medicare&medicaid":
            yield self._medicaid(member, chance, Priority.SECONDARY)

    def _medicaid(self, member: Insured, chance: Chance, priority: Priority) -> Coverage:
        months = self.today.year * 12 + self.today.month - 1 - chance.between("months", 2, 11)
        begins = max(date(months // 12, months % 12 + 1, 1), member.born)
        number = f"SF{member.index * SPREAD % 10_000_000:07d}"
        me = (member.index, Relation.SELF)
        return Coverage(member.index, "sunfield", "sunfield", number, "", *me, begins, priority)

    def _coverage(
        self,
        member: Insured,
        payer: str,
        number: str,
        group: str,
        holder: tuple[Insured, Relation],
        priority: Priority,
        chance: Chance,
    ) -> Coverage:
        begins = max(date(self.today.year - chance.between("since", 0, 4), 1, 1), member.born)
        subscriber, relation = holder
        return Coverage(member.index, payer, "harbor-ppo", number, group, subscriber.index, relation, begins, priority)


FAMILY_PLAN = frozenset({Relation.SELF, Relation.SPOUSE, Relation.CHILD})


def _to(holder: Insured, member: Insured) -> Relation:
    """What a member of the family is to the holder of the plan."""
    if member.relation is Relation.CHILD:
        return Relation.CHILD
    return Relation.SPOUSE if holder.relation in FAMILY_PLAN else Relation.OTHER
