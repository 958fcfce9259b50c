"""Widgets that show text from outside: ordered for reading, never obeyed."""
