"""Claims of a record -> what its documents say together."""
