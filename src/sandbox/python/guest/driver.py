"""Answers one request: reads it from descriptor 0, writes what came of it to descriptor 3.

A request asks for one of three things, in this order as far as they are asked for:

    compile  before any program has run: gives modules or calls as bytes that are taken in place of their text later
    load     executes a module in a fresh namespace, which is kept
    call     makes one call in that namespace

What follows a load lies in memory, which the host brings back to what the load left before each call. Output of module
and call goes to descriptor 1. Nothing here is secret: a program that tampers with it can only change what is reported as
its own result.
"""
import builtins
import io
import json
import marshal
import posix
import random
import signal
import sys
import types

_REQUEST, _OUTPUT, _ANSWER = 0, 1, 3
_CHUNK = 1 << 14
_OUTPUT_BUFFER = 2048
#: First byte of a request to make a call that was compiled ahead; what follows is what compiling gave.
_COMPILED_CALL = ord("C")
#: The same where a part of the call is data: arguments for what was compiled, or what is assigned before it. The length of
#: what compiling gave follows, then that, then the data.
_APPLIED_CALL, _ASSIGNED_CALL = ord("A"), ord("B")
_APPLY = compile_call("callee(*arguments)", "eval")


class TimeLimitExceeded(BaseException):
    """Raised in the program when its fuel is used up. Not an `Exception`, so that ordinary handlers let it pass."""


class _Output(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        return posix.write(_OUTPUT, data)


# The C scanner itself: `JSONDecoder.decode` would look for blanks around the text with regular expressions.
_scan_json = json.JSONDecoder().scan_once
# The C encoder itself: `JSONEncoder.encode` would make a new one for each answer.
_encoder = json.encoder.c_make_encoder(
    None, None, json.encoder.encode_basestring_ascii, None, ":", ",", False, False, True
)


def _open_output():
    buffer = io.BufferedWriter(_Output(), _OUTPUT_BUFFER)
    return io.TextIOWrapper(buffer, encoding="utf-8", errors="backslashreplace", newline="\n", line_buffering=True)


# Made while the image is built, because making one costs a good part of running a small program.
_output = _open_output()
_armed = [False]
_NOTHING = {"kind": "value", "value": None}
_NO_ROOM = {
    "kind": "memory", "type": "MemoryError", "module": "builtins", "message": "", "traceback": "MemoryError", "line": None
}
# Given up where a program has left no room to report in: more than the lines of the longest program take.
_reserve = [bytes(1 << 18)]
# The namespace of the module that was loaded, and the texts of its files by path, its own first.
_loaded = [None, None]
# What `random` was seeded with. The image has it for the usual seed, and a load always follows the image: to seed anew
# takes as long as to run a small module, and writes to pages that have to be copied back.
_seeded = [None]


def _interrupt(number, frame):
    if _armed[0]:
        raise TimeLimitExceeded("stopped: the fuel for one call is used up")


signal.signal(signal.SIGXCPU, _interrupt)


def main():
    try:
        _answer(_serve())
    except MemoryError:
        _reserve.clear()
        _answer(_NO_ROOM)


def _serve():
    request = _read_request()
    kind = request[0]
    if kind == _COMPILED_CALL:
        return _call(_marshalled, request)
    if kind == _APPLIED_CALL or kind == _ASSIGNED_CALL:
        return _call(_marshalled_with_data, request)
    head, _, tail = request.partition(b"\n")
    asked, _ = _scan_json(head.decode(), 0)
    if "compile" in asked:
        return _compile_ahead(asked)
    if "code" in asked:
        return _load(asked, tail)
    return _call(_read_all, asked["call"])


def _answer(result):
    answer = "".join(_encoder(result, 0)).encode()
    while answer:
        answer = answer[posix.write(_ANSWER, answer):]


def _read_request():
    first = posix.read(_REQUEST, _CHUNK)
    if len(first) < _CHUNK:
        return first
    parts = [first]
    while part := posix.read(_REQUEST, _CHUNK):
        parts.append(part)
    return b"".join(parts)


def _load(request, compiled):
    """Executes a module and keeps its namespace; with no seed it is only parsed."""
    source, seed, path = request["code"], request["seed"], request.get("path", _PROGRAM)
    others = request.get("files", ())
    sources = {path: source}
    sources.update(others)
    try:
        _armed[0] = True
        code = marshal.loads(compiled) if compiled else read_module(source, path)
        codes = [(other, read_module(text, other)) for other, text in others if other.endswith(".py")]
    except BaseException as error:
        _armed[0] = False
        return _failed(error, sources) if isinstance(error, TimeLimitExceeded) else _unparsable(error, path)
    finally:
        _armed[0] = False
    if seed is None:
        return _NOTHING
    if codes:
        place(codes)
    name = module_name(path)
    module = types.ModuleType(name)
    module.__file__ = path
    module.__builtins__ = builtins
    sys.modules[name] = module
    _loaded[:] = module.__dict__, sources
    sys.stdout = sys.stderr = _output
    if _seeded[0] != seed:
        random.seed(seed)
        _seeded[0] = seed
    reset_clock()
    try:
        _armed[0] = True
        exec(code, _loaded[0])
        result = _NOTHING
    except BaseException as error:
        _armed[0] = False
        result = _failed(error, sources)
    finally:
        _armed[0] = False
    _flush()
    return result


def _call(read, call):
    namespace, sources = _loaded
    try:
        _armed[0] = True
        statements, expression, data, applies = read(call)
        if data is not None and not applies:
            for place in range(0, len(data), 2):
                namespace[data[place]] = data[place + 1]
        if statements is not None:
            exec(statements, namespace)
        value = None if expression is None else eval(expression, namespace)
        if applies:
            value = eval(_APPLY, {"callee": value, "arguments": data})
        result = {"kind": "value", "value": encode(value)}
    except BaseException as error:
        _armed[0] = False
        result = _failed(error, sources)
    finally:
        _armed[0] = False
    _flush()
    return result


def _flush():
    try:
        _output.flush()
    except Exception:
        pass


def _marshalled(request):
    statements, expression = marshal.loads(memoryview(request)[1:])
    return statements, expression, None, False


def _marshalled_with_data(request):
    view = memoryview(request)
    end = 5 + int.from_bytes(view[1:5], "little")
    statements, expression = marshal.loads(view[5:end])
    return statements, expression, marshal.loads(view[end:]), request[0] == _APPLIED_CALL


def _read_all(call):
    statements, expression = read_call(call)
    return statements, expression, None, False


def _compile_ahead(request):
    """Gives each source as text that is taken in its place, or None for one that has to be read where it is run."""
    read = read_module if request["compile"] == "module" else read_call
    return {"kind": "compiled", "made": [to_text(read, source) for source in request["sources"]]}


def _failed(error, sources):
    try:
        report = describe(error, sources)
    except MemoryError:
        _reserve.clear()
        report = describe(error, sources)
    if type(error) is TimeLimitExceeded:
        report["kind"] = "timeout"
    elif type(error) is MemoryError:
        report["kind"] = "memory"
    else:
        report["kind"] = "raised"
    return report


def _unparsable(error, entry):
    """Line and column are the entry's; where another file does not parse, the message says where."""
    message = str(getattr(error, "msg", None) or str(error))
    line, column, path = (getattr(error, name, None) for name in ("lineno", "offset", "filename"))
    if path is not None and path != entry:
        message, line, column = f"{path}, line {line}: {message}", None, None
    return {"kind": "syntax", "type": type(error).__name__, "message": message, "line": line, "column": column}
