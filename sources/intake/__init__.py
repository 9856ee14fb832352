"""Text from what a reader hands in. Nothing is written down, and no file is opened in the process of the site."""
