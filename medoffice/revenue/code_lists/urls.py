"""Addresses of code lists."""

from django.urls import path

from medoffice.revenue.code_lists import views

app_name = "code_lists"
urlpatterns = [path("", views.lists, name="lists"), path("look/", views.look, name="look")]
