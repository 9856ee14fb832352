"""Open data, ``/data/``: the lists of the site as files, with what is needed to read them without the site."""
