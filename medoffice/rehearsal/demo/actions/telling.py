"""What the made-up people tell the desk about themselves and their insurance, in the words of the actions."""

from typing import Any

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.records.coverage.types import Relation, Subscriber
from medoffice.records.patients.types.people import PatientName
from medoffice.rehearsal.demo.actions.office import address_of
from medoffice.rehearsal.demo.queries import shipped
from medoffice.rehearsal.demo.types import Comfort
from medoffice.rehearsal.population import types as town
from medoffice.rehearsal.population.types import Chance

TELL = 0.2  # of people say how they like to be met
RELATIONS = {
    town.Relation.SELF: Relation.SELF,
    town.Relation.SPOUSE: Relation.SPOUSE,
    town.Relation.CHILD: Relation.CHILD,
}


def identity_of(person: town.Person) -> dict[str, Any]:
    """Who somebody is, as ``register_patient`` asks."""
    return {
        "name": PatientName(person.family, person.given, person.middle, person.suffix, person.preferred),
        "sex": person.sex,
        "birth_date": person.birth_date,
        "pronouns": person.pronouns,
        "language": person.language,
        "interpreter": person.interpreter,
        "phone": person.phones[0].number,
        "email": person.email,
        "address": address_of(person.address),
        "alert": person.alert,
        **comfort_of(person),
    }


def comfort_of(person: town.Person) -> dict[str, str]:
    """What somebody tells of how to meet them; most tell nothing."""
    chance = Chance(f"comfort {person.index} {person.family}")
    if not chance.happens("tells", TELL):
        return {}
    one = chance.pick("which", comforts_at(person.age_on(clock.now().date())))
    return {"address_as": one.address_as, "fears": one.fears, "helps": one.helps}


def comforts_at(age: int) -> tuple[Comfort, ...]:
    """What people of an age may tell."""
    return tuple(one for one in shipped().comforts if one.from_age <= age <= one.to_age)


def policy_of(coverage: town.Coverage, holder: town.Person) -> dict[str, Any]:
    """A policy, as ``add_coverage`` asks; ``holder`` is its subscriber."""
    plan = next(plan for plan in shipped().plans if plan.key == coverage.plan_key)
    own = coverage.relation is town.Relation.SELF
    return {
        "plan": coverage.plan_key,
        "member_id": coverage.member_id,
        "group": coverage.group,
        "relation": RELATIONS.get(coverage.relation, Relation.OTHER),
        "subscriber": None if own else Subscriber(holder.family, holder.given, holder.birth_date, holder.sex),
        "order": 1 if coverage.priority is town.Priority.PRIMARY else 2,
        "starts": coverage.effective,
        "copay": Money(plan.copay),
    }
