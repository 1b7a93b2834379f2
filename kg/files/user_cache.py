"""Where a user's programs keep what they can make anew."""

import os
import sys
from pathlib import Path


def user_cache_folder() -> Path | None:
    """Return kg's folder among the caches of the user, which may not exist yet.

    As each system has it: $XDG_CACHE_HOME or ~/.cache on Linux, ~/Library/Caches on
    macOS, %LOCALAPPDATA% on Windows. None where the user has no home.
    """
    given = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    # A path that is not absolute is to be passed over (XDG Base Directory 0.8).
    if given and Path(given).is_absolute():
        return Path(given) / "kg"
    own = Path("Library/Caches" if sys.platform == "darwin" else ".cache")
    try:
        return Path.home() / own / "kg"
    except RuntimeError:
        return None
