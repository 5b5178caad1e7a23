"""Proof that whoever holds the session has a telephone number in hand. The session keeps a row's code, no number."""

from dataclasses import dataclass, field
from datetime import timedelta

from accounts.models import LoginCode
from core.clock import now

SESSION_KEY = "phone_proof"
HOLDS = timedelta(minutes=30)


@dataclass(frozen=True)
class PhoneProof:
    """`index`: blind index of the number, as in every `…_index` column of purpose "phone"."""

    code: str
    number: str = field(repr=False)
    index: str = field(repr=False)


def proof_of(row: LoginCode) -> PhoneProof:
    return PhoneProof(code=row.code, number=row.phone, index=row.phone_index)


def remember(request, proof: PhoneProof) -> None:
    """Between the code and 您是哪一位."""
    request.session[SESSION_KEY] = proof.code


def recall(request) -> PhoneProof | None:
    """None when nothing was proved in this session, or too long ago."""
    code = request.session.get(SESSION_KEY)
    row = LoginCode.objects.filter(code=code, used_at__gt=now() - HOLDS).first() if code else None
    return proof_of(row) if row else None


def forget(request) -> None:
    request.session.pop(SESSION_KEY, None)
