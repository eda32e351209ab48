"""Describes an exception by the program's own lines: no frame of the sandbox is ever shown."""
_MAX_MESSAGE = 2000
_FIRST_FRAMES = 3
_LAST_FRAMES = 8
#: Functions that call each other in turn are folded, where the round is no longer than this and it saves a few frames.
_LONGEST_PERIOD = _FEWEST_FOLDED = 4
_LIBRARY = "/lib/python314.zip/"
_HIDDEN = ("<tracefix", "<test>")
#: How one file of a program comes to be executed by the import of another.
_IMPORTING = (*_HIDDEN, "<frozen importlib")
_name_of = type.__dict__["__name__"].__get__


def _all_below(kind):
    for below in type.__subclasses__(kind):
        yield below
        yield from _all_below(below)


# What a class says of its own name and module is up to who writes it, so those of the library are known by identity.
_LIBRARY_TYPES = {id(kind): kind.__module__ for kind in (BaseException, *_all_below(BaseException))}


def describe(error, sources):
    """Gives type, its module, message, traceback and the last line that was running of the first of these files."""
    kind = type(error)
    lines = {path: text.split("\n") for path, text in sources.items()}
    entry = next(iter(lines))
    name, module = visible(_name_of(kind)), _LIBRARY_TYPES.get(id(kind)) or module_name(entry)
    message = _message(error)
    frames, line = _frames(error.__traceback__, entry, _IMPORTING if len(lines) > 1 else _HIDDEN)
    text = ["Traceback (most recent call last):"] if frames else []
    text += [_show(frame, lines) for frame in frames]
    text.append(f"{name}: {message}" if message else name)
    traceback = visible("\n".join(text))
    return {"type": str(name), "module": module, "message": message, "traceback": traceback, "line": line}


def _message(error):
    try:
        text = str(error)
    except Exception as failure:
        return "its text could not be made: " + type(failure).__name__
    return visible(text if len(text) <= _MAX_MESSAGE else text[:_MAX_MESSAGE] + "…")


def _frames(entry, program, hidden):
    """Gives what to show of the frames, in order, and the program's innermost line.

    Each item is a frame, a fold (how many frames, how often they came again) or a number of frames that are left out.
    Only these few are kept on the way: a runaway recursion has a million frames and hardly any fuel left.
    """
    first, last, left_out, line = [], [], 0, None
    recent, period, again = [], 0, 0
    while entry is not None:
        code = entry.tb_frame.f_code
        if not code.co_filename.startswith(hidden):
            if code.co_filename == program:
                line = entry.tb_lineno
            if period and _is_same(entry, recent[-period]):
                again += 1
            else:
                left_out += _keep(first, last, _unfold(recent, period, again))
                period = _period(entry, recent)
                again = 1 if period else 0
                if not period:
                    left_out += _keep(first, last, [entry])
            recent.append(entry)
            if len(recent) > _LONGEST_PERIOD:
                del recent[0]
        entry = entry.tb_next
    left_out += _keep(first, last, _unfold(recent, period, again))
    return first + [left_out] * bool(left_out) + last, line


def _is_same(one, other):
    return one.tb_lineno == other.tb_lineno and one.tb_frame.f_code is other.tb_frame.f_code


def _period(entry, recent):
    """How many frames ago the program stood at the same place, if not long."""
    for period in range(1, len(recent) + 1):
        if _is_same(entry, recent[-period]):
            return period
    return 0


def _unfold(recent, period, again):
    """The last `again` frames, each of which is the same as the one `period` before: whole rounds are folded."""
    if again < _FEWEST_FOLDED:
        return recent[len(recent) - again:]
    rounds, rest = divmod(again, period)
    return [(period, rounds)] + recent[len(recent) - rest:]


def _keep(first, last, items):
    """Adds items to the first few or else to the last few, and tells how many frames that leaves out."""
    left_out = 0
    for item in items:
        if len(first) < _FIRST_FRAMES:
            first.append(item)
        else:
            last.append(item)
            if len(last) > _LAST_FRAMES:
                gone = last.pop(0)
                left_out += gone[0] * gone[1] if type(gone) is tuple else 1
    return left_out


def _show(entry, lines):
    if type(entry) is int:
        return f"  … {entry} more {'frame' if entry == 1 else 'frames'} …"
    if type(entry) is tuple:
        period, rounds = entry
        again = "1 more time" if rounds == 1 else f"{rounds} more times"
        return f"  [Previous {'line' if period == 1 else f'{period} frames'} repeated {again}]"
    code, number = entry.tb_frame.f_code, entry.tb_lineno
    shown = f'  File "{code.co_filename.removeprefix(_LIBRARY)}", line {number}, in {code.co_qualname}'
    own = lines.get(code.co_filename, ())
    if number is not None and 0 < number <= len(own):
        shown += "\n    " + own[number - 1].strip()
    return shown
