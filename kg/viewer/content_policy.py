"""What a page allows itself to run and load: its own scripts and styles, by their hashes."""

from base64 import b64encode
from hashlib import sha256


def policy_source(text: str) -> str:
    """Return the name of a script or style by which a page's policy allows only that.

    (Content Security Policy, level 3.)

    Example:
        >>> policy_source("")
        "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}'"
