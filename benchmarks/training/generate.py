#!/usr/bin/env python3
"""Writes the generated detection sets of this benchmark as PASCAL VOC folders. The same version of numpy gives the same boxes.

usage: generate.py FOLDER [SET...]        (all sets: elongated, rare-tiny, crowded, steel, board)

Each set is FOLDER/SET with Annotations/, JPEGImages/ (320 x 320), trainval.txt and test.txt.
"""

import os
import sys
from xml.sax.saxutils import escape

import numpy as np
from PIL import Image


from scenes import SCENES

SIDE, TRAIN, TEST = 320, 280, 120


def voc(name, boxes):
    """The annotation of one image; boxes as (class, left, top, right, bottom)."""
    objects = "".join(
        f"  <object>\n    <name>{escape(kind)}</name>\n    <difficult>0</difficult>\n    <bndbox>\n"
        f"      <xmin>{left}</xmin>\n      <ymin>{top}</ymin>\n      <xmax>{right}</xmax>\n      <ymax>{bottom}</ymax>\n"
        "    </bndbox>\n  </object>\n"
        for kind, left, top, right, bottom in boxes)
    return (f"<annotation>\n  <filename>{name}.jpg</filename>\n  <size>\n    <width>{SIDE}</width>\n    <height>{SIDE}</height>\n"
            f"    <depth>3</depth>\n  </size>\n{objects}</annotation>\n")


def write(folder, scene, seed):
    for part in ("Annotations", "JPEGImages"):
        os.makedirs(os.path.join(folder, part), exist_ok=True)
    names = [f"{number:04d}" for number in range(1, TRAIN + TEST + 1)]
    for number, name in enumerate(names):
        rng = np.random.Generator(np.random.PCG64([seed, number]))
        image, boxes = scene(rng, SIDE)
        Image.fromarray(image).save(os.path.join(folder, "JPEGImages", name + ".jpg"), quality=92)
        with open(os.path.join(folder, "Annotations", name + ".xml"), "w", newline="\n", encoding="utf-8") as file:
            file.write(voc(name, boxes))
    for part, chosen in (("trainval", names[:TRAIN]), ("test", names[TRAIN:])):
        with open(os.path.join(folder, part + ".txt"), "w", newline="\n", encoding="utf-8") as file:
            file.write("".join(name + "\n" for name in chosen))


def main(arguments):
    unknown = [name for name in arguments[1:] if name not in SCENES]
    if not arguments or unknown:
        sys.exit(__doc__ + "".join(f"\nThere is no set {name}." for name in unknown))
    for name in arguments[1:] or SCENES:
        scene, seed = SCENES[name]
        write(os.path.join(arguments[0], name), scene, seed)
        print(f"{name}: {TRAIN} images to train on, {TEST} to test on, in {os.path.join(arguments[0], name)}")


if __name__ == "__main__":
    main(sys.argv[1:])
