"""The ranking engine: NumPy columns in, an explained order out. No Django, no clock, no files, no network.

Reading order: facts (what may be said about a person and a posting) → lexicon (which work is close to which) → columns
(facts as arrays) → pairs (what a person and a posting mean for each other) → limits (what may not be shown) → features
and tables (what moves a posting up or down) → reasons, missing (the same numbers in words) → rank.
"""
