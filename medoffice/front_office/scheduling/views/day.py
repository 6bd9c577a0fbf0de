"""Screens of the schedule itself."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.front_office.scheduling.queries.appointments import appointments_on
from medoffice.kernel import clock
from medoffice.practice.api import office_zone, providers
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, saw, screen
from medoffice.ui.dates import day_to_show


@screen("appointments.read")
def day(request: OfficeRequest) -> HttpResponse:
    """The schedule of a day, a column for each provider."""
    zone = office_zone()
    today = clock.today(zone)
    on = day_to_show(request.GET.get("on", ""), today)
    booked = appointments_on(request.actor, None, on, zone.key)
    people = patients_by_id({found.patient_id for found in booked})
    saw(request, people)
    columns = [
        (
            member,
            [
                (row, people[row.patient_id], f"{row.starts.astimezone(zone):%-I:%M}")
                for row in booked
                if row.provider_id == member.id
            ],
        )
        for member in providers()
    ]
    context = {"on": on, "before": on - timedelta(days=1), "after": on + timedelta(days=1), "columns": columns}
    return render(request, "scheduling/day.html", {**context, "count": len(booked), "room": "schedule"})
