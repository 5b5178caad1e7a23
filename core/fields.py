"""Fields for what must not be read from a stolen database: public codes, encrypted text, keyed indexes.

A ciphertext is bound to its row by the row's public code, so the text of one person copied over that of another does
not decrypt. In memory a loaded value stays sealed until somebody reads the attribute; pickles, caches and error
reports of an unread row hold no plain text.
"""

import base64
import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.apps import apps
from django.conf import settings
from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.models import signals
from django.db.models.query_utils import DeferredAttribute
from django.utils.module_loading import import_string

from core.identity.text import squeeze

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base32: nothing to confuse when read out on the phone
TOKEN = re.compile(r"v1\.[A-Za-z0-9]+\.[A-Za-z0-9_-]{38,}")
NORMALISERS = {
    "phone": "core.identity.phone.normalise",
    "id_number": "core.identity.id_number.normalise",
}


class Undecryptable(ValueError):
    """The text was sealed for another row, with a key we do not have, or was changed."""


def new_code() -> str:
    """60 random bits: cannot be guessed or counted."""
    return "".join(secrets.choice(ALPHABET) for _ in range(12))


def squeezed(text: str) -> str:
    return squeeze(text).casefold()


def normaliser(purpose: str) -> Callable[[str], str]:
    path = NORMALISERS.get(purpose)
    return import_string(path) if path else squeezed


