"""Forms: from the fields of a kind of record to something in which people like to type."""
