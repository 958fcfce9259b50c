"""Random hands at the keyboard and the mouse."""
