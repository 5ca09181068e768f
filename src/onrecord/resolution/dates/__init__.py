"""Time expressions -> days; the document's own date; each event's interval."""
