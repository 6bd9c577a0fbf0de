"""Addresses of security."""

from django.urls import path

from medoffice.security.views import accounts, doors, opening, own

app_name = "security"
urlpatterns = [
    path("sign-in/", doors.sign_in, name="sign-in"),
    path("sign-in/second/", doors.second, name="second"),
    path("sign-in/passkey/", doors.passkey, name="door-passkey"),
    path("sign-in/passkey/question/", doors.passkey_question, name="door-question"),
    path("sign-in/code/", doors.first_password, name="first-password"),
    path("sign-out/", doors.sign_out, name="sign-out"),
    path("lock/", doors.lock, name="lock"),
    path("locked/", doors.locked, name="locked"),
    path("set-up/", doors.set_up, name="set-up"),
    path("password/", own.password, name="password"),
    path("me/", own.me, name="me"),
    path("me/app/", own.app, name="app"),
    path("me/passkey/", own.passkey, name="passkey"),
    path("me/passkey/question/", own.passkey_question, name="passkey-question"),
    path("me/codes/", own.codes, name="codes"),
    path("me/factor/<int:factor_id>/off/", own.factor_off, name="factor-off"),
    path("me/pin/", own.pin, name="pin"),
    path("me/where/", own.where, name="where"),
    path("me/where/others/end/", own.end_others, name="end-others"),
    path("me/where/<uuid:session_id>/end/", own.end_one, name="end-one"),
    path("audit/", accounts.audit_trail, name="audit"),
    path("rules/", accounts.rules, name="rules"),
    path("users/", accounts.users, name="users"),
    path("users/<uuid:user_id>/", accounts.user, name="user"),
    path("users/<uuid:user_id>/roles/", accounts.user_roles, name="user-roles"),
    path("users/<uuid:user_id>/code/", accounts.user_code, name="user-code"),
    path("users/<uuid:user_id>/factors/", accounts.user_factors, name="user-factors"),
    path("users/<uuid:user_id>/sessions/", accounts.user_sessions, name="user-sessions"),
    path("open/<uuid:patient_id>/", opening.open_, name="open"),
    path("glass/<uuid:patient_id>/", opening.glass, name="glass"),
    path("access/<uuid:access_id>/end/", opening.access_end, name="access-end"),
]
