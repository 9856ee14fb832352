"""Whether what sources point to is still there, and still the same. A person judges; a check only notes."""
