#!/usr/bin/env python3
"""Which figure of the drawn anchors tells what a detector trained with them will find?

usage: explain.py RESULTS SETS CONFIGS BASE      (SETS/<set>: VOC folders; CONFIGS/<set>/<name>.config)

For each class of each set, and each config but the base: the difference of AP to the base's is fitted, by least squares,
to the difference of the class's mean of one or several figures. Printed are the weights, the share of the differences'
squares that is explained, and the same when each set is predicted from the others.
"""

import os
import sys
from statistics import mean

import numpy as np

import results
from anchors import DrawnAnchors, overlaps
from voc import VocSet

NEAR, ENOUGH = 0.8, 10
CHOICES = [["best IoU"], ["ln best IoU"], ["recall"], ["ln positives"], ["ln rivals"], ["ln positives", "ln rivals"], ["ln best IoU", "ln rivals"]]


def figures(boxes, drawn):
    """By name, of each box. Positives: anchors at the threshold or above, from 1 (the forced match) to ENOUGH. Rivals: anchors
    that are trained as background, though their IoU is at least NEAR of the box's best."""
    anchors, columns = drawn.boxes(), []
    for part in np.array_split(boxes, max(1, len(boxes) // 300)):
        iou = overlaps(part, anchors)
        best, matched = iou.max(1), iou >= drawn.threshold
        rivals = (~matched & (iou >= NEAR * best[:, None])).sum(1) - (best < drawn.threshold)
        columns.append((best, np.log(best), best >= drawn.threshold, np.log(np.clip(matched.sum(1), 1, ENOUGH)), np.log1p(rivals)))
    names = ("best IoU", "ln best IoU", "recall", "ln positives", "ln rivals")
    return {name: np.concatenate([c[i] for c in columns]).astype(float) for i, name in enumerate(names)}


def differences(path, sets, configs, base):
    """(set, differences of figures by name, difference of AP) for each class and config."""
    trained = {}
    for row in results.read(path):
        trained.setdefault(row["set"], {}).setdefault(row["config"], []).append(row)
    for data, by_config in sorted(trained.items()):
        voc, means = VocSet(os.path.join(sets, data)), {}
        boxes = np.concatenate([b for _, b, _ in voc.train])
        classes = np.concatenate([c for _, _, c in voc.train])
        for name, rows in by_config.items():
            with open(os.path.join(configs, data, name + ".config"), encoding="utf-8-sig") as file:
                of = figures(boxes, DrawnAnchors(file.read()))
            means[name] = [({f: v[classes == i].mean() for f, v in of.items()}, mean(r["classes"][kind][0] for r in rows)) for i, kind in enumerate(voc.classes)]
        for name in by_config:
            if name != base:
                for (theirs, ap), (before, ap_before) in zip(means[name], means[base]):
                    yield data, {f: theirs[f] - before[f] for f in theirs}, ap - ap_before


def explained(x, y, rest_x, rest_y):
    """Weights from (x, y), and the sum of squares that they leave of (rest_x, rest_y)."""
    weights = np.linalg.lstsq(x, y, rcond=None)[0]
    return weights, ((rest_y - rest_x @ weights) ** 2).sum()


def main(arguments):
    if len(arguments) != 4:
        sys.exit(__doc__)
    rows = list(differences(*arguments))
    y, sets = np.array([ap for _, _, ap in rows]), np.array([data for data, _, _ in rows])
    print(f"{len(rows)} differences\n\n| figures | points of AP for one more | explained | each set from the others |\n|---|---|---:|---:|")
    for names in CHOICES:
        x = np.array([[of[name] for name in names] for _, of, _ in rows])
        weights, left = explained(x, y, x, y)
        left_out = sum(explained(x[sets != s], y[sets != s], x[sets == s], y[sets == s])[1] for s in set(sets))
        total = (y ** 2).sum()
        print(f"| {' and '.join(names)} | {', '.join(f'{w:+.1f}' for w in weights)} | {1 - left / total:.2f} | {1 - left_out / total:.2f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
