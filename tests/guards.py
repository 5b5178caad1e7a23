"""Two traps set under every test: lists without an order, and pages that change rows when they are only read."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps

from django.core.handlers.base import BaseHandler
from django.db import connections
from django.db.models.expressions import OrderBy
from django.db.models.functions import Random
from django.db.models.sql.compiler import SQLAggregateCompiler, SQLCompiler, SQLDeleteCompiler, SQLUpdateCompiler

WRITE = re.compile(r"""\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+["`]?(\w+)""", re.IGNORECASE)
# Rows that reading may leave behind: the login session and the two append-only logs of what was shown to whom.
READING_LEAVES = {"django_session", "core_readlogentry", "matching_exposure"}

NOT_A_LIST = (SQLAggregateCompiler, SQLDeleteCompiler, SQLUpdateCompiler)


@contextmanager
def shuffled() -> Iterator[None]:
    """A query that names no order gets a random one, so that a test cannot lean on the order rows happen to have."""
    original = SQLCompiler.get_order_by

    @wraps(original)
    def get_order_by(self):
        order = original(self)
        query = self.query
        free = not (order or query.distinct or query.combinator or query.group_by is not None or query.subquery)
        if free and not isinstance(self, NOT_A_LIST) and (query.default_cols or query.select):
            random = OrderBy(Random())
            return [(random, (*self.compile(random), False))]
        return order

    SQLCompiler.get_order_by = get_order_by
    try:
        yield
    finally:
        SQLCompiler.get_order_by = original


@contextmanager
def readonly_get() -> Iterator[list[str]]:
    """Collects every write to a domain table made while a GET or HEAD is answered, by test client or live server."""
    writes: list[str] = []
    original = BaseHandler.get_response

    @wraps(original)
    def get_response(self, request):
        if request.method not in ("GET", "HEAD"):
            return original(self, request)

        def watch(execute, sql, params, many, context):
            table = WRITE.match(sql)
            if table and table[1] not in READING_LEAVES:
                writes.append(f"{request.method} {request.path}: {sql[:120]}")
            return execute(sql, params, many, context)

        with ExitStack() as watched:
            for connection in connections.all():
                watched.enter_context(connection.execute_wrapper(watch))
            return original(self, request)

    BaseHandler.get_response = get_response
    try:
        yield writes
    finally:
        BaseHandler.get_response = original
