"""Addresses of the general ledger."""

from django.urls import path

from medoffice.revenue.ledger import views

app_name = "ledger"
urlpatterns = [
    path("", views.journal_of_day, name="journal"),
    path("balances/", views.trial_balance, name="balances"),
    path("account/<slug:number>/", views.account, name="account"),
    path("entry/<uuid:entry_id>/", views.one_entry, name="entry"),
]
