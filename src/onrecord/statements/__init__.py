"""Reading -> Statements: who says: source, cue, content, nested; letters."""
