"""Values -> TOML text."""

from collections.abc import Iterable


def quoted(text: str) -> str:
    """A text as a TOML basic string."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c for c in plain) + '"'


def listed(texts: Iterable[str]) -> str:
    """Texts as a TOML array."""
    return f"[{', '.join(quoted(t) for t in texts)}]"
