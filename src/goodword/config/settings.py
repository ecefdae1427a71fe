"""Django's settings, and the only place that reads the environment.

GOODWORD_WORKSPACE      folder of the workspace; the current folder if empty
DATABASE_URL            the programme database; SQLite in the workspace if empty
GOODWORD_SECRET_KEY     signs sessions; a key kept in the workspace if empty
GOODWORD_DEBUG          1 shows errors to the browser; never on a network
GOODWORD_ALLOWED_HOSTS  host names it answers to, with commas; this machine only if empty
GOODWORD_SECURE         1 when served over HTTPS: cookies travel over it only
"""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.csp import CSP
from django.utils.functional import SimpleLazyObject

from goodword.config.secret_key import load_secret_key
from goodword.runs.workspace import CONFIG_NAME, DATABASE_NAME, open_workspace

_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"  # NORMAL loses acknowledged rows at a power cut
    "PRAGMA foreign_keys=ON;"
    "PRAGMA secure_delete=ON;"  # what is erased must not stay readable in the file
)


def _truth(name: str) -> bool:
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def _secret_key() -> str:
    given = os.environ.get("GOODWORD_SECRET_KEY", "")
    if given:
        return given
    # Outside a workspace (tests, checks) nothing is signed that has to outlive the process.
    return load_secret_key(WORKSPACE) if _IS_WORKSPACE else secrets.token_urlsafe(48)


def _database() -> dict[str, Any]:
    # Outside a workspace no file is made by accident: tests and checks live in memory.
    own = f"sqlite:///{WORKSPACE / DATABASE_NAME}" if _IS_WORKSPACE else "sqlite://:memory:"
    chosen: dict[str, Any] = dict(dj_database_url.parse(os.environ.get("DATABASE_URL") or own))
    if chosen["ENGINE"] == "django.db.backends.sqlite3":
        chosen["OPTIONS"] = {"init_command": _SQLITE_PRAGMAS, "transaction_mode": "IMMEDIATE", "timeout": 30}
    else:
        chosen["CONN_MAX_AGE"] = 60
        chosen["CONN_HEALTH_CHECKS"] = True
    return chosen


WORKSPACE = Path(os.environ.get("GOODWORD_WORKSPACE") or ".").resolve()
_IS_WORKSPACE = (WORKSPACE / CONFIG_NAME).is_file()
WORKSPACE_SETTINGS: dict[str, Any] = open_workspace(WORKSPACE).settings if _IS_WORKSPACE else {}

DEBUG = _truth("GOODWORD_DEBUG")
SECRET_KEY = SimpleLazyObject(_secret_key)
ALLOWED_HOSTS = [
    host.strip()
    for host in (os.environ.get("GOODWORD_ALLOWED_HOSTS") or "127.0.0.1,localhost,[::1]").split(",")
    if host.strip()
]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "goodword.programme.team",
    "goodword.programme.people",
    "goodword.programme.advocates",
    "goodword.programme.asks",
    "goodword.programme.acts",
    "goodword.doors.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "goodword.doors.web.middleware.Principals",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "goodword.doors.web.middleware.UserTimeZone",
]
ROOT_URLCONF = "goodword.config.urls"
WSGI_APPLICATION = "goodword.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "goodword.doors.web.context.furniture",
            ],
            "builtins": ["goodword.doors.web.templatetags.goodword"],
        },
    },
]

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "team.User"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "goodword.doors.web.views.errors.forged"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _truth("GOODWORD_SECURE")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _truth("GOODWORD_SECURE") else None

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = str(WORKSPACE_SETTINGS.get("run", {}).get("timezone") or "UTC")

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # serves the package's own files, from a checkout as from a wheel, with no extra step
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 3600

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
