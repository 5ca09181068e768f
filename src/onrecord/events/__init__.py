"""Reading, Statements -> Events: who did what to whom, in which statement, and whether it happened."""
