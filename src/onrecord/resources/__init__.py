"""What is known beforehand: lexicons, ontology, directory of actors, gazetteer of places."""
