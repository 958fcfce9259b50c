"""Outcomes and judgements in; assertions, track records and agreement out."""
