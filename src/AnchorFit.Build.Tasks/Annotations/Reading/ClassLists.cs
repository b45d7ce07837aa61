using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations.Yolo;

namespace AnchorFit.Annotations.Reading;

/// <summary>
/// The lists of classes of annotation files. A hundred thousand files may share one beside them, which none of them
/// repeats, so it is read once for all.
/// </summary>
/// <param name="find">Looks for a file beside the annotations.</param>
internal sealed class ClassLists(Func<string, CompanionFile> find)
{
    private readonly DatasetFiles _files = new(find);
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);

    /// <summary>The classes that a file lists, or that a file beside it does which no file before has named.</summary>
    public IReadOnlyList<ListedClass> NewIn(AnnotationFile file) =>
        file.ClassListPath is { } path && _met.Add(path)
            ? [.. _files.Get(path).Names.Select(entry => new ListedClass(entry.Value, entry.Key + 1)), .. file.ListedClasses]
            : file.ListedClasses;
}
