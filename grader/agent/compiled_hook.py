"""The hook, compiled once for all the programs of the local sandbox (in the image it is compiled already)."""

import os
import sys


def hook_folder(source):
    """A folder that holds the hook for PYTHONPATH: ``source``, or its compiled form if there is a place to keep it."""
    if not sys.pycache_prefix:
        return source
    try:
        return _compiled(source)
    except OSError:
        return source  # slower, nothing else


def _compiled(source):
    names = sorted(name for name in os.listdir(source) if name.endswith(".py"))
    stamp = max(os.stat(os.path.join(source, name)).st_mtime_ns for name in names)
    folder = os.path.join(sys.pycache_prefix, "hook-%s-%x" % (sys.implementation.cache_tag, stamp))
    if not os.path.isdir(folder):
        _compile(source, names, folder)
    return folder


def _compile(source, names, folder):
    # Loaded here: once it is compiled, no start of an agent needs them.
    import py_compile
    import shutil
    import tempfile

    os.makedirs(sys.pycache_prefix, mode=0o700, exist_ok=True)
    making = tempfile.mkdtemp(dir=sys.pycache_prefix)
    try:
        for name in names:
            path = os.path.join(source, name)
            # Under the name of its source: tracebacks, and what hides the hook's own frames, go by it.
            py_compile.compile(path, cfile=os.path.join(making, name + "c"), dfile=path, doraise=True)
        os.rename(making, folder)
    except py_compile.PyCompileError as error:
        raise OSError(str(error)) from None
    except OSError:
        if not os.path.isdir(folder):  # nor has another agent made it meanwhile
            raise
    finally:
        shutil.rmtree(making, ignore_errors=True)  # nothing is there any more where it has become the folder
