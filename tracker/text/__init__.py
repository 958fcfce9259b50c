"""Pure functions over text: folding with a map back, segments, sentences, numbers, dates."""
