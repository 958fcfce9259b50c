"""What each command of the registry does, one row per command, a module per part of the desk."""
