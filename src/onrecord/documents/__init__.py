"""Paths -> documents: what came in, and its layout."""
