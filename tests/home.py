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
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang.settings")
