"""What her life allows, as chips: written in the address bar, so that they work without a cookie and without JavaScript."""

from urllib.parse import urlencode

LIMITS = {
    "care": ("接送孩子", "8:30–16:30"),
    "nights": ("不上夜班", ""),
    "walk": ("只走路", "30 分钟内"),
    "standing": ("不久站", ""),
    "weekends": ("周末不上", ""),
}
KINDS = {"full_time": "全天上班", "part_time": "半天/小时工", "day": "零工日结", "home": "在家做"}


def chosen(params, preset: set[str]) -> set[str]:
    """Her wish presets the chips until she presses one; from then on the address bar decides (`set=1`)."""
    if "set" not in params:
        return set(preset)
    return {name for name in LIMITS if params.get(name) == "1"}


def chips(limits: set[str], params, details: dict[str, str]) -> list[dict]:
    """One toggle per limit; each carries the others, the search and the kind along."""
    return [
        {
            "name": name,
            "label": label,
            "detail": details.get(name, detail),
            "on": name in limits,
            "carry": [("set", "1"), *((other, "1") for other in LIMITS if other in limits - {name}), *kept(params)],
        }
        for name, (label, detail) in LIMITS.items()
    ]


def kept(params) -> list[tuple[str, str]]:
    return [(key, params[key]) for key in ("q", "kind") if params.get(key)]


def query(limits: set[str], params, **changes) -> str:
    """The address of the same shelf with something changed; None takes a parameter away."""
    pairs = dict([("set", "1"), *((name, "1") for name in LIMITS if name in limits), *kept(params)])
    for key, value in changes.items():
        pairs.pop(key, None)
        if value is not None:
            pairs[key] = value
    return "?" + urlencode(pairs)
