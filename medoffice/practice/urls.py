"""Addresses of the practice."""

from django.urls import path

from medoffice.practice import views

app_name = "practice"
urlpatterns = [
    path("", views.set_up, name="set-up"),
    path("office/", views.office, name="office"),
    path("sites/", views.sites, name="sites"),
    path("sites/<uuid:site_id>/", views.site, name="site"),
    path("sites/<uuid:site_id>/room/", views.site_room, name="site-room"),
    path("sites/<uuid:site_id>/closed/", views.site_closed, name="site-closed"),
    path("sites/<uuid:site_id>/open/<uuid:closure_id>/", views.site_open, name="site-open"),
    path("staff/", views.staff, name="staff"),
    path("staff/<uuid:staff_id>/", views.member, name="member"),
    path("payers/", views.payers, name="payers"),
    path("payers/<uuid:payer_id>/", views.payer, name="payer"),
    path("jobs/", views.background_work, name="jobs"),
    path("jobs/again/", views.jobs_again, name="jobs-again"),
    path("work/<uuid:item_id>/", views.work_item, name="work-item"),
    path("work/<uuid:item_id>/hand-over/", views.work_hand_over, name="work-hand-over"),
    path("work/<uuid:item_id>/put-off/", views.work_put_off, name="work-put-off"),
    path("work/<uuid:item_id>/finish/", views.work_finish, name="work-finish"),
]