def keyed_digest(purpose: str, text: str) -> str:
    """64 hex characters. Without the key nobody can try all numbers of a county against it."""
    return hmac.new(settings.INDEX_KEY, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


def blind_index(purpose: str, text: str | None) -> str | None:
    """What a `BlindIndexField(purpose=…)` stores for this text, however it was written; None for no text."""
    normal = normaliser(purpose)(text) if text else ""
    return keyed_digest(purpose, normal) if normal else None


def last_four_index(purpose: str, text: str | None) -> str | None:
    """What a `LastFourIndexField(purpose=…)` stores; takes the whole text or its last four characters."""
    normal = normaliser(purpose)(text) if text else ""
    return keyed_digest(f"{purpose}:last4", normal[-4:]) if len(normal) >= 4 else None


@dataclass(frozen=True)
class Sealed:
    """A ciphertext as it stands in the database."""

    token: str = field(repr=False)

    @classmethod
    def of(cls, text: str, bound_to: str) -> "Sealed":
        key_id, key = next(iter(settings.FIELD_KEYS.items()))
        nonce = os.urandom(12)
        ciphertext = AESGCM(key).encrypt(nonce, text.encode(), bound_to.encode())
        return cls(f"v1.{key_id}.{base64.urlsafe_b64encode(nonce + ciphertext).decode().rstrip('=')}")

    @property
    def key_id(self) -> str:
        return self.token.split(".")[1]

    def open(self, bound_to: str) -> str:
        try:
            _, key_id, encoded = self.token.split(".")
            raw = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
            return AESGCM(settings.FIELD_KEYS[key_id]).decrypt(raw[:12], raw[12:], bound_to.encode()).decode()
        except (ValueError, KeyError, InvalidTag) as error:
            raise Undecryptable(f"sealed text does not belong to {bound_to}, or its key is missing") from error


class CodeAttribute(DeferredAttribute):
    """A row that gets another code (a copy) first opens what was sealed for the old one."""

    def __set__(self, instance: models.Model, value: str) -> None:
        name = self.field.attname
        if instance.__dict__.get(name, value) != value:
            for other in instance._meta.concrete_fields:
                if isinstance(other, EncryptedField) and other.attname in instance.__dict__:
                    instance.__dict__[other.attname] = getattr(instance, other.attname)
        instance.__dict__[name] = value


class PublicCodeField(models.CharField):
    """The name of a row outside the database: random, so that addresses cannot be counted through."""

    descriptor_class = CodeAttribute

    def __init__(self, verbose_name: str = "编号"):
        super().__init__(verbose_name, max_length=12, unique=True, editable=False, default=new_code)

    def deconstruct(self):
        name, path, _, _ = super().deconstruct()
        return name, path, [], {}


class SealedAttribute(DeferredAttribute):
    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        value = super().__get__(instance, cls)
        raw = self.field.attname in instance._state.__dict__.get("raw_save", ())
        return self.field.opened(instance, value) if isinstance(value, Sealed) and not raw else value

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class EncryptedField(models.TextField):
    """Text, AES-GCM in the database, bound to "app.Model.field:code". The model needs a `PublicCodeField` named `code`.

    Cannot be searched, ordered or written by `.update()`: save the object, and look it up through a `BlindIndexField`.
    A dump made by `dumpdata` holds ciphertexts and loads only where the keys are.
    """

    descriptor_class = SealedAttribute

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:
            signals.pre_save.connect(self._seal_fixture, sender=cls)
            signals.post_save.connect(self._end_fixture, sender=cls)

    def check(self, **kwargs):
        found = super().check(**kwargs)
        if not any(f.name == "code" and isinstance(f, PublicCodeField) for f in self.model._meta.concrete_fields):
            found.append(checks.Error("an encrypted field needs `code = PublicCodeField()`", obj=self, id="core.E001"))
        if self.unique or self.db_index:
            found.append(checks.Error("a ciphertext cannot be indexed; use BlindIndexField", obj=self, id="core.E002"))
        return found

    def bound_to(self, instance: models.Model) -> str:
        return f"{self.model._meta.label}.{self.name}:{instance.code}"

    def opened(self, instance: models.Model, value: Sealed) -> str:
        return value.open(self.bound_to(instance))

    def sealed(self, instance: models.Model) -> Sealed | str | None:
        value = instance.__dict__.get(self.attname, "")
        if isinstance(value, Sealed) or not value:
            return value
        return Sealed.of(str(value), self.bound_to(instance))

    def pre_save(self, model_instance, add):
        if self.attname not in model_instance.__dict__:
            getattr(model_instance, self.attname)
        return self.sealed(model_instance)

    def to_python(self, value):
        return value if isinstance(value, Sealed) else super().to_python(value)

    def from_db_value(self, value, expression, connection):
        return Sealed(value) if value else value

    def get_prep_value(self, value):
        if isinstance(value, Sealed):
            return value.token
        if value:
            raise FieldError(f"{self.name} is encrypted: save the object, or look it up through its blind index")
        return value

    def get_lookup(self, lookup_name):
        return super().get_lookup(lookup_name) if lookup_name in ("isnull", "exact") else None

    def value_to_string(self, obj):
        value = self.sealed(obj)
        return value.token if isinstance(value, Sealed) else value

    def _seal_fixture(self, instance, raw, **kwargs):
        """A fixture is saved without `pre_save` of fields, so the plain text of the object must not be what is read."""
        if not raw:
            return
        value = instance.__dict__.get(self.attname)
        if isinstance(value, str) and TOKEN.fullmatch(value):
            value = Sealed(value)
            self.opened(instance, value)
        instance.__dict__[self.attname] = value
        instance.__dict__[self.attname] = self.sealed(instance)
        instance._state.__dict__.setdefault("raw_save", set()).add(self.attname)

    def _end_fixture(self, instance, raw, **kwargs):
        if raw:
            instance._state.__dict__.get("raw_save", set()).discard(self.attname)


class BlindIndexField(models.CharField):
    """Keyed digest of the normalised text of another field; the same `purpose` gives the same digest in every table.

    None where the source is empty. Kept up to date by `save()`; never assigned by hand.
    """

    def __init__(self, *, source: str, purpose: str, **kwargs):
        self.source, self.purpose = source, purpose
        fixed = {"max_length": 64, "null": True, "blank": True, "editable": False, "db_index": True}
        super().__init__(**({"verbose_name": "检索摘要"} | kwargs | fixed))

    @staticmethod
    def digest(model_field_label: str, value: str | None) -> str | None:
        """`digest("accounts.User.phone_index", "138 0013 8000")` → what that column holds for this number."""
        label, _, name = model_field_label.rpartition(".")
        return apps.get_model(label)._meta.get_field(name).digest_of(value)

    def digest_of(self, text: str | None) -> str | None:
        return blind_index(self.purpose, text)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("verbose_name", "max_length", "null", "blank", "editable", "db_index"):
            kwargs.pop(fixed, None)
        return name, path, args, kwargs | {"source": self.source, "purpose": self.purpose}

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:
            signals.pre_save.connect(self._refuse_half_saves, sender=cls)

    def pre_save(self, model_instance, add):
        value = self.digest_of(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, value)
        return value

    def _refuse_half_saves(self, instance, update_fields, **kwargs):
        if update_fields and self.source in update_fields and self.name not in update_fields:
            raise FieldError(f"update_fields names {self.source} without {self.name}: the index would be stale")


class LastFourIndexField(BlindIndexField):
    """Keyed digest of the last four characters, for "the number ending in 8000"."""

    def digest_of(self, text: str | None) -> str | None:
        return last_four_index(self.purpose, text)


def with_indexes(model: type[models.Model], names) -> set[str]:
    """`names` and the indexes computed from them."""
    indexes = (f for f in model._meta.concrete_fields if isinstance(f, BlindIndexField))
    return {*names, *(f.name for f in indexes if f.source in names)}
