#!/usr/bin/env python3
"""Prints one table of all sets from a file of results.

usage: summarise.py RESULTS BASE CONFIG...      (names of configs, as in the file)
"""

import sys

import results
import tables


def main(arguments):
    if len(arguments) < 3:
        sys.exit(__doc__)
    sets = {}
    for row in results.read(arguments[0]):
        sets.setdefault(row["set"], {}).setdefault(row["config"], []).append(row)
    print(tables.summary(sets, arguments[1], arguments[2:]))


if __name__ == "__main__":
    main(sys.argv[1:])
