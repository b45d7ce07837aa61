"""Reads a folder of PASCAL VOC: boxes in fractions of the image, images as small tensors."""

import os
import xml.etree.ElementTree as ElementTree

import numpy as np


class VocSet:
    """`train` and `test` are lists of (name, boxes n x 4 in fractions, class numbers n); `classes` the names, sorted."""

    def __init__(self, folder, train="trainval.txt", test="test.txt"):
        self.folder = folder
        lists = [self._names(train), self._names(test)]
        parsed = {name: self._objects(name) for name in sorted(set(lists[0] + lists[1]))}
        self.classes = sorted({kind for objects in parsed.values() for kind, _ in objects})
        number = {kind: i for i, kind in enumerate(self.classes)}
        self.train, self.test = ([
            (name, np.array([box for _, box in parsed[name]]).reshape(-1, 4), np.array([number[kind] for kind, _ in parsed[name]], int))
            for name in names] for names in lists)

    def _names(self, file):
        with open(os.path.join(self.folder, file), encoding="utf-8") as lines:
            return [line.split()[0] for line in lines if line.strip()]

    def _objects(self, name):
        """(class, box) of each object that has an area, as the package reads them: fractions of the size that the XML states."""
        root = ElementTree.parse(os.path.join(self.folder, "Annotations", name + ".xml")).getroot()
        width, height = float(root.find("size/width").text), float(root.find("size/height").text)
        objects = []
        for item in root.iter("object"):
            left, top, right, bottom = (float(item.find("bndbox/" + side).text) for side in ("xmin", "ymin", "xmax", "ymax"))
            if right > left and bottom > top:
                objects.append((item.find("name").text, (left / width, top / height, right / width, bottom / height)))
        return objects

    def images(self, part, side):
        """The images of `train` or `test`, resized to side x side, as bytes: n x 3 x side x side."""
        from PIL import Image

        loaded = np.empty((len(part), 3, side, side), np.uint8)
        for i, (name, _, _) in enumerate(part):
            path = next(p for p in (os.path.join(self.folder, "JPEGImages", name + end) for end in (".jpg", ".jpeg", ".png", ".bmp")) if os.path.exists(p))
            with Image.open(path) as image:
                loaded[i] = np.asarray(image.convert("RGB").resize((side, side), Image.BILINEAR)).transpose(2, 0, 1)
        return loaded
