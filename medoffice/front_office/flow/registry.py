"""What the flow registers: its commands, its check, and how long visits stay at each stage as a report."""

from medoffice.front_office.flow.queries.agreement import flow_check
from medoffice.kernel.checks import register_check
from medoffice.kernel.worlds.reports import register_report
from medoffice.ui.navigation import Command, register_command

register_check("flow", flow_check)
register_report(
    "minutes_by_stage",
    "How long visits stay at each stage, by month, site and provider: half of them, and nine of ten",
    "SELECT date_trunc('month', e.date)::date AS month, s.name AS site, p.name AS provider, c.stage,"
    " count(*) AS visits, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY c.minutes)::numeric, 1) AS middle,"
    " round(percentile_cont(0.9) WITHIN GROUP (ORDER BY c.minutes)::numeric, 1) AS nine_of_ten"
    " FROM (SELECT encounter_id, stage, extract(epoch FROM lead(at) OVER (PARTITION BY encounter_id ORDER BY id) - at)"
    " / 60 AS minutes FROM public.encounter_stage) c"
    " JOIN public.encounter e ON e.id = c.encounter_id"
    " JOIN report.site s ON s.id = e.site_id JOIN report.provider p ON p.id = e.provider_id"
    " WHERE c.minutes IS NOT NULL AND e.stage <> 'mistaken' GROUP BY 1, 2, 3, 4",
    order="1 DESC, 2, 3, 4",
)
register_command(Command("Where is my patient?", "flow:where", "check_in.board", "Alt+w"))
register_command(Command("When will they be seen?", "flow:waits", "check_in.board"))
register_command(Command("Visit timelines of the day", "flow:day", "check_in.board"))
register_command(Command("How long visits stay at each stage", "flow:figures", "flow.figures"))
register_command(Command("When a wait is too long, and the screen in the waiting room", "flow:set-up", "flow.set_up"))
