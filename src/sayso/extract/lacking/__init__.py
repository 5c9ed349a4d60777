"""Who lacks what."""
