"""For work on the code: reloads, explains errors. Never reachable from elsewhere."""

from explainer.settings.base import *  # noqa: F403
from explainer.settings.base import DATA_DIR, MIDDLEWARE
from explainer.settings.secret import kept_secret

DEBUG = True
SECRET_KEY = kept_secret(DATA_DIR)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
INTERNAL_IPS = ["127.0.0.1"]
# In development the files of static/ are sent as they are.
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
