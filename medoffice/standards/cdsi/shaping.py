"""The tree of a release as the typed schedule; what does not fit is refused with the place where it stands."""

import re
from datetime import date
from functools import cache

from medoffice.kernel.refusals import Refusal
from medoffice.standards.cdsi.reading import FIX, Tree
from medoffice.standards.cdsi.spans import Span, span
from medoffice.standards.cdsi.types import (
    Against,
    Age,
    Antigen,
    Between,
    Condition,
    Conflict,
    Group,
    Indication,
    Interval,
    Product,
    Schedule,
    Series,
    Skip,
    SkipSet,
    Target,
    Times,
)

KINDS = {"Standard": "standard", "Risk": "risk", "Evaluation Only": "judging"}
_YEARS = re.compile(r"\b(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3}) years")
CONDITIONS = {"age": "age", "interval": "interval", "completed series": "series"}


def schedule_of(tree: Tree) -> Schedule:
    """The schedule. Raises Refusal for a tree that is none, naming where."""
    where = "ScheduleSupportingData"
    try:
        plan = tree["schedule"]
        groups = {one["name"]: one for one in plan["vaccineGroups"]["vaccineGroup"]}
        maps = plan["vaccineGroupToAntigenMap"]["vaccineGroupMap"]
        found: dict[str, Antigen] = {}
        for one in tree["antigens"]:
            where = one.get("series", [{}])[0].get("targetDisease", "an antigen")
            antigen = _antigen(one)
            found[antigen.name] = antigen
        where = "ScheduleSupportingData"
        cvx = plan["cvxToAntigenMap"]["cvxMap"]
        return Schedule(
            version=tree["version"],
            released=date.fromisoformat(tree["released"]),
            antigens=found,
            groups=tuple(_group(one, groups, found) for one in maps),
            products={one["cvx"]: one["shortDescription"] for one in cvx},
            antigens_of={one["cvx"]: tuple(_association(each) for each in one["association"]) for one in cvx},
            conflicts={
                (one["previous"]["cvx"], one["current"]["cvx"]): _conflict(one)
                for one in plan["liveVirusConflicts"]["liveVirusConflict"]
            },
            observations={
                one["observationCode"]: one["observationTitle"] for one in plan["observations"]["observation"]
            },
        )
    except (KeyError, ValueError, TypeError, IndexError, AttributeError) as error:
        what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise Refusal(
            "cdsi-odd", f"This release is not of the shape that is known ({where}: {what[:120]}).", FIX
        ) from error


def _group(one: Tree, groups: dict[str, Tree], antigens: dict[str, Antigen]) -> Group:
    names = tuple(one["antigen"])
    missing = [name for name in names if name not in antigens]
    if missing:
        raise ValueError(f"nothing is said of {missing[0]}")
    return Group(one["name"], groups[one["name"]].get("administerFullVaccineGroup") == "Yes", names)


def _association(one: Tree) -> tuple[str, Between]:
    return one["antigen"][0], Between(_span(one.get("associationBeginAge")), _span(one.get("associationEndAge")))


def _conflict(one: Tree) -> Conflict:
    begin, least, end = (f"{key}Interval" for key in ("conflictBegin", "minConflictEnd", "conflictEnd"))
    return Conflict(_needed(one[begin]), _needed(one[least]), _needed(one[end]))


def _antigen(tree: Tree) -> Antigen:
    series = tuple(_series(one) for one in tree["series"])
    immunity, against = tree.get("immunity", {}), tree.get("contraindications", {})
    return Antigen(
        name=series[0].antigen,
        group=tree["series"][0]["vaccineGroup"],
        series=series,
        immune=frozenset(one["guidelineCode"] for one in immunity.get("clinicalHistory", ())),
        born_before=tuple(
            (
                _american(one["immunityBirthDate"]),
                one.get("birthCountry", ""),
                frozenset(each["exclusionCode"] for each in one.get("exclusion", ())),
            )
            for one in immunity.get("dateOfBirth", ())
        ),
        against=tuple(_against(one) for one in against.get("vaccineGroup", {}).get("contraindication", ()))
        + tuple(_against(one) for one in against.get("vaccine", {}).get("contraindication", ())),
    )


def _against(one: Tree) -> Against:
    products = tuple(_product(each) for each in one.get("contraindicatedVaccine", ()))
    words = one.get("contraindicationText") or one["observationTitle"]
    return Against(one["observationCode"], words, _ages(one), products)


def _series(one: Tree) -> Series:
    choice = one["selectSeries"]
    return Series(
        name=one["seriesName"],
        antigen=one["targetDisease"],
        kind=KINDS[one["seriesType"]],
        sexes=frozenset(one.get("requiredGender", ())),
        default=choice.get("defaultSeries") == "Yes",
        product=choice.get("productPath") == "Yes",
        group=choice["seriesGroup"],
        equal=_codes(one.get("equivalentSeriesGroups")),
        priority=choice.get("seriesPriority", "A"),
        preference=int(choice.get("seriesPreference") or 99),
        start=Between(_span(choice.get("minAgeToStart")), _span(choice.get("maxAgeToStart"))),
        indications=tuple(
            Indication(each["observationCode"]["code"], _ages(each), each.get("description", ""))
            for each in one.get("indication", ())
        ),
        guidance=tuple(one.get("seriesAdminGuidance", ())),
        shared=_shared(one),
        targets=tuple(_target(at, each) for at, each in enumerate(one["seriesDose"], 1)),
    )


