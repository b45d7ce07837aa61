#!/usr/bin/env python3
"""Trains the same small detector with the anchors of each pipeline.config, and prints what it then finds.

usage: compare.py FOLDER CONFIG... [--seeds N[,N...]] [--epochs N] [--results FILE] [--train LIST] [--test LIST] [--no-training]

FOLDER is a PASCAL VOC folder: Annotations/, JPEGImages/ and a list of images to train on and one to test on. The first
config is the base that others are compared with. A config's name is its file's, its anchors are its key: what FILE holds
already isn't trained again. --no-training prints the tables of what FILE holds.
"""

import argparse
import hashlib
import os
import sys
import time

import numpy as np

import results
import tables
from anchors import DrawnAnchors, served
from voc import VocSet

SIZES = {"<32 px": (0, 32), "32–96 px": (32, 96), "≥96 px": (96, np.inf)}


def of(numbers):
    """Mean in percent, or None where there is nothing."""
    return None if np.isnan(numbers).all() else round(100 * float(np.nanmean(numbers)), 2)


def serves(voc, drawn):
    """How the anchors serve the boxes to train on: columns of a row of results."""
    boxes = np.concatenate([boxes for _, boxes, _ in voc.train])
    classes = np.concatenate([classes for _, _, classes in voc.train])
    best, positives = served(boxes, drawn)
    enough = best >= drawn.threshold
    return {
        "anchors": len(drawn.boxes()), "mean_best_iou": of(best), "recall": of(enough),
        "positives": [float(p) for p in np.percentile(positives, [5, 50, 95])],
        "served": {name: {"boxes": int((classes == i).sum()), "mean_best_iou": of(best[classes == i]), "recall": of(enough[classes == i]),
                          "mean_log_iou": round(float(np.log(best[classes == i]).mean()), 4), "positives": round(float(positives[classes == i].mean()), 2)}
                   for i, name in enumerate(voc.classes) if (classes == i).any()},
    }


def finds(voc, found, side):
    """What the detector finds: AP of all classes, of each, and of each band of sizes at the config's input."""
    from precision import average_precision

    scale = np.array([side[1], side[0]] * 2)
    truths = [(boxes * scale, classes) for _, boxes, classes in voc.test]
    found = [(boxes * scale, classes, scores) for boxes, classes, scores in found]
    whole = average_precision(truths, found, len(voc.classes))
    bands = {name: average_precision(truths, found, len(voc.classes), *band) for name, band in SIZES.items()}
    return {
        "AP": of(whole), "AP50": of(whole[:, 0]), "AP75": of(whole[:, 5]),
        "classes": {name: [of(whole[i]), of(whole[i, 0])] for i, name in enumerate(voc.classes)},
        "sizes": {name: [of(table), of(table[:, 0])] for name, table in bands.items() if not np.isnan(table).all()},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("configs", nargs="+")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--results", default="training-results.tsv")
    parser.add_argument("--train", default="trainval.txt")
    parser.add_argument("--test", default="test.txt")
    parser.add_argument("--no-training", action="store_true")
    chosen = parser.parse_args()
    name = os.path.basename(os.path.abspath(chosen.folder))
    voc = VocSet(chosen.folder, chosen.train, chosen.test)
    drawn = []
    for path in chosen.configs:
        with open(path, encoding="utf-8-sig") as file:
            anchors = DrawnAnchors(file.read())
        key = hashlib.sha256(np.round(anchors.boxes(), 6).tobytes() + str(anchors.threshold).encode()).hexdigest()[:12]
        drawn.append((os.path.splitext(os.path.basename(path))[0], anchors, key))

    seeds = [int(seed) for seed in chosen.seeds.split(",")]
    epochs = chosen.epochs
    if not chosen.no_training:
        import torch
        import training

        torch.set_num_threads(1)
        epochs = epochs or training.EPOCHS
        data = None
        for seed in seeds:
            for config, anchors, key in drawn:
                if results.done(results.read(chosen.results), name, key, seed, epochs):
                    continue
                data = data or training.prepare(voc)
                start = time.process_time()
                found, curve = training.train(voc, data, anchors, seed, epochs)
                row = {"set": name, "config": config, "anchors_hash": key, "seed": seed, "epochs": epochs, **finds(voc, found, anchors.side),
                       **serves(voc, anchors), "curve": [[e, round(ap, 2)] for e, ap in curve], "seconds": round(time.process_time() - start, 1)}
                results.append(chosen.results, row)
                print(f"{name} {config} seed {seed}: AP {row['AP']}, {row['seconds']:.0f} s", file=sys.stderr, flush=True)

    rows = [r for r in results.read(chosen.results) if r["set"] == name and r["seed"] in seeds and epochs in (None, r["epochs"])]
    groups = [(config, [r for r in rows if r["anchors_hash"] == key]) for config, _, key in drawn]
    groups = [(config, found) for config, found in groups if found]
    if groups:
        print(f"\n{name}: {len(voc.train)} images to train on, {len(voc.test)} to test on; mean ± standard deviation over seeds\n")
        print(tables.table(groups) + "\n\n" + tables.curves(groups))


if __name__ == "__main__":
    main()
