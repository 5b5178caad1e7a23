"""Cleaning of what people type, paste and keep in sheets."""

import unicodedata

APOSTROPHES = "'’‘`´＇"
DASHES = "-‐‑‒–—―−－﹣_﹘ー"
MISSPELT = str.maketrans("", "", APOSTROPHES + DASHES)


def visible(text: str) -> str:
    """Without zero-width, control and variation characters; every kind of blank becomes one space; ends stripped."""
    kept = (
        " " if c.isspace() else c
        for c in text
        if c.isspace()
        or not (unicodedata.category(c) in ("Cf", "Cc") or 0xFE00 <= ord(c) <= 0xFE0F or 0xE0100 <= ord(c) <= 0xE01EF)
    )
    return " ".join("".join(kept).split())


def squeeze(text: str) -> str:
    """Half-width, visible, without any blank."""
    joined = visible(unicodedata.normalize("NFKC", text)).replace(" ", "")
    return unicodedata.normalize("NFKC", joined)  # joining may have brought a letter and its accent together


def bare(text: str) -> str:
    """`squeeze` without apostrophes and dashes: for numbers written in groups or marked as text for a sheet."""
    return squeeze(text.translate(MISSPELT)).translate(MISSPELT)
