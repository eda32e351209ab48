"""Runs the driver a few times while the image is built: CPython then keeps the driver's code as it had made it faster.

Otherwise each run would begin to make it faster, anew, because each starts from the image; and would write that into many
pages, which a restore has to copy back.
"""

_ROUNDS = 40
_MODULE = """
import random
class Box:
    def __init__(self, items):
        self.items = items
def f(x):
    return {"a": [x, 1.5, None, True], "b": (x, "text"), 3: {x}, "c": b"1"}
def g(x):
    print("seen", x)
    raise ValueError("no")
"""
_CALLS = ("f(1)", "[f(1), f(2)]", "x = Box([1])\nx.items", "g(1)", "f(", "'text'", "12")


def warm_up(main):
    import json
    import marshal
    import sys

    posix = sys.modules["posix"]
    files = [posix.open("/tmp/" + name, posix.O_RDWR | posix.O_CREAT) for name in ("request", "printed", "answer")]

    def ask(request):
        for file in files:
            posix.ftruncate(file, 0)
        posix.lseek(files[0], 0, 0)
        posix.write(files[0], request)
        for place, file in zip((0, 1, 3), files):
            posix.lseek(file, 0, 0)
            posix.dup2(file, place)
        main()

    kept = sys.stdout, sys.stderr
    module = compile(_MODULE, "solution.py", "exec", dont_inherit=True)
    expression = compile("f(1)", "<test>", "eval", dont_inherit=True)
    statements = compile("x = Box([1])", "<test>", "exec", dont_inherit=True)
    load = json.dumps({"code": _MODULE, "seed": 0}).encode()
    for _ in range(_ROUNDS):
        ask(json.dumps({"compile": "module", "sources": [_MODULE]}).encode())
        ask(json.dumps({"compile": "call", "sources": _CALLS}).encode())
        ask(load + b"\n" + marshal.dumps(module))
        for parts in ((None, expression), (statements, expression)):
            ask(b"C" + marshal.dumps(parts))
        for kind, text, data in ((b"A", "f", ([1, 2],)), (b"B", "[f(x), x]", ("x", "text"))):
            made = marshal.dumps((None, compile(text, "<test>", "eval", dont_inherit=True)))
            ask(kind + len(made).to_bytes(4, "little") + made + marshal.dumps(data))
        for call in _CALLS:
            ask(json.dumps({"call": call}).encode())
    sys.stdout, sys.stderr = kept
    del sys.modules["solution"]
