"""Who is cited: cues, mentions and the voices inside one article."""
