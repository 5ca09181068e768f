"""Everything a document gave -> claims: the unit that is kept."""
