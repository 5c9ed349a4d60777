"""Who stands with whom, and against whom."""
