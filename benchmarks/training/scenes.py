"""The scenes of the generated sets: which objects an image has, how large they are and what they look like.

A scene is a function of a random generator and the image's side, and returns the image's bytes (height x width x 3) and
its boxes as (class, left, top, right, bottom).
"""

import numpy as np

from painting import finish, ground, paint


def log_uniform(rng, low, high):
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def sides(size, ratio):
    """Width and height of a box with this square root of its area and this ratio of width to height."""
    return max(3, round(size * ratio ** 0.5)), max(3, round(size / ratio ** 0.5))


def overlap(a, b):
    """How much of the smaller of two boxes the other covers."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    area = min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))
    return max(0, width) * max(0, height) / area


def place(rng, side, width, height, taken, most):
    """A free place, or None: no box may cover more than `most` of another."""
    if width >= side or height >= side:
        return None
    for _ in range(20):
        left, top = int(rng.integers(0, side - width)), int(rng.integers(0, side - height))
        box = (left, top, left + width, top + height)
        if all(overlap(box, other) <= most for other in taken):
            return box
    return None


def compose(rng, side, image, wanted, looks, most=0.15, contrast=(0.6, 1.0), noise=0.03):
    """Places the wanted (class, width, height), large ones first, and paints them."""
    boxes = []
    for kind, width, height in sorted(wanted, key=lambda w: -w[1] * w[2]):
        box = place(rng, side, width, height, [b[1:] for b in boxes], most)
        if box is not None:
            paint(rng, image, box, looks[kind], rng.uniform(*contrast))
            boxes.append((kind, *box))
    return finish(rng, image, noise), boxes


def clutter(rng, side, image, count, low, high, colour):
    """Things that belong to no class."""
    outlines = ("rectangle", "ellipse", "diamond", "triangle")
    for _ in range(count):
        width, height = sides(log_uniform(rng, low, high), log_uniform(rng, 0.3, 3.3))
        box = place(rng, side, width, height, [], 1)
        if box is not None:
            look = {"outline": str(rng.choice(outlines)), "colour": colour, "varies": 0.15, "texture": "blotches", "depth": 0.1, "opaque": 0.4}
            paint(rng, image, box, look)


def elongated(rng, side):
    """Planks (ratio 4 to 7), poles (1/8 to 1/4.5) and small bolts."""
    looks = {
        "plank": {"outline": "rectangle", "colour": (0.62, 0.45, 0.27), "texture": "along", "period": 8, "depth": 0.12},
        "pole": {"outline": "rectangle", "colour": (0.5, 0.5, 0.55), "texture": "along", "period": 16, "depth": 0.2},
        "bolt": {"outline": "ellipse", "colour": (0.35, 0.33, 0.38), "texture": "slant", "period": 9, "depth": 0.2},
    }
    image = ground(rng, side, (0.52, 0.5, 0.46), 0.1, 24)
    clutter(rng, side, image, 8, 12, 70, (0.5, 0.46, 0.4))
    wanted = [("plank", *sides(log_uniform(rng, 32, 85), log_uniform(rng, 4, 7))) for _ in range(rng.integers(2, 5))]
    wanted += [("pole", *sides(log_uniform(rng, 32, 85), 1 / log_uniform(rng, 4.5, 8))) for _ in range(rng.integers(1, 4))]
    wanted += [("bolt", *sides(log_uniform(rng, 15, 34), log_uniform(rng, 0.7, 1.4))) for _ in range(rng.integers(2, 6))]
    return compose(rng, side, image, wanted, looks, most=0.35)


def rare_tiny(rng, side):
    """Crates everywhere; in two images of five one or two tags, a tenth as large."""
    looks = {
        "crate": {"outline": "rectangle", "colour": (0.55, 0.42, 0.28), "texture": "checks", "period": 22, "depth": 0.08, "varies": 0.12},
        "tag": {"outline": "diamond", "colour": (0.78, 0.72, 0.3), "texture": "across", "period": 7, "depth": 0.2},
    }
    image = ground(rng, side, (0.5, 0.52, 0.54), 0.1, 30)
    clutter(rng, side, image, 12, 10, 80, (0.55, 0.5, 0.42))
    wanted = [("crate", *sides(log_uniform(rng, 45, 120), log_uniform(rng, 0.6, 1.7))) for _ in range(rng.integers(4, 9))]
    if rng.uniform() < 0.4:
        wanted += [("tag", *sides(log_uniform(rng, 13, 26), log_uniform(rng, 0.75, 1.35))) for _ in range(rng.integers(1, 3))]
    return compose(rng, side, image, wanted, looks, most=0.25)


def crowded(rng, side):
    """Many things of three classes and of all sizes, which hide parts of each other."""
    looks = {
        "walker": {"outline": "ellipse", "colour": (0.55, 0.3, 0.3), "texture": "along", "period": 14, "depth": 0.2, "varies": 0.14},
        "cart": {"outline": "rectangle", "colour": (0.3, 0.4, 0.58), "texture": "across", "period": 14, "depth": 0.18, "varies": 0.14},
        "ball": {"outline": "ellipse", "colour": (0.42, 0.55, 0.34), "texture": "blotches", "period": 6, "depth": 0.22, "varies": 0.14},
    }
    ratios = {"walker": (0.33, 0.6), "cart": (1.4, 2.5), "ball": (0.9, 1.1)}
    image = ground(rng, side, (0.48, 0.48, 0.45), 0.12, 40)
    clutter(rng, side, image, 8, 12, 60, (0.46, 0.46, 0.46))
    wanted = []
    for _ in range(rng.integers(11, 25)):
        kind = str(rng.choice(list(looks)))
        wanted.append((kind, *sides(log_uniform(rng, 15, 120), log_uniform(rng, *ratios[kind]))))
    return compose(rng, side, image, wanted, looks, most=0.4, contrast=(0.7, 1.0))


def steel(rng, side):
    """A rolled surface with the defects of one of six kinds, seldom of two; low contrast, in grey."""
    looks = {
        "crazing": {"outline": "rectangle", "colour": (0.42,) * 3, "texture": "slant", "period": 10, "depth": 0.16, "opaque": 0.8, "varies": 0.01},
        "inclusion": {"outline": "ellipse", "colour": (0.28,) * 3, "texture": "blotches", "period": 5, "depth": 0.1, "opaque": 0.85, "varies": 0.02},
        "patches": {"outline": "ellipse", "colour": (0.34,) * 3, "texture": "blotches", "period": 14, "depth": 0.14, "opaque": 0.85, "varies": 0.03},
        "pitted": {"outline": "rectangle", "colour": (0.46,) * 3, "texture": "speckle", "period": 4, "depth": 0.3, "opaque": 0.8, "varies": 0.01},
        "rolled-in": {"outline": "ellipse", "colour": (0.55,) * 3, "texture": "checks", "period": 8, "depth": 0.15, "opaque": 0.8, "varies": 0.02},
        "scratches": {"outline": "rectangle", "colour": (0.74,) * 3, "texture": "blotches", "period": 4, "depth": 0.12, "opaque": 0.85, "varies": 0.03},
    }
    # How many an image, square root of the area in pixels, ratio.
    habits = {
        "crazing": ((1, 4), (60, 170), (0.7, 3.2)),
        "inclusion": ((1, 6), (16, 70), (0.12, 0.8)),
        "patches": ((1, 6), (35, 130), (0.4, 2.2)),
        "pitted": ((1, 3), (90, 240), (0.5, 1.6)),
        "rolled-in": ((1, 5), (40, 110), (0.6, 1.5)),
        "scratches": ((1, 4), (25, 75), (0.06, 0.3)),
    }
    grey = rng.uniform(0.42, 0.58)
    image = ground(rng, side, (grey,) * 3, 0.07, 16)
    image = image.mean(2, keepdims=True).repeat(3, 2)
    wanted = []
    for kind in rng.choice(list(looks), 2 if rng.uniform() < 0.15 else 1, replace=False):
        count, size, ratio = habits[str(kind)]
        for _ in range(rng.integers(*count)):
            shape = log_uniform(rng, *ratio)
            lying = kind == "scratches" and rng.uniform() < 0.25
            wanted.append((str(kind), *sides(log_uniform(rng, *size), 1 / shape if lying else shape)))
    return compose(rng, side, image, wanted, looks, most=0.3, contrast=(0.75, 1.0), noise=0.02)


def board(rng, side):
    """A printed circuit with tiny defects of six kinds, 8 to 25 pixels, two to six an image."""
    copper, bare = (0.62, 0.5, 0.26), (0.12, 0.3, 0.18)
    looks = {
        "missing-hole": {"outline": "ellipse", "colour": (0.05, 0.06, 0.08), "varies": 0.03},
        "mouse-bite": {"outline": "triangle", "colour": (0.72, 0.22, 0.15), "varies": 0.03},
        "open-circuit": {"outline": "rectangle", "colour": (0.12, 0.16, 0.5), "varies": 0.03},
        "short": {"outline": "cross", "colour": (0.85, 0.85, 0.82), "varies": 0.03},
        "spur": {"outline": "diamond", "colour": (0.55, 0.25, 0.6), "varies": 0.03},
        "spurious-copper": {"outline": "ring", "colour": (0.85, 0.75, 0.2), "varies": 0.03},
    }
    ratios = {"missing-hole": (0.95, 1.05), "mouse-bite": (0.7, 1.5), "open-circuit": (0.5, 2.0), "short": (0.6, 1.7),
              "spur": (0.7, 1.4), "spurious-copper": (0.8, 1.3)}
    image = ground(rng, side, bare, 0.03, 20)
    for _ in range(rng.integers(10, 18)):
        lying, at, start = rng.uniform() < 0.5, int(rng.integers(4, side - 12)), int(rng.integers(0, side // 2))
        length, thick = int(rng.integers(side // 5, side // 2)), int(rng.integers(4, 8))
        box = (start, at, start + length, at + thick) if lying else (at, start, at + thick, start + length)
        paint(rng, image, box, {"outline": "rectangle", "colour": copper, "varies": 0.03, "opaque": 0.9})
    for _ in range(rng.integers(6, 14)):
        size = int(rng.integers(12, 24))
        box = place(rng, side, size, size, [], 1)
        paint(rng, image, box, {"outline": "ring", "colour": copper, "varies": 0.03, "opaque": 0.9})
    wanted = []
    for _ in range(rng.integers(3, 8)):
        kind = str(rng.choice(list(looks)))
        wanted.append((kind, *sides(log_uniform(rng, 8, 25), log_uniform(rng, *ratios[kind]))))
    return compose(rng, side, image, wanted, looks, most=0.05, contrast=(0.8, 1.0), noise=0.025)


"""Each set's scene and seed."""
SCENES = {
    "elongated": (elongated, 101),
    "rare-tiny": (rare_tiny, 102),
    "crowded": (crowded, 103),
    "steel": (steel, 104),
    "board": (board, 105),
}
