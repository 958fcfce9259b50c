"""The state of every screen as plain values: no Textual, no Rich."""
