"""How long visits stay at each stage: the middle, and what nine of ten stay under."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median, quantiles
from uuid import UUID

from medoffice.front_office.flow.types import Part, StageFigure
from medoffice.records.encounters.types import Stage

STAGES = (Stage.ARRIVED, Stage.ROOMED, Stage.WITH_PROVIDER, Stage.CHECK_OUT)


def stage_figures(ways: Iterable[tuple[UUID, Sequence[Part]]]) -> list[StageFigure]:
    """For everybody together (no provider) and for each provider, every stage that is over, in the order of a visit.

    A stage that a visit came to twice (another room) counts once, with the sum.
    """
    spent: dict[tuple[UUID | None, str], list[float]] = defaultdict(list)
    for provider_id, parts in ways:
        sums: dict[str, float] = defaultdict(float)
        for part in parts:
            if not part.lasts:
                sums[part.stage] += (part.ends - part.starts).total_seconds() / 60
        for stage, length in sums.items():
            spent[None, stage].append(length)
            spent[provider_id, stage].append(length)
    told = [
        StageFigure(stage, who, round(median(found)), round(_nine_of_ten(found)), len(found))
        for (who, stage), found in spent.items()
    ]
    order = {stage.value: place for place, stage in enumerate(STAGES)}
    return sorted(told, key=lambda one: (one.provider_id is not None, str(one.provider_id), order[one.stage]))


def _nine_of_ten(found: Sequence[float]) -> float:
    return quantiles(found, n=10, method="inclusive")[-1] if len(found) > 1 else found[0]
