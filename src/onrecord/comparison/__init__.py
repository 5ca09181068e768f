"""Claims -> what documents say together."""
