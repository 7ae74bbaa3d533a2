"""Each test run has a home of its own; loaded (by -p) before the settings read the environment."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
HOME = Path(tempfile.mkdtemp(prefix="taizhang-tests-"))
# Registered first, so it runs last: the database server has stopped by then.
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

os.environ["TAIZHANG_HOME"] = str(HOME)
os.environ.pop("DATABASE_URL", None)
# A browser under test keeps an event loop running in this thread, which Django would take for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang.settings")
