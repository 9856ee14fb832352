"""What ``make serve`` runs: everything as in production, but on plain HTTP for the machine it runs on."""

from explainer.settings import environment
from explainer.settings.base import *  # noqa: F403
from explainer.settings.base import DATA_DIR
from explainer.settings.secret import kept_secret

DEBUG = False
SECRET_KEY = kept_secret(DATA_DIR)
HOST = environment.text("HOST", "127.0.0.1")
PORT = environment.port("PORT", 8000)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *environment.words("ALLOWED_HOSTS")]
if HOST not in ("0.0.0.0", "::", "::1", *ALLOWED_HOSTS):  # noqa: S104
    ALLOWED_HOSTS.append(HOST)
PUBLIC_URL = environment.text("PUBLIC_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
WAGTAILADMIN_BASE_URL = PUBLIC_URL
