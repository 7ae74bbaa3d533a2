"""All settings, from the environment where an office may want another value; a wrong value stops the start."""

import hashlib
import hmac
import os
from pathlib import Path
from typing import Any

import dj_database_url

from taizhang.core.finding import Refusal
from taizhang.core.home import home, secret

PACKAGE = Path(__file__).parent


def key_for(purpose: str) -> str:
    """A key of its own for each purpose, all derived from the home folder's one secret."""
    return hmac.new(secret(), purpose.encode(), hashlib.sha256).hexdigest()


def number_from(variable: str, usual: int) -> int:
    """A whole number above nothing that an office may set by an environment variable."""
    said = os.environ.get(variable, str(usual))
    if not said.isdecimal() or int(said) < 1:
        raise Refusal(f"环境变量 {variable} 要写成大于 0 的整数，现在是“{said}”。")
    return int(said)


def databases() -> dict[str, dict[str, Any]]:
    """`owner` owns the tables and migrates them; `default` is the application, held by row-level security."""
    if url := os.environ.get("DATABASE_URL"):
        owner: dict[str, Any] = {**dj_database_url.parse(url)}
        password = key_for("application role")
    else:
        owner = {
            "ENGINE": "taizhang.core.embedded_postgresql",
            "NAME": "taizhang",
            "USER": "postgres",
        }
        password = ""
    owner |= {"CONN_MAX_AGE": 600, "TEST": {"NAME": os.environ.get("TAIZHANG_TEST_DATABASE")}}
    application = owner | {"USER": f"{owner['NAME']}_app", "PASSWORD": password}
    return {"default": application, "owner": owner}


SECRET_KEY = key_for("django")
TICKET_KEY = key_for("ticket")
DEBUG = os.environ.get("TAIZHANG_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("TAIZHANG_HOSTS", "127.0.0.1,localhost").split(",")
DESK_URL = os.environ.get("TAIZHANG_DESK_URL", "http://127.0.0.1:8000")

DATABASES = databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.User"

# The lines of work. A new line is a new folder and one line here.
LINES: list[str] = [
    "taizhang.lines.directives",
    "taizhang.lines.targets",
    "taizhang.lines.housing",
    "taizhang.lines.hollow_houses",
    "taizhang.lines.land",
    "taizhang.lines.petitions",
    "taizhang.lines.duty",
    "taizhang.lines.problems",
    "taizhang.lines.plans",
]

INSTALLED_APPS = [
    "taizhang.desk",
    "unfold.apps.BasicAppConfig",  # without its own site: taizhang.desk.site has ours
    "unfold.contrib.filters",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "taizhang.people",
    "taizhang.ledgers",
    "taizhang.indicators",
    "taizhang.snapshots",
    "taizhang.documents",
    *LINES,
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "taizhang.desk.middleware.ActingMiddleware",
]

ROOT_URLCONF = "taizhang.urls"
WSGI_APPLICATION = "taizhang.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# No session table: nobody who can read the database can borrow a session. A cookie is good until so long after the
# last page, and until its account signs out anywhere (User.sign_outs).
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_AGE = 60 * number_from("TAIZHANG_IDLE_MINUTES", 30)
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_HTTPONLY = True
SIGN_IN_FAILURES = number_from("TAIZHANG_SIGN_IN_FAILURES", 5)
SIGN_IN_LOCK_MINUTES = number_from("TAIZHANG_SIGN_IN_LOCK_MINUTES", 15)
if DESK_URL.startswith("https://"):
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [DESK_URL]
AUTHENTICATION_BACKENDS = ["taizhang.desk.accounts.AccountBackend"]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 8},
    },
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文")]
LOCALE_PATHS = [PACKAGE / "desk" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = "taizhang.desk.formats"

# What went wrong in a page, for whoever looks after the machine; the reader gets a sentence.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"dated": {"format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {
        "file": {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": home() / "desk.log",
            "maxBytes": 2**20,
            "backupCount": 3,
            "delay": True,
            "encoding": "utf-8",
            "formatter": "dated",
        }
    },
    "loggers": {"django.request": {"handlers": ["file"], "level": "ERROR"}},
}

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = home() / "attachments"

# The desk's look. Callables are named, for settings know nothing of the layers above.
UNFOLD = {
    "SITE_TITLE": "台账",
    "SITE_HEADER": "台账",
    "SITE_SUBHEADER": "taizhang.desk.navigation.who",
    "SITE_SYMBOL": "receipt_long",
    "SITE_URL": None,
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": "taizhang.desk.navigation.icon"}
    ],
    "SHOW_HISTORY": False,
    "SHOW_VIEW_ON_SITE": False,
    "BORDER_RADIUS": "6px",
    "STYLES": ["taizhang.desk.navigation.stylesheet"],
    "SCRIPTS": ["taizhang.desk.navigation.words"],
    "SIDEBAR": {"navigation": "taizhang.desk.navigation.sidebar"},
    "COLORS": {
        "primary": {
            "50": "oklch(97% .014 254.604)",
            "100": "oklch(93.2% .032 255.585)",
            "200": "oklch(88.2% .059 254.128)",
            "300": "oklch(80.9% .105 251.813)",
            "400": "oklch(70.7% .165 254.624)",
            "500": "oklch(62.3% .214 259.815)",
            "600": "oklch(54.6% .245 262.881)",
            "700": "oklch(48.8% .243 264.376)",
            "800": "oklch(42.4% .199 265.638)",
            "900": "oklch(37.9% .146 265.522)",
            "950": "oklch(28.2% .091 267.935)",
        },
    },
}
