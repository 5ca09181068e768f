"""Paths -> documents, one at a time; what cannot be read is an Unread."""
