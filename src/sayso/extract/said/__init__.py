"""Who said what: sayings, whose they are, and what they hold, before anybody knows who is meant."""
