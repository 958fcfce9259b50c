"""Right-to-left text for character cells: logical text in, visual lines out (UAX #9)."""
