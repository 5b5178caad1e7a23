from django.urls import reverse

PLACES = (("shelf", "货架", "bag", "portal:home"), ("me", "我的", "door", "portal:me"))


def tabs(current: str) -> list[dict]:
    """The bottom bar of first-level pages."""
    return [
        {"label": label, "url": reverse(url), "icon": icon, "current": key == current}
        for key, label, icon, url in PLACES
    ]
