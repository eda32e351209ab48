"""Describes an exception by the program's own lines: no frame of the sandbox is ever shown."""
_MAX_MESSAGE = 2000
_FIRST_FRAMES = 3
_LAST_FRAMES = 8
_LIBRARY = "/lib/python314.zip/"
_PROGRAM = "solution.py"
_HIDDEN = ("<tracefix", "<test>")
_name_of = type.__dict__["__name__"].__get__


def _all_below(kind):
    for below in type.__subclasses__(kind):
        yield below
        yield from _all_below(below)


# What a class says of its own name and module is up to who writes it, so those of the library are known by identity.
_LIBRARY_TYPES = {id(kind): kind.__module__ for kind in (BaseException, *_all_below(BaseException))}


def describe(error, source_lines):
    """Gives type, its module, message, traceback and the last line of the program that was running."""
    kind = type(error)
    name, module = _name_of(kind), _LIBRARY_TYPES.get(id(kind), "solution")
    message = _message(error)
    first, hidden, last, line = _frames(error.__traceback__)
    text = ["Traceback (most recent call last):"] if first else []
    text += [_show(frame, source_lines) for frame in first]
    if hidden:
        text.append(f"  … {hidden} more frames …")
    text += [_show(frame, source_lines) for frame in last]
    text.append(f"{name}: {message}" if message else name)
    return {"type": str(name), "module": module, "message": message, "traceback": "\n".join(text), "line": line}


def _message(error):
    try:
        text = str(error)
    except Exception as failure:
        return "its text could not be made: " + type(failure).__name__
    return text if len(text) <= _MAX_MESSAGE else text[:_MAX_MESSAGE] + "…"


def _frames(entry):
    """Gives the first frames, how many were left out, the last frames, and the program's innermost line.

    Only these few are kept on the way: a runaway recursion has a million frames and hardly any fuel left.
    """
    first, last, count, line = [], [], 0, None
    while entry is not None:
        filename = entry.tb_frame.f_code.co_filename
        if not filename.startswith(_HIDDEN):
            count += 1
            if filename == _PROGRAM:
                line = entry.tb_lineno
            if count <= _FIRST_FRAMES:
                first.append(entry)
            else:
                last.append(entry)
                if len(last) > _LAST_FRAMES:
                    del last[0]
        entry = entry.tb_next
    return first, count - len(first) - len(last), last, line


def _show(entry, source_lines):
    code, number = entry.tb_frame.f_code, entry.tb_lineno
    shown = f'  File "{code.co_filename.removeprefix(_LIBRARY)}", line {number}, in {code.co_qualname}'
    if code.co_filename == _PROGRAM and number is not None and 0 < number <= len(source_lines):
        shown += "\n    " + source_lines[number - 1].strip()
    return shown
