"""Settings: one typed file. What differs between offices comes from the environment or the data folder.

Nothing is read from a database and no server needs to run to import this file. Secrets live in the data folder
(``secret.key``, mode 0600, made on first start by ``medoffice run``).
"""

import os
import sys
from datetime import timedelta

from django.db import connections

from medoffice.config.places import data_folder, use_own_codes, use_own_model
from medoffice.config.rooms import ROOMS, has
from medoffice.kernel.postgres import address
from medoffice.kernel.secrets import key_ring
from medoffice.kernel.worlds.connections import WorldConnections

DATA_DIR = data_folder()
use_own_codes()
use_own_model()
KEYS = key_ring(DATA_DIR)
SECRET_KEY = KEYS.key("django").hex()
# Below so much free space nothing is changed any more; 0: a twentieth of the disk (kernel/read_only.py).
LEAST_FREE_BYTES = int(os.environ.get("MEDOFFICE_LEAST_FREE_MB", "0")) * 1_000_000
# A second folder for the downtime packs (a USB stick, a share of another machine); empty: none.
DOWNTIME_FOLDER = os.environ.get("MEDOFFICE_DOWNTIME_FOLDER", "")
# The Python that reads text in images (kernel/recognize.py): this one, or another in which the extra ``scan`` is.
SCAN_PYTHON = os.environ.get("MEDOFFICE_SCAN_PYTHON", sys.executable)
DEBUG = False
# Set by `medoffice run --lan` for all parts of the office: it is reached by other machines, so over TLS only.
TLS = os.environ.get("MEDOFFICE_TLS") == "1"
TLS_AUTHORITY = os.environ.get("MEDOFFICE_AUTHORITY", "")  # the certificate that other computers are to trust
OFFICE_HOSTS = [name for name in os.environ.get("MEDOFFICE_HOSTS", "").lower().split(",") if name]
# A name stands for those below it too: each world of the office has one. An address stands for itself.
ALLOWED_HOSTS = ["127.0.0.1", "[::1]", ".localhost", *(f".{n}" if n[-1].isalpha() else n for n in OFFICE_HOSTS)]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_cotton",
    "axes",
    "medoffice.config.allauth.Accounts",
    "allauth.mfa",
    "procrastinate.contrib.django",
    *(room for room in ROOMS if has(room, "apps")),
]

MIDDLEWARE = [
    "medoffice.config.headers.HouseHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "medoffice.security.middleware.RequestId",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "medoffice.security.middleware.OfficeSession",
    "medoffice.config.site_time.SiteTime",
    "medoffice.security.middleware.Refusals",
    "medoffice.security.middleware.Once",
]

ROOT_URLCONF = "medoffice.config.urls"
WSGI_APPLICATION = "medoffice.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["medoffice.ui.templatetags.addresses"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "medoffice.ui.context.shell",
            ],
        },
    }
]

# Which role signs in, and with which password, is the current world's; this one is the owner's.
DATABASE_KEY = KEYS.key("database") if os.environ.get("DATABASE_URL") else b""
# The name 'default' follows the current world (design: a world is a database); HOST is set when the server starts.
connections.__class__ = WorldConnections
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        **address.of_environment(os.environ).settings(),
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "security.User"
PASSWORD_HASHERS = ["medoffice.config.passwords.OfficePasswords"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "medoffice.security.breached.BreachedPasswords"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
]
LOGIN_URL = "security:sign-in"
DEMO_PASSWORD = "riverbend demo office"  # noqa: S105 - public: printed at the start, valid in demo worlds only

# Second factors: allauth keeps them and knows their arithmetic; its pages and its accounts are not used (decision 15).
MIGRATION_MODULES = {"account": None}
MFA_ADAPTER = "medoffice.security.factors.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_WEBAUTHN_USER_VERIFICATION = "required"

# Wrong tries: what is counted, and when it is too many, is said in security/throttle.py.
AXES_HANDLER = "medoffice.security.throttle.Tries"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "username", "ip_address"]
AXES_FAILURE_LIMIT = 100
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False

SESSION_ENGINE = "medoffice.security.sessions"
# The prefix makes a browser refuse the cookie without TLS, from another path, or set by another host.
SESSION_COOKIE_NAME = "__Host-medoffice" if TLS else "medoffice"
SESSION_COOKIE_SECURE = TLS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_ABSOLUTE_HOURS = 12
CSRF_COOKIE_NAME = "__Host-csrf" if TLS else "csrftoken"
CSRF_COOKIE_SECURE = TLS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "medoffice.security.views.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_SSL_REDIRECT = TLS
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = TLS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}

# What is sent stays in memory, which the gate bounds: no patient's paper lies in a folder for temporary files.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 26 * 2**20

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-us"
USE_I18N = True  # the pages patients open may speak another language; nothing else asks a browser for one
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
COTTON_DIR = "cotton"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "medoffice.kernel.logs.Plain", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("MEDOFFICE_LOG", "WARNING")},
}
# axes asks for a middleware and a sign-in of its own, which are not used.
# Preload lists are for names of the open internet. Without TLS the office is reached on its own machine only.
SILENCED_SYSTEM_CHECKS = [
    "security.W021",
    "axes.W002",
    "axes.W003",
    *([] if TLS else ["security.W004", "security.W008", "security.W011", "security.W012", "security.W016"]),
]
