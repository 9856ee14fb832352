"""Public versions of a claim: what they hold, how they are written, compared and shown."""
