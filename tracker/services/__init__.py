"""Use cases: one verb, one function. They alone join the store to the pure packages."""
