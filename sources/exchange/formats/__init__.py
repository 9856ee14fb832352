"""References as other programs write them, each read into a ``Reference``. Knows nothing of the site."""
