#!/usr/bin/env python3
"""Reads a COCO file as people do in Python: json.load, then the boxes with their images and categories.

usage: read.py FILE

Prints the time after the imports, the process's peak memory, and what was found.
"""
import json
import resource
import sys
import time


def read(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    images = {image["id"]: (image["width"], image["height"]) for image in data["images"]}
    names = {category["id"]: category["name"] for category in data["categories"]}
    boxes = []
    for annotation in data["annotations"]:
        x, y, width, height = annotation["bbox"]
        image_width, image_height = images[annotation["image_id"]]
        if width > 0 and height > 0 and x + width <= image_width and y + height <= image_height:
            boxes.append((x, y, width, height, names[annotation["category_id"]]))
    return boxes


def main():
    start = time.perf_counter()
    boxes = read(sys.argv[1])
    milliseconds = (time.perf_counter() - start) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    area = sum(box[2] * box[3] for box in boxes)
    print(f"read {milliseconds:.1f} ms, peak {peak:.0f} MB, {len(boxes)} boxes, "
          f"{len({box[4] for box in boxes})} classes, area {area:.0f}")


if __name__ == "__main__":
    main()
