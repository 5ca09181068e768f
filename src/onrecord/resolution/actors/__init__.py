"""Mentions -> actors: names, roles, pronouns, first and second person."""
