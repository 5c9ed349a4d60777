"""The web desk: a ledger in, the pages where a monitor spends the day out."""

from sayso.desk.web.app import make_app
from sayso.desk.web.hooks import Sent, send_hooks
from sayso.desk.web.office import Settings
from sayso.desk.web.serving import serve

__all__ = ["Sent", "Settings", "make_app", "send_hooks", "serve"]
