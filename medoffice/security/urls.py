"""Addresses of security."""

from django.urls import path

from medoffice.security import views

app_name = "security"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("password/", views.password, name="password"),
    path("set-up/", views.set_up, name="set-up"),
    path("audit/", views.audit_trail, name="audit"),
    path("users/", views.users, name="users"),
    path("users/<uuid:user_id>/roles/", views.user_roles, name="user-roles"),
]
