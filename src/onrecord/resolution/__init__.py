"""Mentions -> what they stand for: days, places, actors."""
