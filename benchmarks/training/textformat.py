"""Reads protobuf's text format without a schema: enough for the anchors of a pipeline.config."""

import re

_TOKEN = re.compile(r"""\s+|\#[^\n]*|(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<word>[-+.\w]+)|(?P<mark>[{}<>\[\]:,;])""")


def parse(text):
    """The message as a dictionary from a field's name to the list of its values: numbers, words, strings or messages."""
    tokens, at = [], 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            raise ValueError(f"unexpected {text[at]!r} in line {text.count(chr(10), 0, at) + 1}")
        at = found.end()
        if found.lastgroup:
            tokens.append(found.group())
    tokens.reverse()
    message = _message(tokens, None)
    return message


def _message(tokens, end):
    fields = {}
    while tokens and tokens[-1] != end:
        name = tokens.pop()
        if tokens and tokens[-1] == ":":
            tokens.pop()
        if tokens and tokens[-1] == "[":
            tokens.pop()
            while tokens[-1] != "]":
                if tokens[-1] == ",":
                    tokens.pop()
                else:
                    fields.setdefault(name, []).append(_value(tokens))
            tokens.pop()
        else:
            fields.setdefault(name, []).append(_value(tokens))
        while tokens and tokens[-1] in ",;":
            tokens.pop()
    if end is not None:
        if not tokens:
            raise ValueError(f"a message lacks its {end}")
        tokens.pop()
    return fields


def _value(tokens):
    token = tokens.pop()
    if token in "{<":
        return _message(tokens, "}" if token == "{" else ">")
    if token[0] in "\"'":
        return token[1:-1]
    try:
        return float(token.rstrip("fF") if token[0] in "-+.0123456789" else token)
    except ValueError:
        return token


def last(message, path, default=None):
    """The effective (last) value of a field given by its path, such as `model.ssd.num_classes`."""
    for name in path.split("."):
        values = message.get(name) if isinstance(message, dict) else None
        if not values:
            return default
        message = values[-1]
    return message
