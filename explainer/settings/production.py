"""Live: HTTPS only, and no start without the secrets it needs."""

from explainer.settings import environment
from explainer.settings.base import *  # noqa: F403
from explainer.settings.base import BEHIND_PROXY

DEBUG = False


def needed(name: str, why: str) -> str:
    value = environment.text(name)
    if not value:
        raise environment.BadEnvironment(name, f"must be set: {why}.")
    return value


SECRET_KEY = needed("SECRET_KEY", "50 or more random characters, kept secret")
if len(SECRET_KEY) < 50:
    raise environment.BadEnvironment("SECRET_KEY", "too short; take 50 or more random characters.")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS") or [needed("ALLOWED_HOSTS", "the host names of the site, with commas")]
PUBLIC_URL = needed("PUBLIC_URL", "the address readers use, such as https://example.org").rstrip("/")
WAGTAILADMIN_BASE_URL = PUBLIC_URL
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
