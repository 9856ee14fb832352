"""Feeds, ``/feeds/``: what is new in a list of the site, as Atom and as JSON Feed."""
