"""Names and people: which words name parties and people, and who is one of them already."""
