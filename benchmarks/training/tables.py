"""Tables in Markdown of what the trainings brought."""

from statistics import mean, stdev


def spread(values):
    """Mean and standard deviation over the seeds."""
    return f"{mean(values):.1f} ± {stdev(values):.1f}" if len(values) > 1 else f"{values[0]:.1f}"


def _reaches(rows, target):
    """The mean over seeds of the first epoch at which AP reaches the target; a dash where a seed never does."""
    epochs = [next((epoch for epoch, value in row["curve"] if value >= target), None) for row in rows]
    return "–" if None in epochs else f"{mean(epochs):.0f}"


def table(groups):
    """groups: (name, rows of all seeds) for each config, the base first; all of one set."""
    base = groups[0][1]
    classes, sizes = list(base[0]["classes"]), list(base[0]["sizes"])
    target = mean(r["AP"] for r in base)
    lines = ["| config | seeds | anchors | mean best IoU | recall | positives a box, 5 %, median, 95 % | AP | AP50 | AP75 | "
             + " | ".join(f"{c}, AP50" for c in classes) + " | " + " | ".join(f"{s}, AP" for s in sizes) + " | base's AP at epoch |",
             "|---" * 2 + "|---:" * (8 + len(classes) + len(sizes)) + "|"]
    for name, rows in groups:
        row = rows[0]
        cells = [name, str(len(rows)), str(row["anchors"]), f"{row['mean_best_iou']:.1f}", f"{row['recall']:.1f}",
                 ", ".join(f"{p:g}" for p in row["positives"])]
        cells += [spread([r[figure] for r in rows]) for figure in ("AP", "AP50", "AP75")]
        cells += [spread([r["classes"][c][1] for r in rows]) for c in classes]
        cells += [spread([r["sizes"][s][0] for r in rows]) for s in sizes]
        cells.append(_reaches(rows, target))
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def curves(groups):
    """AP by epoch, the mean over the seeds."""
    epochs = [epoch for epoch, _ in groups[0][1][0]["curve"]]
    lines = ["| AP after epoch | " + " | ".join(map(str, epochs)) + " |", "|---" + "|---:" * len(epochs) + "|"]
    for name, rows in groups:
        lines.append(f"| {name} | " + " | ".join(f"{mean(r['curve'][i][1] for r in rows):.1f}" for i in range(len(epochs))) + " |")
    return "\n".join(lines)


def summary(sets, base, others):
    """One row for each set and config: AP beside the base's, the class whose AP50 fell most, when the base's AP is reached.

    sets: from a set's name to a dictionary from a config's name to its rows. The last rows are means over the sets that
    all configs were trained on.
    """
    lines = ["| set | config | seeds | AP | AP50 | AP75 | AP − base's | worst class, AP50 − base's | base's AP at epoch |", "|---|---" + "|---:" * 7 + "|"]
    gains = {name: [] for name in others}
    for data, configs in sets.items():
        for name in [base, *others]:
            if base not in configs or name not in configs:
                continue
            rows, against = configs[name], configs[base]
            gain = mean(r["AP"] for r in rows) - mean(r["AP"] for r in against)
            classes = {c: mean(r["classes"][c][1] for r in rows) - mean(r["classes"][c][1] for r in against) for c in rows[0]["classes"]}
            worst = min(classes, key=classes.get)
            cells = [data if name == base else "", name, str(len(rows))] + [spread([r[figure] for r in rows]) for figure in ("AP", "AP50", "AP75")]
            cells += ["", ""] if name == base else [f"{gain:+.1f}", f"{worst} {classes[worst]:+.1f}"]
            cells.append(f"{_reaches(rows, mean(r['AP'] for r in against))} of {rows[0]['epochs']}")
            lines.append("| " + " | ".join(cells) + " |")
            if name != base:
                gains[name].append(gain)
    complete = max(map(len, gains.values()), default=0)
    for name, values in gains.items():
        if values and len(values) == complete:
            lines.append(f"| mean of {complete} | {name} | | | | | {mean(values):+.1f} | | |")
    return "\n".join(lines)
