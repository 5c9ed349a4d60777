"""Where things are: the names and nouns of places, as mentions for the gazetteer."""
