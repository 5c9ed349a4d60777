"""How many: quantities, what they count, of whom, in which event, and what sums they stand in."""
