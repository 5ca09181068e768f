"""Accounts -> files of other formats."""
