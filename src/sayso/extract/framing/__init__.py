"""Which words tell of which happening, and who stands in which of its slots."""
