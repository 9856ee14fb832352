"""References become sources, and known sources are known again."""
