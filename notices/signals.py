"""News inside this rung and above."""

from django.dispatch import Signal

# code. After the commit; whoever sends is only rung a bell, the row is what counts.
notice_queued = Signal()
