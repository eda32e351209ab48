# Every kind of line and value by a regular expression.
import re

SECTION = re.compile(r"\[([^<]*)(?:<(.*))?\]", re.S)
SETTING = re.compile(r"([a-z][a-z0-9_]*)\s*(\+?)=(.*)", re.S)
WORDS = {"yes": True, "no": False, "": None}


def read_settings(text):
    result = {}
    current = ""
    for line in map(str.strip, text.split("\n")):
        if line.startswith("#") or line == "":
            continue
        if line.startswith("["):
            found = SECTION.fullmatch(line)
            if found is None or not found[1].strip():
                raise ValueError(line)
            current = found[1].strip()
            copied = {}
            if found[2] is not None:
                copied = {key: value[:] if type(value) is list else value for key, value in result[found[2].strip()].items()}
            result[current] = {**copied, **result.get(current, {})}
            continue
        found = SETTING.fullmatch(line)
        if found is None:
            raise ValueError(line)
        key, plus, raw = found.groups()
        value = convert(raw.strip())
        settings = result.setdefault(current, {})
        settings[key] = as_list(settings.get(key, [])) + as_list(value) if plus else value
    return result


def as_list(value):
    return value if type(value) is list else [value]


def convert(raw):
    if re.fullmatch('".*"', raw, re.S):
        return raw[1:-1]
    if "," in raw:
        return [convert(part) for part in re.split(r"\s*,\s*", raw.strip()) if part]
    if raw.lower() in WORDS:
        return WORDS[raw.lower()]
    return int(raw) if re.fullmatch("[+-]?[0-9]+", raw) else raw
