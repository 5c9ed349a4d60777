"""The setting of a clause: which of the places and times of a report are its own."""
