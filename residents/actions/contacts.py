"""Numbers at which a person can be told something, and the link between a person and an account."""

from django.db import transaction

from accounts.actions import create_user
from accounts.proofs import PhoneProof
from core import audit, throttle
from core.clock import now
from core.errors import Conflict, Invalid, Refused
from core.fitting import require_fitting
from core.identity import names
from core.identity import phone as phones
from residents.actions.base import require_edit, require_live
from residents.enums import Relation
from residents.models import Resident, ResidentContact

WRONG_NAME = "姓名和登记的对不上。请按身份证上的名字填全名；还不对请打社区电话。"


def store_contact(
    resident: Resident, number: str, *, relation: str, verified: bool = False, keep: bool = False
) -> ResidentContact:
    """One row for each number in use; verified once stays verified. `keep`: whose it is stays as somebody said it."""
    require_fitting(ResidentContact, {"relation": relation})
    text = phones.parse(number).text
    index = ResidentContact._meta.get_field("number_index").digest_of(text)
    contact, new = ResidentContact.objects.get_or_create(
        resident=resident, number_index=index, retired_at=None, defaults={"number": text, "relation": relation}
    )
    contact.relation = contact.relation if keep else relation
    contact.verified_at = contact.verified_at or (now() if verified else None)
    if not new or verified:
        contact.save(update_fields=["relation", "verified_at"])
    return contact


@transaction.atomic
def add_contact(
    *, by, resident: Resident, number: str, relation: str = Relation.SELF, proof: PhoneProof | None = None
) -> ResidentContact:
    """`proof` of the same number makes it verified. Raises Invalid, Refused."""
    require_edit(by, resident)
    index = ResidentContact._meta.get_field("number_index").digest_of(number)
    verified = proof is not None and proof.index == index
    contact = store_contact(resident, number, relation=relation, verified=verified)
    audit.record("residents.add_contact", resident, by=by, note=relation)
    return contact


@transaction.atomic
def retire_contact(*, by, contact: ResidentContact) -> ResidentContact:
    """Nobody answers there any more. The row stays: it says who was reachable when."""
    require_edit(by, contact.resident)
    if contact.retired_at is None:
        contact.retired_at = now()
        contact.save(update_fields=["retired_at"])
        audit.record("residents.retire_contact", contact.resident, by=by)
    return contact


def has_number(resident: Resident, proof: PhoneProof) -> bool:
    """The proved number is hers or her family's; a neighbour's opens nobody's record."""
    return resident.contacts.filter(
        number_index=proof.index, retired_at__isnull=True, relation__in=(Relation.SELF, Relation.FAMILY)
    ).exists()


def claim(*, resident: Resident, proof: PhoneProof, typed_name: str, address: str):
    """The first sign-in of somebody an officer or a sheet has registered: the number is proved, the full name is asked,
    because several people share numbers. Returns her account. Raises Invalid (name), TooMany, Refused, Conflict.

    Not atomic as a whole: a wrong name must stay counted.
    """
    throttle.hit("claim", f"{resident.code} {address}", limit=5, seconds=900)
    if names.normalise(typed_name) != names.normalise(resident.name):
        raise Invalid(WRONG_NAME, code="wrong_name", field="name")
    with transaction.atomic():
        require_live(resident)
        if not has_number(resident, proof):
            raise Refused("这个手机号不是这位居民本人或家人的。请打社区电话更正号码后再登录。")
        user = create_user(by=None, name=resident.name, proof=proof)
        return link_user(by=user, resident=resident, user=user, proof=proof)


@transaction.atomic
def link_user(*, by, resident: Resident, user, proof: PhoneProof):
    """Joins an account to a person once and for all; returns the account. Raises Refused, Conflict."""
    if by.pk != user.pk or not has_number(resident, proof):
        raise Refused("要本人用登记的手机号验证后才能关联。")
    if Resident.objects.filter(user=user).exists():
        raise Conflict("这个账号已经是另一位居民的。请退出后用自己的号码登录。")
    if not Resident.objects.filter(pk=resident.pk, user__isnull=True).update(user=user):
        raise Conflict("这位居民已经有账号了。请直接用手机号登录；不是您开的请打社区电话。")
    resident.user = user
    store_contact(resident, proof.number, relation=_relation(resident, proof), verified=True)
    audit.record("residents.link_user", resident, by=by)
    return user


def _relation(resident: Resident, proof: PhoneProof) -> str:
    return resident.contacts.get(number_index=proof.index, retired_at__isnull=True).relation
