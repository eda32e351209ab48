# The sections are a list of pairs, searched from the front.
import re


class Sections:
    def __init__(self):
        self.pairs = []

    def find(self, name):
        return next((settings for other, settings in self.pairs if other == name), None)

    def get(self, name):
        settings = self.find(name)
        if settings is None:
            settings = []
            self.pairs.append((name, settings))
        return settings


def put(settings, key, value):
    for pair in settings:
        if pair[0] == key:
            pair[1] = value
            return
    settings.append([key, value])


def got(settings, key):
    return [value for other, value in settings if other == key]


def read_settings(text):
    sections = Sections()
    name = ""
    for line in text.split("\n"):
        line = line.strip()
        if line == "" or line.startswith("#"):
            continue
        if line.startswith("["):
            if not line.endswith("]"):
                raise ValueError("unclosed")
            name, less, parent = (part.strip() for part in line[1:-1].partition("<"))
            if not name:
                raise ValueError("unnamed")
            if less:
                inherited = sections.find(parent)
                if inherited is None:
                    raise KeyError(parent)
                own = sections.get(name)
                for key, value in list(inherited):
                    if not got(own, key):
                        put(own, key, value)
            sections.get(name)
            continue
        if "=" not in line:
            raise ValueError("neither section nor setting")
        key, value = line.split("=", 1)
        plus = key.endswith("+")
        key = key[: len(key) - plus].strip()
        if not re.fullmatch("[a-z][a-z0-9_]*", key):
            raise ValueError("key")
        value = convert(value)
        settings = sections.get(name)
        if plus:
            flat = []
            for part in got(settings, key) + [value]:
                flat = flat + part if isinstance(part, list) else flat + [part]
            value = flat
        put(settings, key, value)
    return {name: dict(settings) for name, settings in sections.pairs}


def convert(text):
    text = text.strip()
    if len(text) >= 2 and text[0] == '"' and text[-1] == '"':
        return text[1:-1]
    if "," in text:
        return [convert(part) for part in text.split(",") if part.strip()]
    lowered = text.lower()
    if lowered in ("yes", "no"):
        return lowered == "yes"
    if re.fullmatch("[+-]?[0-9]+", text):
        return int(text)
    return text if text else None
