"""Whether it happened, and how sure of it the text is."""
