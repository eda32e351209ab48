"""Reads a text into nested lists, numbers, texts and symbols."""
import re

TOKEN = re.compile(r'(?:[ \n]|;[^\n]*)*([()\']|"[^"]*"|[^ \n();\'"]+|$)')
NUMBER = re.compile("-?[0-9]+")
CONSTANTS = {"true": True, "false": False}


class Symbol(str):
    pass


def tokenise(text):
    tokens = []
    start = 0
    while start < len(text):
        found = TOKEN.match(text, start)
        if found is None:
            raise ValueError("a text is not closed")
        tokens.append(found.group(1))
        start = found.end()
    return [token for token in tokens if token]


def read(tokens):
    """Takes one expression from the end of the tokens, which are in reverse order."""
    token = tokens.pop() if tokens else ")"
    if token == ")":
        raise ValueError("an expression is missing")
    if token == "'":
        return [Symbol("quote"), read(tokens)]
    if token == "(":
        items = []
        while tokens[-1:] != [")"]:
            items.append(read(tokens))
        tokens.pop()
        return items
    if token[0] == '"':
        return token[1:-1]
    if NUMBER.fullmatch(token):
        return int(token)
    return CONSTANTS.get(token, Symbol(token))
