"""Fills the interpreter with what programs may import, and takes away what could only mislead them.

Runs once, while the memory image is built, under Pyodide's own runtime. What is imported here is in the image;
the sealed interpreter has no file system to import anything else from.
"""
import abc, argparse, array, ast, base64, binascii, bisect, calendar, cmath, codecs, collections, collections.abc
import colorsys, contextlib, copy, copyreg, csv, dataclasses, datetime, decimal, difflib, dis, enum, fractions
import functools, graphlib, hashlib, heapq, hmac, html, inspect, io, ipaddress, itertools, json, keyword, linecache
import locale, logging, math, numbers, operator, pickle, pprint, queue, random, re, reprlib, sched, secrets, shlex
import statistics, string, stringprep, struct, symtable, textwrap, time, timeit, token, tokenize, traceback, types
import typing, unicodedata, unittest, urllib.parse, uuid, warnings, weakref, zlib
import _pydatetime, _pylong, _strptime, builtins, gc, importlib.util, posix, signal, sys

warnings.filterwarnings("ignore")

# The bridge to JavaScript and the built-in modules that read or write memory directly have no business here.
sys.meta_path[:] = [
    finder
    for finder in sys.meta_path
    if getattr(finder, "__name__", "") != "PathFinder"
    and not type(finder).__module__.startswith(("pyodide", "_pyodide"))
]
_GONE = frozenset(
    "js pyodide _pyodide pyodide_js _pyodide_core ctypes _ctypes asyncio _asyncio concurrent multiprocessing subprocess "
    "_posixsubprocess socket _socket select selectors ssl mmap fcntl termios faulthandler _remote_debugging".split()
)
for _name in list(sys.modules):
    if _name.partition(".")[0] in _GONE or _name.startswith(("_test", "_interp")):
        del sys.modules[_name]
sys.path[:] = []
sys.path_hooks[:] = []
sys.path_importer_cache.clear()
sys.argv[:] = ["solution.py"]
sys.modules.pop("__main__", None)
sys.modules["__main__"] = types.ModuleType("__main__")
del _name, _GONE
