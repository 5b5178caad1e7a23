"""A person joins, alone or at the counter. Only the name is demanded; every other answer is a later, separate act."""

from datetime import date

from django.db import IntegrityError, transaction

from accounts.actions import create_user
from accounts.proofs import PhoneProof
from core import audit
from core.clock import now, today
from core.errors import Conflict, Invalid, Refused
from core.fitting import require_fitting
from core.identity import id_number as ids
from core.identity import names
from residents import rules
from residents.actions.base import seeking_term
from residents.actions.consents import record_consent
from residents.actions.contacts import store_contact
from residents.enums import ConsentChannel, ConsentPurpose, Relation, SeekingState, Source
from residents.models import JobSeekingRegistration, Resident
from residents.queries import people_of_phone

TOO_YOUNG = "按规定，年满16周岁才能登记求职。满16周岁以后欢迎再来，想学手艺可以先问社区。"
REGISTERED_ALREADY = "这个身份证号在本社区已经登记过。请用登记时的手机号登录，或打社区电话请工作人员帮您找。"


@transaction.atomic
def register_self(
    *, user, community, name: str, proof: PhoneProof | None = None, born_on: date | None = None
) -> Resident:
    """She registers alone. Without `user` an account is made for her; without `proof` it has no number yet.

    A person an officer or a sheet has put on the books already (same name, her proved number) is found and linked, not
    doubled. Raises Invalid (name, age), Conflict (the account is somebody's already).
    """
    name = names.check(name)
    require_age(born_on)
    known = _on_the_books(community, name, proof) if proof else None
    if known is not None and known.user is not None:
        return known
    user = user or create_user(by=None, name=name, proof=proof)
    if Resident.objects.filter(user=user).exists():
        raise Conflict("您已经登记过了。请打开“我的”看登记内容，要改的在那里改。")
    if known is not None:
        known.user = user
        known.save(update_fields=["user"])
        audit.record("residents.link_user", known, by=user)
        return known
    resident = Resident.objects.create(
        community=community, user=user, name=name, born_on=born_on, source=Source.SELF, **_verified_by(user)
    )
    if proof is not None:
        store_contact(resident, proof.number, relation=Relation.SELF, verified=True)
    _open(resident, by=user, source=Source.SELF, channel=ConsentChannel.TAP)
    return resident


def _on_the_books(community, name: str, proof: PhoneProof) -> Resident | None:
    same = [p.resident for p in people_of_phone(proof.number) if names.normalise(p.resident.name) == name]
    here = [resident for resident in same if resident.community_id == community.pk]
    return here[0] if len(here) == 1 else None


@transaction.atomic
def register_by_officer(
    *,
    by,
    community,
    name: str,
    phone: str = "",
    phone_relation: str = Relation.SELF,
    id_number: str = "",
    born_on: date | None = None,
    sex: str = "",
    source: str = Source.COUNTER,
    consent_channel: str = ConsentChannel.PAPER,
    witness_code: str = "",
) -> Resident:
    """At the counter, at the door or on the telephone. No number of her own is needed: a neighbour's will do, and the
    same number may stand for any number of people. Raises Refused, Invalid, Conflict (the id number is registered)."""
    if not rules.may_register_others(by, community):
        raise Refused("给居民登记要由本社区的就业专干来办。")
    facts = {"born_on": born_on, "sex": sex} | (identity(id_number) if id_number else {})
    require_age(facts["born_on"])
    require_fitting(Resident, {"sex": sex, "source": source})
    values = {"community": community, "name": names.check(name), "source": source, **facts, **_verified_by(by)}
    try:
        with transaction.atomic():
            resident = Resident.objects.create(**values)
    except IntegrityError as error:
        raise Conflict(REGISTERED_ALREADY, code="registered_already") from error
    if phone:
        store_contact(resident, phone, relation=phone_relation)
    _open(resident, by=by, source=source, channel=consent_channel, witness_code=witness_code)
    return resident


def _verified_by(who) -> dict:
    return {"last_verified_at": now(), "last_verified_by_code": who.code}


def _open(resident, *, by, source: str, channel: str, witness_code: str = "") -> None:
    """The job-seeking registration and the consent that go with every registration."""
    record_consent(resident, ConsentPurpose.SERVICE, channel=channel, witness_code=witness_code)
    JobSeekingRegistration.objects.create(
        resident=resident,
        state=SeekingState.ACTIVE,
        from_on=today(),
        valid_until=today() + seeking_term(resident),
        source=source,
    )
    audit.record("residents.register", resident, by=by, note=source)


def require_age(born_on: date | None) -> None:
    if born_on is not None and born_on > today():
        raise Invalid("出生日期在今天以后。请核对年份。", field="born_on")
    if not rules.may_register(born_on, today()):
        raise Invalid(TOO_YOUNG, code="too_young", field="born_on")


def identity(id_number: str) -> dict:
    """The number and what stands in it. Raises IdProblem."""
    parsed = ids.parse(id_number, on=today())
    return {"id_number": parsed.text, "born_on": parsed.born_on, "sex": parsed.sex}
