"""Rows of a CSV file become drafts. The rooms above say of what, see ``TableKind``."""
