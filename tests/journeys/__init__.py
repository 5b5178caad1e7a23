"""A person in a real browser, in an invented community (town.py). No look into the database: a person has none."""
