"""Reads, writes and fills in fields of an event by their paths."""

import re

PATH = r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*"
FIELD = re.compile(r"\{(" + PATH + r")\}")
TEMPLATE = re.compile(r"(?:[^{}]|\{" + PATH + r"\})*")


class Missing(Exception):
    pass


def look_up(event, path):
    value = event
    for part in path.split("."):
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        else:
            raise Missing(path)
    return value


def store(event, path, value):
    *way, last = path.split(".")
    holder = event
    for part in way:
        if not isinstance(holder.get(part), dict):
            holder[part] = {}
        holder = holder[part]
    holder[last] = value


def fill_in(template, event):
    """The text with the event's fields in it, or None where one of them cannot stand in a text."""
    pieces = []
    place = 0
    for field in FIELD.finditer(template):
        pieces.append(template[place : field.start()])
        try:
            value = look_up(event, field.group(1))
        except Missing:
            return None
        if type(value) not in (int, str):
            return None
        pieces.append(str(value))
        place = field.end()
    return "".join(pieces) + template[place:]
