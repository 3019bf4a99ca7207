"""Reads a program's sources once, however often it is run."""

import threading


class Scans:
    """The last scan is kept: a submission runs once for each scenario, and its sources stay the same."""

    def __init__(self, examine):
        """``examine(function, *arguments)``: what the function returned in a helper."""
        self._examine = examine
        self._lock = threading.Lock()
        self._sources = None
        self._facts = None

    def of(self, files, main):
        """What is read off ``files``; whatever is not a dictionary is a helper that failed, and is tried again."""
        sources = (main, dict(files))
        with self._lock:
            if sources != self._sources:
                facts = self._examine(_scan_files, files, main)
                if not isinstance(facts, dict):
                    return facts
                self._sources, self._facts = sources, facts
            return self._facts


def _scan_files(files, main):
    """Runs in a helper: what it does to itself stays there."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (3, 3))
        resource.setrlimit(resource.RLIMIT_DATA, (256 << 20, 256 << 20))
    except (ImportError, ValueError, OSError):
        pass  # the helper's deadline remains
    try:
        from scan import scan
    except ImportError:
        return None
    return scan(files, main)
