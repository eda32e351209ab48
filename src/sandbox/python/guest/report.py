"""Describes an exception by the program's own lines: no frame of the sandbox is ever shown."""
_MAX_MESSAGE = 2000
_FIRST_FRAMES = 3
_LAST_FRAMES = 8
_LIBRARY = "/lib/python314.zip/"


def describe(error, source_lines):
    """Gives type, message, traceback and the last line of the program that was running."""
    name = type(error).__name__
    message = _message(error)
    frames = _frames(error.__traceback__)
    line = None
    for filename, number, _ in frames:
        if filename == "solution.py":
            line = number
    text = ["Traceback (most recent call last):"] if frames else []
    text += _shorten([_show(frame, source_lines) for frame in frames])
    text.append(f"{name}: {message}" if message else name)
    return {"type": str(name), "message": message, "traceback": "\n".join(text), "line": line}


def _message(error):
    try:
        text = str(error)
    except Exception as failure:
        return "its text could not be made: " + type(failure).__name__
    return text if len(text) <= _MAX_MESSAGE else text[:_MAX_MESSAGE] + "…"


def _frames(entry):
    frames = []
    while entry is not None:
        code = entry.tb_frame.f_code
        if not code.co_filename.startswith("<tracefix"):
            frames.append((code.co_filename, entry.tb_lineno, code.co_qualname))
        entry = entry.tb_next
    return frames


def _show(frame, source_lines):
    filename, number, name = frame
    filename = filename.removeprefix(_LIBRARY)
    shown = f'  File "{filename}", line {number}, in {name}'
    if filename == "solution.py" and number is not None and 0 < number <= len(source_lines):
        shown += "\n    " + source_lines[number - 1].strip()
    return shown


def _shorten(shown):
    hidden = len(shown) - _FIRST_FRAMES - _LAST_FRAMES
    if hidden <= 1:
        return shown
    return [*shown[:_FIRST_FRAMES], f"  … {hidden} more frames …", *shown[-_LAST_FRAMES:]]