def _shared(one: Tree) -> Between | None:
    """The ages at which it is decided together: all if its name says so, else those its guidance says it of."""
    if "shared clinical" in one["seriesName"].lower():
        return Between()
    for text in one.get("seriesAdminGuidance", ()):
        for sentence in re.split(r"(?<=\.)\s", text):
            ages = _YEARS.search(sentence) if "shared clinical decision" in sentence.lower() else None
            if ages:
                return Between(_span(f"{ages[1]} years"), _span(f"{int(ages[2]) + 1} years"))
    return None


def _target(number: int, one: Tree) -> Target:
    if one["doseNumber"] != f"Dose {number}":
        raise ValueError(f"{one['doseNumber']} stands where Dose {number} should")
    season = one.get("seasonalRecommendation")
    return Target(
        number=number,
        ages=tuple(_age(each) for each in one.get("age", ())),
        intervals=tuple(_interval(each) for each in one.get("interval", ())),
        allowable=tuple(_interval(each) for each in one.get("allowableInterval", ())),
        preferable=tuple(_product(each) for each in one.get("preferableVaccine", ())),
        allowed=tuple(_product(each) for each in one.get("allowableVaccine", ())),
        inadvertent=frozenset(each["cvx"] for each in one.get("inadvertentVaccine", ())),
        skips=tuple(_skip(each) for each in one.get("conditionalSkip", ()) if each.get("context")),
        recurs=one.get("recurringDose") == "Yes",
        season=Times(_day(season.get("startDate")), _day(season.get("endDate"))) if season else None,
    )


def _age(one: Tree) -> Age:
    keys = ("absMinAge", "minAge", "earliestRecAge", "latestRecAge", "maxAge")
    floor, least, recommended, late, most = (_span(one.get(key)) for key in keys)
    return Age(floor, least, recommended, late, most, _times(one))


def _interval(one: Tree) -> Interval:
    keys = ("absMinInt", "minInt", "earliestRecInt", "latestRecInt")
    floor, least, recommended, late = (_span(one.get(key)) for key in keys)
    return Interval(
        previous=one.get("fromPrevious") == "Y",
        dose=int(one["fromTargetDose"]) if one.get("fromTargetDose") else None,
        recent=_codes(one.get("fromMostRecent")),
        observed=one.get("fromRelevantObs", {}).get("code", ""),
        floor=floor,
        least=least,
        recommended=recommended,
        late=late,
        override=one.get("intervalPriority", "").lower() == "override",
        times=_times(one),
    )


def _product(one: Tree) -> Product:
    return Product(one["cvx"], _ages(one), one.get("mvx", ""), one.get("tradeName") or one.get("vaccineType", ""))


def _skip(one: Tree) -> Skip:
    context = one["context"]
    if context not in ("Both", "Evaluation", "Forecast"):
        raise ValueError(f"'{context}' is no time to skip a dose")
    sets = tuple(
        SkipSet(each.get("conditionLogic") != "OR", tuple(_condition(it) for it in each["condition"]), _times(each))
        for each in one["set"]
    )
    return Skip(context != "Forecast", context != "Evaluation", one.get("setLogic") == "AND", sets)


def _condition(one: Tree) -> Condition:
    kind = one["conditionType"].lower()
    if not kind.startswith("vaccine count"):
        kind = CONDITIONS[kind]
    return Condition(
        kind="count" if kind.startswith("vaccine count") else kind,
        ages=_ages(one),
        interval=_span(one.get("interval", [""])[0]),
        first=_day(one.get("startDate")),
        end=_day(one.get("endDate")),
        count=int(one.get("doseCount") or 0),
        logic=one.get("doseCountLogic", "").lower(),
        valid=one.get("doseType", "").lower() == "valid",
        products=_codes(one.get("vaccineTypes")),
        groups=_codes(one.get("seriesGroups")),
    )


def _ages(one: Tree) -> Between:
    return Between(_span(one.get("beginAge")), _span(one.get("endAge")))


def _times(one: Tree) -> Times:
    return Times(_day(one.get("effectiveDate")), _day(one.get("cessationDate")))


@cache
def _span(text: str | None) -> Span | None:
    return span(text or "")


def _needed(text: str) -> Span:
    found = _span(text)
    if found is None:
        raise ValueError("an interval is empty")
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _american(text: str) -> date:
    month, day, year = (int(part) for part in text.split("/"))
    return date(year, month, day)


def _codes(text: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text or ""))
