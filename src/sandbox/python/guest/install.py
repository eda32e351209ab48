"""Puts the sandbox's own code into the interpreter, with a private copy of the built-ins that a program cannot patch."""


def _install(sources):
    import builtins

    namespace = {"__name__": "tracefix", "__builtins__": dict(vars(builtins))}
    for name, source in sources:
        exec(compile(source, f"<tracefix {name}>", "exec"), namespace)
    return namespace["main"]
