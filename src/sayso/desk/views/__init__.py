"""What a page shows, as frozen records: the JSON of a page, and what its template is given. Nothing here knows HTTP."""
