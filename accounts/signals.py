"""News for the rungs above."""

from django.dispatch import Signal

# number, digits, minutes. After the commit; received only where a demo inbox shows what would leave.
login_code_sent = Signal()
