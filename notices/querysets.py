from django.db.models import F, QuerySet

from notices.enums import Delivery


class ContactQuerySet(QuerySet):
    def listening(self):
        return self.filter(opted_out_at__isnull=True)

    def opted_out(self):
        return self.filter(opted_out_at__isnull=False)


class NoticeQuerySet(QuerySet):
    def due(self, at):
        return self.filter(state=Delivery.QUEUED, due_at__lte=at)

    def abandoned(self, at):
        """Claimed by a process that did not come back: it may have gone out, so nobody sends it again."""
        return self.filter(state=Delivery.SENDING, lease_ends_at__lte=at)

    def claim(self, pk, *, at, lease_ends_at):
        """True for the one process that may send this row. A conditional UPDATE, the same on SQLite and PostgreSQL."""
        return (
            self.due(at)
            .filter(pk=pk)
            .update(state=Delivery.SENDING, lease_ends_at=lease_ends_at, attempts=F("attempts") + 1)
            == 1
        )

    def settle(self, pk, **result):
        """Writes what became of a claimed row; a row that was given up meanwhile keeps its state."""
        return self.filter(pk=pk, state=Delivery.SENDING).update(lease_ends_at=None, **result) == 1

    def for_owners(self, owner_codes):
        """The inbox of these people or firms, the newest first: whatever left for them, by whichever way, and what was
        meant to leave and may not have arrived."""
        told = (Delivery.SENT, Delivery.UNKNOWN, Delivery.FAILED)
        return (
            self.filter(contact__owner_code__in=owner_codes, state__in=told)
            .select_related("contact")
            .order_by("-due_at", "-pk")
        )

    def latest(self):
        return self.select_related("contact").order_by("-queued_at", "-pk")
