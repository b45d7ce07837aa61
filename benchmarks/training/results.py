"""The file of results: a row a training, appended as soon as it is done, so that nothing is trained twice."""

import csv
import json
import os

COLUMNS = ["set", "config", "anchors_hash", "seed", "epochs", "AP", "AP50", "AP75", "classes", "sizes", "anchors", "mean_best_iou",
           "recall", "positives", "served", "curve", "seconds"]
_JSON = {"classes", "sizes", "positives", "served", "curve"}
_NUMBERS = {"seed": int, "epochs": int, "AP": float, "AP50": float, "AP75": float, "anchors": int, "mean_best_iou": float, "recall": float,
            "seconds": float}


def read(path):
    """All rows; `classes` and `sizes` map a name to [AP, AP50], `curve` lists [epoch, AP]."""
    if not os.path.exists(path):
        return []
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None))
    for row in rows:
        for name in _JSON:
            row[name] = json.loads(row[name])
        for name, kind in _NUMBERS.items():
            row[name] = kind(row[name])
    return rows


def append(path, row):
    new = not os.path.exists(path)
    with open(path, "a", newline="", encoding="utf-8") as file:
        if new:
            file.write("\t".join(COLUMNS) + "\n")
        file.write("\t".join(json.dumps(row[c]) if c in _JSON else str(row[c]) for c in COLUMNS) + "\n")


def done(rows, data, drawn_hash, seed, epochs):
    """The row of this training, or None."""
    return next((r for r in rows if (r["set"], r["anchors_hash"], r["seed"], r["epochs"]) == (data, drawn_hash, seed, epochs)), None)
