using System;
using System.Collections.Generic;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary>The classes of one file's objects: those that the objects name, or those that the names of images say.</summary>
internal sealed class FileClasses
{
    private readonly int[]? _classOfImage;

    private FileClasses(IReadOnlyList<string> names, bool areIds, int[]? classOfImage = null)
    {
        Names = names;
        AreIds = areIds;
        _classOfImage = classOfImage;
    }

    /// <summary>Every class of the file, each once; those of objects without a usable box too.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names are ids, since the format has only numbers.</summary>
    public bool AreIds { get; }

    /// <summary>The class of a box as index into <see cref="Names"/>; -1 where it has none.</summary>
    public int Of(GroundTruthBox box) => _classOfImage is null ? box.ClassIndex : _classOfImage[box.Image];

    /// <summary>Whether a fault of the file matters with these classes.</summary>
    public bool Concerns(Diagnostic diagnostic) => _classOfImage is null || diagnostic.Rule != AnnotationDiagnostics.NameMissing;

    /// <summary>The file's classes; null, with an error, where finding them takes too long.</summary>
    public static FileClasses? Find(AnnotationFile file, ClassPattern? pattern, DiagnosticBag diagnostics) =>
        pattern is null || file.Images.Count == 0 || file.ObjectCount == 0
            ? new FileClasses(file.ClassNames, file.ClassesAreIds)
            : FromNames(file, pattern, diagnostics);

    private static FileClasses? FromNames(AnnotationFile file, ClassPattern pattern, DiagnosticBag diagnostics)
    {
        bool[] hasObjects = ImagesWithObjects(file);
        List<string> names = [];
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] classOfImage = new int[file.Images.Count];
        var faults = new FaultLog(file.Path);
        for (int i = 0; i < classOfImage.Length; i++)
        {
            classOfImage[i] = -1;
            if (!hasObjects[i])
            {
                continue;
            }

            string image = file.Images[i].Name ?? file.Path;
            if (!pattern.TryMatch(image, out string? name, out Diagnostic? timeout))
            {
                diagnostics.Add(timeout!);
                return null;
            }

            if (name is null)
            {
                faults.Add(pattern.NoMatch(file.Path, image));
            }
            else if (!indices.TryGetValue(name, out classOfImage[i]))
            {
                classOfImage[i] = names.Count;
                indices.Add(name, names.Count);
                names.Add(name);
            }
        }

        diagnostics.AddRange(faults.ToList());
        return new FileClasses(names, areIds: false, classOfImage);
    }

    // A file of one image says of every object in which image it is, of those too whose box was dropped.
    private static bool[] ImagesWithObjects(AnnotationFile file)
    {
        bool[] has = new bool[file.Images.Count];
        has[0] = has.Length == 1;
        foreach (GroundTruthBox box in file.Boxes)
        {
            has[box.Image] = true;
        }

        return has;
    }
}
