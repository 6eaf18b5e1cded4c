"""Django's settings. Everything that differs from place to place is an environment variable.

``WATCHBILL_HOME``      folder of the database, the secret key and collected files (``./var``)
``WATCHBILL_DATABASE``  ``postgresql://user:password@host:port/name``; SQLite where not given
``WATCHBILL_HOSTS``     host names served, separated by commas, beside this machine's own
``WATCHBILL_ORIGIN``    ``https://board.example.org``, where a proxy serves the pages to others: its
                        name is served, cookies travel by HTTPS alone, and what comes by HTTP is
                        sent there. The proxy says ``X-Forwarded-Proto``.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import django_stubs_ext
from django.core.management.utils import get_random_secret_key

from watchbill.web.database import database_settings

django_stubs_ext.monkeypatch()

HERE = Path(__file__).parent
HOME = Path(os.environ.get("WATCHBILL_HOME", "var")).resolve()


def _secret_key() -> str:
    """The key of this place, made on first use and kept beside the database."""
    HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = HOME / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key(), encoding="ascii")
    return path.read_text(encoding="ascii")


SECRET_KEY = os.environ.get("WATCHBILL_SECRET_KEY") or _secret_key()
DEBUG = False
_HOSTS = [name.strip() for name in os.environ.get("WATCHBILL_HOSTS", "").split(",")]
_ORIGIN = os.environ.get("WATCHBILL_ORIGIN", "").rstrip("/")
if _ORIGIN and not (_ORIGIN.startswith("https://") and urlsplit(_ORIGIN).hostname):
    raise ValueError("WATCHBILL_ORIGIN is not of the form https://board.example.org")
_HOSTS.append(urlsplit(_ORIGIN).hostname or "")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *filter(None, _HOSTS)]

INSTALLED_APPS = [
    "watchbill.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "watchbill.web.headers.content_security_policy",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "watchbill.web.bad_input.BadInputPage",
]
ROOT_URLCONF = "watchbill.web.urls"
WSGI_APPLICATION = "watchbill.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DATABASES = {"default": database_settings(os.environ.get("WATCHBILL_DATABASE"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "watchbill.web.accounts.Accounts"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "services"
MFA_TOTP_ISSUER = "Watchbill"
if _ORIGIN:
    CSRF_TRUSTED_ORIGINS = [_ORIGIN]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "en-ca"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
