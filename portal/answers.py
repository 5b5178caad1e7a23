"""From a screen of the registration to the actions of residents, and back into the form when she returns."""

from jobs.words import amount
from portal.forms.register import COMMON_CERTIFICATES, COMMON_SKILLS
from reference.models import CertificateKind, Occupation, Skill
from reference.queries import match_place, occupations_for
from residents import actions
from residents.enums import ConsentChannel
from residents.models import JobWish


def wish_of(resident) -> JobWish:
    return JobWish.objects.filter(resident=resident).prefetch_related("occupations__occupation").first() or JobWish()


def what(user, resident, data):
    named = [match.owner for match in occupations_for(data["own"])[:1]] if data["own"] else []
    chosen = list(Occupation.objects.filter(code__in=data["occupations"]))
    answers = {"kinds": data["kinds"], "monthly_floor": data["monthly_floor"], "own_words": data["own"]}
    actions.set_wish(by=user, resident=resident, occupations=[*named, *chosen], **answers)


def when(user, resident, data):
    channel = ConsentChannel.TAP if data["consent"] else ""
    answers = {
        "picks_up_child": {"yes": True, "no": False}.get(data["picks_up_child"]),
        "no_nights": data["no_nights"] or None,
        "no_weekends": data["no_weekends"] or None,
        "no_standing": data["no_standing"] or None,
    } | {name: data[name] for name in ("drop_off_at", "pick_up_at", "free_from", "free_until")}
    actions.set_limits(by=user, resident=resident, consent_channel=channel, **answers)


def where(user, resident, data):
    if address := data["near"] or data["address"]:
        actions.update_profile(by=user, resident=resident, address_text=address)
    minutes = int(data["max_minutes"]) if data["max_minutes"] else None
    actions.set_limits(by=user, resident=resident, travel=data["travel"], max_minutes=minutes)


def sounds_like(resident) -> list[str]:
    """Places on the map for an address that was not found on it; empty when it was, or when nothing comes close."""
    if resident.place_id is not None or not resident.address_text:
        return []
    return [place.name for place in match_place(resident.community, resident.address_text).nearest]


def can(user, resident, data):
    """What she unticks is taken back; what the list does not offer (an officer wrote it) stays."""
    have = {row.skill for row in resident.skills.select_related("skill")}
    said = set(Skill.objects.filter(slug__in=data["skills"]))
    for skill in said - have:
        actions.add_skill(by=user, resident=resident, skill=skill)
    for skill in have - said:
        if skill.name in COMMON_SKILLS:
            actions.remove_skill(by=user, resident=resident, skill=skill)
    certificates(user, resident, set(CertificateKind.objects.filter(slug__in=data["certificates"])))
    if data["done"]:
        found = occupations_for(data["done"])
        occupation = found[0].owner if found else None
        actions.add_experience(
            by=user, resident=resident, words=data["done"], occupation=occupation, years=data["years"]
        )


def certificates(user, resident, said):
    have = {row.kind for row in resident.certificates.select_related("kind")}
    for kind in said - have:
        actions.add_certificate(by=user, resident=resident, kind=kind)
    for kind in have - said:
        if kind.slug in COMMON_CERTIFICATES:
            actions.remove_certificate(by=user, resident=resident, kind=kind)


def who(user, resident, data):
    facts = {name: data[name] for name in ("born_on", "education") if data[name]}
    if facts:
        actions.update_profile(by=user, resident=resident, **facts)


ANSWERS = {"what": what, "when": when, "where": where, "can": can, "who": who}


def initial_of(step, resident) -> dict:
    wish = wish_of(resident)
    if step == "what":
        codes = [row.occupation.code for row in wish.occupations.all()] if wish.pk else []
        return {"occupations": codes, "kinds": wish.kinds, "monthly_floor": amount(wish.monthly_floor).replace(",", "")}
    if step == "when":
        names = ("drop_off_at", "pick_up_at", "free_from", "free_until", "no_nights", "no_weekends", "no_standing")
        child = {True: "yes", False: "no"}.get(wish.picks_up_child, "")
        return {name: getattr(wish, name) for name in names} | {"picks_up_child": child}
    if step == "where":
        return {"address": resident.address_text, "travel": wish.travel, "max_minutes": str(wish.max_minutes or "")}
    if step == "can":
        return {
            "skills": [row.skill.slug for row in resident.skills.select_related("skill")],
            "certificates": [row.kind.slug for row in resident.certificates.select_related("kind")],
        }
    return {"born_on": resident.born_on, "education": resident.education}
