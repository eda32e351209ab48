"""Answers imports and files that cannot work here with an exception that says so, instead of a puzzling failure deeper in.

This is courtesy, not security: the sealed module has no operating system to reach, whatever Python code gets hold of.
"""
import builtins
import sys

_BLOCKED = frozenset(
    "os posix posixpath ntpath subprocess _posixsubprocess socket _socket ssl select selectors socketserver http ftplib smtplib "
    "ctypes _ctypes threading _thread multiprocessing concurrent asyncio signal fcntl mmap resource pty tty termios "
    "pathlib shutil tempfile glob fileinput js pyodide pyodide_js _pyodide _pyodide_core faulthandler".split()
)
_AGENT_MODULES = frozenset({"solution", "__main__"})


def _guard(real_import):
    def __import__(name, globals=None, locals=None, fromlist=(), level=0):
        root = name.partition(".")[0]
        if root in _BLOCKED and _is_agents(_importer(globals)):
            raise ImportError(
                f"'{root}' is not available here: programs run without an operating system, files, network, "
                "processes or threads",
                name=name,
            )
        return real_import(name, globals, locals, fromlist, level)

    return __import__


def _is_agents(name):
    return name in _AGENT_MODULES or name in _modules


def _importer(globals):
    """The importing module's name; a direct call of `__import__` does not say it, but its caller's frame does."""
    namespace = sys._getframe(2).f_globals if globals is None else globals
    return namespace.get("__name__")


def _open(file, *args, **kwargs):
    raise PermissionError(13, "files are not available here: programs run without a file system", str(file))


builtins.__import__ = _guard(builtins.__import__)
builtins.open = _open
