"""Reading a stored copy and picking a passage from it: for editors only."""
