"""Private PostgreSQL and Redis for tests: temporary data, sockets nobody else sees, gone when the tests end.

    python -m tests.servers run --postgres --redis -- COMMAND …

runs COMMAND with DATABASE_URL and REDIS_URL pointing at them and answers with its exit code.
"""
