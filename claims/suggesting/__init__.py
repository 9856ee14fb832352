"""What a stored copy may have to do with known claims. Suggestions only: a person decides."""
