"""Scores on gold, speed, and what other tools reach."""
