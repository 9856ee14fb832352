"""Settings that hold everywhere. What differs stands in dev, local, test and production."""

from csp.constants import NONE, SELF

from explainer.settings import environment

BASE_DIR = environment.BASE_DIR
DATA_DIR = environment.data_dir()

INSTALLED_APPS = [
    "explainer",
    "explainer.languages",
    "explainer.desk",
    "explainer.reports",
    "explainer.work",
    "explainer.editions",
    "explainer.search",
    "explainer.embedding",
    "explainer.sharing",
    "explainer.articles",
    "explainer.systems",
    "explainer.glossary",
    "explainer.timeline",
    "explainer.catalogs",
    "explainer.actors",
    "explainer.places",
    "claims",
    "sources",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "ninja",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "explainer.middleware.CompressMiddleware",
    "explainer.languages.middleware.LanguageMiddleware",
    "csp.middleware.CSPMiddleware",
    "explainer.middleware.AdminPolicyMiddleware",
    "explainer.api.middleware.OpenToAllMiddleware",
    "explainer.api.middleware.OwnMannersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "explainer.middleware.RefusedPublicationMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "explainer.urls"
WSGI_APPLICATION = "explainer.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                # For the admin; public templates do not use it (DESIGN, rule 1), and it costs nothing until used.
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "explainer.context.site",
            ],
            # Words that are translated and where links lead: every template needs them.
            "builtins": ["django.templatetags.i18n", "sources.templatetags.languages"],
        },
    }
]

DATABASES = {"default": environment.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "en-gb"  # that of the content; pages in it have no prefix
LANGUAGES = [("en-gb", "English"), ("zh-hans", "中文")]  # of the public pages; the admin speaks the first
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES[:1]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
FORMS_URLFIELD_ASSUME_HTTPS = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
# The second holds the parts of css/site.css.
STATICFILES_DIRS = [BASE_DIR / "static", ("css/site", BASE_DIR / "explainer/styles")]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "explainer.static_storage.JoiningStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Rich pages of the admin send more than a thousand fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "explainer.views.forbidden"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"

# Nothing on a public page comes from anywhere but here, and nothing is inline. The admin has a policy of its own.
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

PUBLIC_URL = environment.text("PUBLIC_URL", "http://localhost:8000").rstrip("/")
EDITION = environment.text("EDITION")
# Nobody publishes what only they have read. A desk of one sets this to 0, and the method page says so.
TWO_PERSON_RULE = environment.switch("TWO_PERSON_RULE", True)
# Under what open data may be used: a name and an address. Without it the site says that nothing has been stated.
DATA_LICENCE = environment.text("DATA_LICENCE")
CARD_DIR = DATA_DIR / "cards"  # pictures of pages for those who share them; made again if they are gone
OPEN_DATA_DIR = DATA_DIR / "open-data"  # files that are made once for each state of the content

# Reports of readers that are taken in a day: from one network, and from all together
REPORTS_A_DAY = 10
REPORTS_A_DAY_IN_ALL = 300
# Whether a proxy of ours stands before the site and says from where a request came
BEHIND_PROXY = bool(environment.text("BEHIND_PROXY"))

WAGTAIL_SITE_NAME = "Explainer"
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAIL_I18N_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "explainer.search.backend"}}
# Each autosave is a write; 0.5 s, the default, is much for a SQLite file.
WAGTAIL_AUTOSAVE_INTERVAL = 3000
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "explainer.desk.finish.publish_approved"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "html", "pdf", "txt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
# The admin asks no other host for anything.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict] = []
# Nobody can ask for a reset by mail until there is a mail server.
WAGTAIL_PASSWORD_RESET_ENABLED = False
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

# What the framework keeps up (its index of references) happens at once; the desk's own work waits for the worker.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "desk": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["desk"]},
}

# Whether the worker looks by itself if the addresses of sources still open, and asks an archive to keep those without a copy.
LINK_CHECKS = environment.switch("LINK_CHECKS", True)
ARCHIVE_REQUESTS = environment.switch("ARCHIVE_REQUESTS", False)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
