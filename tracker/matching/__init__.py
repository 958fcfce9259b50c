"""A claim in, candidates out: each with its score and the reasons for it."""
