"""Each night: what ends soon is put before somebody, and the texts of a licence that is over are taken away."""

from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, today_here
from medoffice.revenue.code_lists.models import ListedCode, Release
from medoffice.revenue.code_lists.queries.releases import releases
from medoffice.revenue.code_lists.rules.standing import stand
from medoffice.revenue.code_lists.types import Standing
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.code_lists.types import ListKind

LIST_ENDS = "list-ends"


@action("code_lists.tell")
def tell_endings(*, actor: Actor) -> int:
    """Open the work for each list that is over or ends soon, once for each end; how many texts were taken away."""
    today = today_here()
    for one in stand(releases(), today):
        if one.release is not None and one.standing in (Standing.ENDS_SOON, Standing.OVER):
            open_work(
                actor=actor,
                kind=LIST_ENDS,
                title=f"{one.kind.words}: ends {one.release.valid_to:%m/%d/%Y}, load the next one",
                ref=Ref("code_list", one.release.id),
                key=f"{one.kind.value} {one.release.valid_to:%Y%m%d}",
            )
    over = Release.objects.filter(kind=ListKind.CPT, valid_to__lt=today, emptied_at=None)
    gone = 0
    for release in over:
        gone += ListedCode.objects.filter(release=release).delete()[0]
        release.emptied_at = clock.now()
        release.save(update_fields=["emptied_at"])
    record("code_list", None, taken_away=gone)
    return gone
