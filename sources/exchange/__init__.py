"""Lists that come in and go out: read, shown before anything is kept, taken in as drafts in one go, and taken back."""
