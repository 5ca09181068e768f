"""Toponyms -> places, with candidates, scores and reasons."""
