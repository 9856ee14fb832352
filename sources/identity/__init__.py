"""Whether two records are one document: keys to look it up by, and what is close to it. Nothing is merged here."""
