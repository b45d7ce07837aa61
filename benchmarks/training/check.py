#!/usr/bin/env python3
"""Compares the anchors that this benchmark draws from a config with those of the package's anchorfit.json.

usage: check.py FOLDER CONFIG anchorfit.json [before]      (after, unless before: the base config's)

FOLDER is the VOC folder whose trainval.txt names the annotations that were fitted. Fails where the number of anchors by
map differs, or mean best IoU or recall, of all boxes or of a class, by more than a hundredth of a percent.
"""

import json
import sys

import numpy as np

from anchors import DrawnAnchors, served
from voc import VocSet


def differences(voc, drawn, score):
    """Lines that say where the package's score isn't ours."""
    found = []
    boxes = np.concatenate([boxes for _, boxes, _ in voc.train])
    names = np.array(voc.classes)[np.concatenate([classes for _, _, classes in voc.train])]
    best, _ = served(boxes, drawn)

    def compare(what, ours, theirs, within=0.0):
        if ours is not None and (theirs is None or abs(ours - theirs) > within):
            found.append(f"{what}: {ours} here, {theirs} in anchorfit.json")

    for layer, (ours, theirs) in enumerate(zip(drawn.per_location(), score["anchors_per_location"])):
        compare(f"anchors a location of map {layer}", ours, theirs)
    compare("maps", len(drawn.layers), len(score["anchors_per_location"]))
    compare("anchors", len(drawn.boxes()), score["anchors"])
    groups = [("all boxes", np.ones(len(boxes), bool), score)] + [(c["name"], names == c["name"], c) for c in score["classes"]]
    for name, chosen, theirs in groups:
        if name != "all boxes":
            compare(f"boxes of {name}", int(chosen.sum()), theirs["boxes"])
        compare(f"mean best IoU of {name}", 100 * best[chosen].mean(), theirs["mean_best_iou_percent"], 0.01)
        compare(f"recall of {name}", 100 * (best[chosen] >= drawn.threshold).mean(), theirs["recall_percent"], 0.01)
    return found


def main(arguments):
    if len(arguments) not in (3, 4):
        sys.exit(__doc__)
    folder, config, summary = arguments[:3]
    with open(config, encoding="utf-8-sig") as file:
        drawn = DrawnAnchors(file.read())
    with open(summary, encoding="utf-8-sig") as file:
        score = json.load(file)["drawn_anchors"][arguments[3] if len(arguments) == 4 else "after"]
    found = differences(VocSet(folder), drawn, score)
    print("\n".join(found) or f"{config}: {score['anchors']} anchors, the same as the package's")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
