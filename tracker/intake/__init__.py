"""Bytes from outside in, articles out."""
