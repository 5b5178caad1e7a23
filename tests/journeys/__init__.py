"""A person in a real browser, on the served demo. No look into the database: a person has none."""
