"""Who is meant: names, descriptions and pronouns in, the parties and people of the report out."""
