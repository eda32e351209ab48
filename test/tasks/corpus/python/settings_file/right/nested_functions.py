# Closures over the section that is open.
def read_settings(text):
    sections = {}
    where = [""]

    def enter(inner):
        name, *parent = inner.split("<", 1)
        name = name.strip()
        if name == "":
            raise ValueError("no name")
        if parent:
            source = dict(sections[parent[0].strip()])
            for key in source:
                if type(source[key]) is list:
                    source[key] = source[key] + []
            source.update(sections.get(name, {}))
            sections[name] = source
        elif name not in sections:
            sections[name] = {}
        where[0] = name

    def assign(left, right):
        add = left != "" and left[-1] == "+"
        key = (left[:-1] if add else left).strip()
        check(key)
        value = read(right)
        if where[0] not in sections:
            sections[where[0]] = {}
        section = sections[where[0]]
        if add:
            items = []
            for part in ([section[key]] if key in section else []) + [value]:
                if isinstance(part, list):
                    items.extend(part)
                else:
                    items.append(part)
            value = items
        section[key] = value

    for line in text.split("\n"):
        line = line.strip()
        if line.startswith("["):
            if line[-1] != "]":
                raise ValueError("no ]")
            enter(line[1:-1])
        elif line and not line.startswith("#"):
            if "=" not in line:
                raise ValueError("no =")
            assign(*line.split("=", 1))
    return sections


def check(key):
    for place, mark in enumerate(key):
        small = "a" <= mark <= "z"
        other = "0" <= mark <= "9" or mark == "_"
        if not small and not (place and other):
            raise ValueError("wrong key")
    if key == "":
        raise ValueError("no key")


def read(text):
    text = text.strip()
    if text.startswith('"') and text.endswith('"') and text != '"':
        return text[1:-1]
    if "," in text:
        return [read(part) for part in text.split(",") if part.strip() != ""]
    if text.upper() == "YES":
        return True
    if text.upper() == "NO":
        return False
    if not text:
        return None
    unsigned = text[1:] if text[0] in "+-" else text
    if unsigned and all("0" <= mark <= "9" for mark in unsigned):
        return int(text)
    return text
