"""Django's settings, and the only place that reads the environment.

GOODWORD_WORKSPACE             folder of the workspace; the current folder if empty
DATABASE_URL                   the programme database; SQLite in the workspace if empty
GOODWORD_SECRET_KEY            signs sessions; a key kept in the workspace if empty
GOODWORD_SECRET_KEY_FALLBACKS  keys of before, with commas; those in secret.key.old of the workspace count, too
GOODWORD_DEBUG                 1 shows errors to the browser; never on a network
GOODWORD_ALLOWED_HOSTS         host names it answers to, with commas; this machine only if empty
GOODWORD_DESIGN                1 shows /design/, every part of the pages in every state
GOODWORD_SITE_URL              where readers find the pages, for links in e-mails; http://127.0.0.1:8000 if empty
GOODWORD_SMTP_URL              the mail server, such as smtp://user:password@host:587; letters wait if empty
GOODWORD_MAIL_FROM             whom e-mails are from; goodword@ and the host of the site if empty
GOODWORD_BOUNCES_URL           the mailbox where reports about letters arrive, such as imaps://user:password@host/Bounces
GOODWORD_DKIM_KEY              file with the RSA key that signs e-mails, as PEM; they are not signed if empty
GOODWORD_DKIM_SELECTOR         what names that key in the DNS, such as 2026a
GOODWORD_OIDC_SECRET           secret of the provider of single sign-on; with several GOODWORD_OIDC_SECRET_ and the id
GOODWORD_LISTENING_KEY         what the server knows us by that is asked about remarks; none if empty
GOODWORD_LISTENING_HOST        the only host that key goes to
GOODWORD_SECURE                1 when served over HTTPS: cookies travel over it only
GOODWORD_PROXIES               the proxies in front, with commas; this machine if empty and GOODWORD_SECURE is 1
"""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.csp import CSP
from django.utils.functional import SimpleLazyObject

from goodword.config.environment import described
from goodword.config.proxies import read_proxies
from goodword.config.secret_key import load_old_keys, load_secret_key, read_old_keys
from goodword.config.single_sign_on import read_admitted, read_providers
from goodword.doors.mail.server import mail_domain, read_server
from goodword.doors.mail.signing import read_signer
from goodword.kit.keys import kept_key
from goodword.runs.bounces.mailbox import read_mailbox
from goodword.runs.workspace import CONFIG_NAME, DATABASE_NAME, SUPPRESSION_KEY_NAME, open_workspace

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


def _suppression_key() -> str:
    # Not the key that signs: changing that one must not forget who asked to be left alone.
    return kept_key(WORKSPACE / SUPPRESSION_KEY_NAME) if _IS_WORKSPACE else secrets.token_urlsafe(48)


def _old_keys() -> list[str]:
    given = read_old_keys(os.environ.get("GOODWORD_SECRET_KEY_FALLBACKS", ""))
    return [*given, *(load_old_keys(WORKSPACE) if _IS_WORKSPACE else [])]


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

ENVIRONMENT = described(__doc__ or "", os.environ)  # for the page of settings: what is set here, never to what

DEBUG = _truth("GOODWORD_DEBUG")
DESIGN_PAGE = DEBUG or _truth("GOODWORD_DESIGN")
SECRET_KEY = SimpleLazyObject(_secret_key)
SECRET_KEY_FALLBACKS = _old_keys()
SUPPRESSION_KEY = SimpleLazyObject(_suppression_key)
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
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "goodword.programme.team",
    "goodword.programme.calls",
    "goodword.programme.desk",
    "goodword.programme.outbox",
    "goodword.programme.bounces",
    "goodword.programme.tuning",
    "goodword.programme.labels",
    "goodword.programme.themes",
    "goodword.programme.people",
    "goodword.programme.links",
    "goodword.programme.terms",
    "goodword.programme.choosing",
    "goodword.programme.permissions",
    "goodword.programme.advocates",
    "goodword.programme.stories",
    "goodword.programme.asks",
    "goodword.programme.lots",
    "goodword.programme.acts",
    "goodword.programme.needs",
    "goodword.programme.meetings",
    "goodword.programme.rights",
    "goodword.runs.jobs",
    "goodword.doors.mail",
    "goodword.doors.web",
    "goodword.doors.portal",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "goodword.doors.web.middleware.Principals",
    "goodword.doors.web.demanding.SecondFactorDemanded",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "goodword.doors.web.middleware.ReaderLanguage",
    "django_htmx.middleware.HtmxMiddleware",
    "goodword.doors.web.middleware.UserTimeZone",
    "goodword.doors.web.middleware.NulUnheardOf",
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
                "goodword.doors.web.held.held",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "goodword.doors.web.templatetags.goodword",
                "goodword.doors.web.templatetags.parts",
                "goodword.doors.web.templatetags.data",
            ],
        },
    },
]

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "team.User"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
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
# Nobody signs up; how often one may try, `refuse_sign_in` says, the same in every process.
ACCOUNT_ADAPTER = "goodword.doors.web.views.sign_in.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are an administrator's word; codes prove them again
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
MFA_ADAPTER = "goodword.doors.web.views.sign_in.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Goodword"
MFA_TOTP_TOLERANCE = 1  # phones' clocks are a little off
SOCIALACCOUNT_ADAPTER = "goodword.doors.web.views.sign_in.adapters.Providers"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {"APPS": read_providers(WORKSPACE_SETTINGS, os.environ), "OAUTH_PKCE_ENABLED": True},
}
OIDC_ADMITTED = read_admitted(WORKSPACE_SETTINGS)
SITE_URL = (os.environ.get("GOODWORD_SITE_URL") or "http://127.0.0.1:8000").rstrip("/")
SMTP_SERVER = read_server(os.environ.get("GOODWORD_SMTP_URL", ""))
BOUNCES_MAILBOX = read_mailbox(os.environ.get("GOODWORD_BOUNCES_URL", ""))
DKIM = read_signer(os.environ.get("GOODWORD_DKIM_KEY", ""), os.environ.get("GOODWORD_DKIM_SELECTOR", ""))
DEFAULT_FROM_EMAIL = os.environ.get("GOODWORD_MAIL_FROM") or f"Goodword <goodword@{mail_domain(SITE_URL)}>"
MAILERS = {"default": {"BACKEND": "goodword.doors.mail.backend.OutboxBackend"}}  # it queues: there is no other way out

LISTENING_KEY = os.environ.get("GOODWORD_LISTENING_KEY", "")
LISTENING_KEY_HOST = os.environ.get("GOODWORD_LISTENING_HOST", "")

API_LIMITS = {"read": 300, "write": 60, "stranger": 60}  # calls a minute: of one token, and of one address without

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "goodword.doors.web.views.errors.forged"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _truth("GOODWORD_SECURE")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _truth("GOODWORD_SECURE") else None
PROXIES = read_proxies(os.environ.get("GOODWORD_PROXIES", ""), secure=_truth("GOODWORD_SECURE"))

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = str(WORKSPACE_SETTINGS.get("run", {}).get("timezone") or "UTC")

# Files go straight to the workspace's own folder, never into memory, and only for those who may load data.
FILE_UPLOAD_HANDLERS = [
    "goodword.doors.web.views.grants.receiving.ProofHandler",
    "goodword.doors.web.views.data.receiving.SpoolHandler",
]

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # serves the package's own files, from a checkout as from a wheel, with no extra step
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 3600

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "connect-src": [CSP.SELF],  # parts of a page are asked for by script
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
    "filters": {"secrets": {"()": "goodword.config.logs.WithoutSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["secrets"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
