"""An article in, proposed claims out."""
