"""Settings of one person: from flags, then the environment, then a TOML file."""
