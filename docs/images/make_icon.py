"""Draws icon.png beside this file: an object and the anchors of three aspect ratios around its centre.

Needs nothing but Python: python3 docs/images/make_icon.py
"""
import struct
import zlib
from pathlib import Path

SIDE = 128  # pixels, what NuGet asks for
FINE = 4  # samples a pixel and axis

GROUND = (16, 42, 67)
ANCHORS = [((76, 76), (125, 196, 255)), ((104, 52), (255, 181, 71)), ((52, 104), (126, 217, 153))]
OBJECT = ((46, 40), (255, 255, 255))
CORNER = 22
LINE = 6


def inside_rounded(x, y):
    dx = max(CORNER - x, x - (SIDE - CORNER), 0)
    dy = max(CORNER - y, y - (SIDE - CORNER), 0)
    return dx * dx + dy * dy <= CORNER * CORNER


def inside_box(x, y, size, margin=0.0):
    return abs(x - SIDE / 2) <= size[0] / 2 - margin and abs(y - SIDE / 2) <= size[1] / 2 - margin


def colour(x, y):
    if not inside_rounded(x, y):
        return (0, 0, 0, 0)
    if inside_box(x, y, OBJECT[0]):
        return OBJECT[1] + (255,)
    for size, line in ANCHORS:
        if inside_box(x, y, size) and not inside_box(x, y, size, LINE):
            return line + (255,)
    return GROUND + (255,)


def pixel(column, row):
    samples = [
        colour(column + (i + 0.5) / FINE, row + (j + 0.5) / FINE)
        for i in range(FINE) for j in range(FINE)
    ]
    seen = [s for s in samples if s[3]]
    if not seen:
        return bytes(4)
    return bytes(round(sum(s[k] for s in seen) / len(seen)) for k in range(3)) + bytes([round(255 * len(seen) / len(samples))])


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def main():
    rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(SIDE)) for y in range(SIDE))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 6, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    Path(__file__).with_name("icon.png").write_bytes(png)


main()
