"""One settings file; everything that differs between machines is an environment variable (docs/operations.md)."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

DEBUG = env.flag("DEBUG", True)
DEMO = env.flag("DEMO", False)
SECRET_KEY = env.secret("SECRET_KEY", debug=DEBUG, folder=VAR_DIR)
# Keys of encrypted fields and of blind indexes live outside the database and its backup. First key encrypts.
FIELD_KEYS_TEXT = env.secret("FIELD_KEYS", debug=DEBUG, folder=VAR_DIR)
FIELD_KEYS = env.key_ring(FIELD_KEYS_TEXT if ":" in FIELD_KEYS_TEXT else f"dev:{FIELD_KEYS_TEXT}", "FIELD_KEYS")
INDEX_KEY = env.secret("INDEX_KEY", debug=DEBUG, folder=VAR_DIR).encode()
if not DEBUG and (SECRET_KEY.encode() == INDEX_KEY or len(SECRET_KEY) < 40 or len(INDEX_KEY) < 40):
    raise ImproperlyConfigured("SECRET_KEY and INDEX_KEY must be two different secrets of at least 40 characters")
if DEMO and not DEBUG:
    raise ImproperlyConfigured("DEMO=1 signs anybody in with one click; it is refused when DEBUG=0")

ALLOWED_HOSTS = env.words("ALLOWED_HOSTS") or (["*"] if DEBUG else [])
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
TRUSTED_PROXIES = env.integer("TRUSTED_PROXIES", 0)  # hops in front of us whose X-Forwarded-For we believe
BASE_URL = (env.words("BASE_URL") or ["http://localhost:8000" if DEBUG else ""])[0].rstrip("/")
if not BASE_URL.startswith(("http://", "https://")):
    raise ImproperlyConfigured("BASE_URL: write what links in messages begin with, such as https://jobs.example.cn")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "core",
    "reference",
    "accounts",
    "notices",
    "residents",
    "enterprises",
    "jobs",
    "matching",
    "desk",
    "portal",
    "config",
]

MIDDLEWARE = [
    "config.middleware.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.NoZeroBytesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.where.StandingMiddleware",
    "config.middleware.PrivatePagesMiddleware",
    "core.idempotency.IdempotencyMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.page",
            ],
            "builtins": ["core.templatetags.plain"],
        },
    }
]
DATABASES = {"default": env.database("DATABASE_URL", VAR_DIR / "doorstep.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.PhoneBackend", "accounts.backends.PasswordBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
LOGIN_URL = "portal:sign-in"
LOGIN_REDIRECT_URL = "portal:home"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not DEBUG and env.flag("HTTPS", True):
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31536000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    if TRUSTED_PROXIES:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = VAR_DIR / "media"
WHITENOISE_USE_FINDERS = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

REDIS_URL = env.words("REDIS_URL")[0] if env.words("REDIS_URL") else ""
CELERY = {
    "broker_url": REDIS_URL or "memory://localhost/",
    # Without a broker a task runs at once, after the transaction that asked for it has committed.
    "task_always_eager": not REDIS_URL,
    "task_eager_propagates": False,
    "task_ignore_result": True,
    "task_acks_late": True,
    "task_reject_on_worker_lost": True,
    "task_time_limit": 600,
    "worker_prefetch_multiplier": 1,
    # A bell that is away is given up on at once: the row is in the database, and a person waits for the page.
    "broker_transport_options": {
        "visibility_timeout": 3600,
        "global_keyprefix": "doorstep:",
        "max_retries": 0,
        "socket_connect_timeout": 2,
    },
    "broker_connection_retry_on_startup": True,
    "timezone": TIME_ZONE,
}

FILING = " ".join(env.words("FILING"))  # 备案号 in the footer, where one is needed
SMS_GATEWAY = env.choice("SMS_GATEWAY", "console", ("console", "none"))

LOGGING_CONFIG = "config.logs.configure"
LOGGING = {"level": env.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR")), "json": not DEBUG}
