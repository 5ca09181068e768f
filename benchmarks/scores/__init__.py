"""One module a stage: each says which sets it scores and how. `SETS` maps a set's name to its scoring function."""
