# Loses the rarer line ends.
def reverse_string(text):
    out = []
    for line in text.splitlines(keepends=True):
        end = "\n" if line.endswith("\n") else "\r" if line.endswith("\r") else ""
        body = line[: len(line) - len(end)] if end else line.rstrip("\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        out.append(end[::-1] + body[::-1])
    return "".join(reversed(out))
