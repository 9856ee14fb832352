"""The words of the site in other languages: which there are, where they stand, and in which one a page is.

Texts are marked in English where they are used (``{% translate %}``, ``gettext``); ``locale/<language>/`` holds them in the others.
After a change of words: ``manage.py texts``.
"""
