"""Document -> Reading: sentences, tokens, mentions, coreference. The only room that knows the parser."""
