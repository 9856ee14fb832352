"""For the tests: plain static files, fast password hashing, the database named by TEST_DATABASE_URL or a SQLite file."""

import os

from explainer.settings import environment
from explainer.settings.base import *  # noqa: F403
from explainer.settings.base import DATA_DIR, MIDDLEWARE

DEBUG = False
SECRET_KEY = "for-tests-only"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PUBLIC_URL = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if not environment.text("DATABASE_URL"):
    # A file, because the browser tests read it from a second thread; each run has one of its own.
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "test.sqlite3",
            "TEST": {"NAME": DATA_DIR / f"test-{os.getpid()}.sqlite3"},
            "OPTIONS": environment.SQLITE,
        }
    }

# Most tests publish what they make at once; those of the rule turn it on.
TWO_PERSON_RULE = False
