# Values are tried against a list of converters; a converter that does not fit gives a marker.
import re

MISS = object()


def quoted(text):
    return text[1:-1] if len(text) > 1 and text.startswith('"') and text.endswith('"') else MISS


def listed(text):
    return [convert(part.strip()) for part in text.split(",") if part.strip()] if "," in text else MISS


def word(text):
    return {"yes": True, "no": False}.get(text.lower(), MISS)


def number(text):
    return int(text) if re.fullmatch(r"[+\-]?[0-9]+", text) else MISS


def nothing(text):
    return MISS if text else None


def convert(text):
    for converter in (quoted, listed, word, number, nothing):
        value = converter(text)
        if value is not MISS:
            return value
    return text


def joined(old, new):
    result = []
    for value in (old, new):
        result += value if isinstance(value, list) else [value]
    return result


def read_settings(text):
    found = {}
    section = None
    for line in text.split("\n"):
        line = line.strip()
        first = line[:1]
        if first in ("", "#"):
            continue
        if first == "[":
            match = re.fullmatch(r"\[\s*([^<]*?)\s*(<.*)?\]", line)
            if not match or not match.group(1):
                raise ValueError(f"not a section: {line}")
            name, parent = match.groups()
            base = found[parent[1:].strip()] if parent else {}
            section = found.setdefault(name, {})
            missing = [key for key in base if key not in section]
            for key in missing:
                section[key] = joined([], base[key]) if isinstance(base[key], list) else base[key]
            continue
        match = re.fullmatch(r"([a-z][a-z_0-9]*)\s*(\+?)=(.*)", line)
        if not match:
            raise ValueError(f"not a setting: {line}")
        if section is None:
            section = found.setdefault("", {})
        key, plus, rest = match.groups()
        value = convert(rest.strip())
        section[key] = joined(section.get(key, []), value) if plus else value
    return found
