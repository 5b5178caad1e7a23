"""Invented identity numbers and credit codes, computed here from the standards and not with the product's own code."""

import random

ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
REGIONS = ("510802", "500107", "530502", "350403", "620102", "522121")


def id_check(seventeen):
    return "10X98765432"[sum(int(d) * w for d, w in zip(seventeen, ID_WEIGHTS, strict=True)) % 11]


def id_number(dice: random.Random, born, sex):
    """An 18-character number for a birth date and 男/女, but none that ends in 000 as the cut ones do."""
    sequence = dice.randrange(0, 499) * 2 + (1 if sex == "男" else 0)
    seventeen = f"{dice.choice(REGIONS)}{born:%Y%m%d}{sequence:03d}"
    whole = seventeen + id_check(seventeen)
    return id_number(dice, born, sex) if whole.endswith("000") else whole


def wrong_check(number):
    return number[:17] + next(c for c in "0123456789" if c != number[17])


def old_number(number):
    """The fifteen digits of before 1999."""
    return number[:6] + number[8:17]


def mobile(dice: random.Random):
    return dice.choice(("138", "139", "150", "151", "177", "186", "199", "170")) + f"{dice.randrange(10**8):08d}"


def credit_code(dice: random.Random, kind="91"):
    body = kind + dice.choice(REGIONS) + "MA" + "".join(dice.choice("0123456789ABCDEFGHJKLMNP") for _ in range(7))
    total = sum(CODE_LETTERS.index(c) * w for c, w in zip(body, CODE_WEIGHTS, strict=True))
    return body + CODE_LETTERS[(31 - total % 31) % 31]


def wrong_code(code):
    return code[:17] + next(c for c in "0123456789A" if c != code[17])
