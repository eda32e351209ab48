/** Python that reads what a function was called with out of its frame. */

/** `arguments_of(frame, code)` gives values and keywords; `RECORDER` is made here, once all that it needs is there. */
export const CALL_ARGUMENTS = `
def arguments_of(frame, code):
    """Values in order, and those by keyword; defaults that nobody can tell from what was said are said."""
    named = code.co_varnames
    count = code.co_argcount
    local = frame.f_locals
    values = [local[name] for name in named[:count]]
    keyword_only = named[count:count + code.co_kwonlyargcount]
    at = count + code.co_kwonlyargcount
    keywords = {name: local[name] for name in keyword_only}
    if code.co_flags & 4:
        values += local[named[at]]
        at += 1
    if code.co_flags & 8:
        keywords.update(local[named[at]])
    defaults = SIGNATURES.defaults_of(code)
    if not code.co_flags & 4:
        while len(values) > 0 and len(values) <= count and named[len(values) - 1] in defaults and values[-1] is defaults[named[len(values) - 1]]:
            values.pop()
    for name in keyword_only:
        if name in defaults and keywords[name] is defaults[name]:
            del keywords[name]
    return values, keywords


class Signatures:
    """Defaults of functions, by their code."""

    def __init__(self):
        self.known = {}

    def defaults_of(self, code):
        import gc
        if code not in self.known:
            found = {}
            for function in gc.get_referrers(code):
                if isinstance(function, types.FunctionType) and function.__code__ is code:
                    given = function.__defaults__ or ()
                    names = code.co_varnames[:code.co_argcount]
                    found = dict(zip(names[len(names) - len(given):], given)) if given else {}
                    found.update(function.__kwdefaults__ or {})
                    break
            self.known[code] = found
        return self.known[code]


SIGNATURES = Signatures()
RECORDER = Recorder()
`;
