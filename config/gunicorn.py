"""Serving: `gunicorn -c config/gunicorn.py config.wsgi`. Few threads inside; a crowd is turned away in front of us."""

from config import env

bind = f"{(env.words('BIND') or ['127.0.0.1'])[0]}:{env.integer('PORT', 8000, least=1)}"
worker_class = "gthread"
workers = env.integer("WEB_WORKERS", 2, least=1)
threads = env.integer("WEB_THREADS", 8, least=1)
timeout = 60
graceful_timeout = 20
keepalive = 5
# A leak in a library ends with its process; the jitter keeps two workers from leaving together.
max_requests = 20000
max_requests_jitter = 2000
# Requests are logged by config.middleware, once and without query strings.
accesslog = None
loglevel = "warning"
