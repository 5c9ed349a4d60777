"""What happened: events, what is planned, promised and owed, and what is told twice."""
