"""Two records of one document become one, by a person's decision, and can be taken apart again."""
