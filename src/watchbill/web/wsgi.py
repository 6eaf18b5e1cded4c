"""The entry point for another web server than ``watchbill serve``, which see first: it makes the
database and the pages' files."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchbill.web.settings")
application = get_wsgi_application()
