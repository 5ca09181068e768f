"""Numbered steps from one version of the record's schema to the next."""
