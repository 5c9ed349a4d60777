"""The web desk: a ledger in, the pages where a monitor spends the day out."""

from sayso.desk.web.app import make_app
from sayso.desk.web.office import Settings
from sayso.desk.web.serving import serve

__all__ = ["Settings", "make_app", "serve"]
