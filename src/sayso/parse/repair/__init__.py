"""What the parser is known to get wrong, put right before anything is asked of it."""
