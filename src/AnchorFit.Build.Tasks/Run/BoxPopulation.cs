using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>The boxes of all annotation files, brought to resized pixels, and the classes they have.</summary>
internal sealed class BoxPopulation
{
    private readonly List<BoxSize> _sizes = [];

    private BoxPopulation()
    {
    }

    public int FileCount { get; private set; }

    /// <summary>Objects in the files, with or without a usable box.</summary>
    public long ObjectCount { get; private set; }

    /// <summary>Sizes of the boxes to fit, in resized pixels.</summary>
    public IReadOnlyList<BoxSize> Sizes => _sizes;

    /// <summary>The classes of all objects, with or without a usable box.</summary>
    public ClassCensus Classes { get; } = new();

    /// <summary>Takes the boxes of the files, in order, and tells what was wrong with them.</summary>
    /// <param name="files">What was read.</param>
    /// <param name="resize">The config's resizer.</param>
    /// <param name="settings">What counts.</param>
    /// <param name="diagnostics">Receives the files' diagnostics, after policy.</param>
    public static BoxPopulation Gather(
        IReadOnlyList<AnnotationFile> files, ImageResize resize, FitSettings settings, DiagnosticBag diagnostics)
    {
        var population = new BoxPopulation();
        foreach (AnnotationFile file in files)
        {
            if (FileClasses.Find(file, settings.ClassPattern, diagnostics) is not { } classes)
            {
                break;
            }

            population.Add(file, classes, resize, settings, diagnostics);
        }

        return population;
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private void Add(AnnotationFile file, FileClasses classes, ImageResize resize, FitSettings settings, DiagnosticBag diagnostics)
    {
        FileCount++;
        ObjectCount += file.ObjectCount;
        foreach (Diagnostic diagnostic in file.Diagnostics)
        {
            if (classes.Concerns(diagnostic))
            {
                Report(diagnostic, settings.InvalidBoxes, diagnostics);
            }
        }

        Meet(file, classes);

        bool sizeIsMissing = resize.ChangesBoxShape && file.Images is [{ Size: null }];
        if (sizeIsMissing && file.Boxes.Count > 0)
        {
            string fault = file.Images[0].SizeFault ?? "the image's size is not known";
            Report(AnnotationDiagnostics.ImageSizeNeeded(file.Path, file.Images[0].SizeAt, fault, resize.ProtoName), settings.InvalidBoxes, diagnostics);
        }

        if (sizeIsMissing)
        {
            return;
        }

        for (int i = 0; i < file.Boxes.Count; i++)
        {
            GroundTruthBox box = file.Boxes[i];
            if (settings.IncludeDifficult || (box.Flags & BoxFlags.Difficult) == BoxFlags.None)
            {
                Add(box, classes.Of(box), file, resize, settings, diagnostics);
            }
        }
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private void Add(GroundTruthBox box, string? className, AnnotationFile file, ImageResize resize, FitSettings settings, DiagnosticBag diagnostics)
    {
        BoxSize size = resize.ChangesBoxShape ? resize.Resize(box.Edges.Size, file.Images[box.Image].Size!.Value) : box.Edges.Size;
        if (!WeightedRatios.IsUsable(size.AspectRatio))
        {
            var at = new LinePosition(box.Line, 0);
            Report(FittingDiagnostics.UnusableAspectRatio(file.Path, at, size.Width, size.Height), settings.InvalidBoxes, diagnostics);
            return;
        }

        _sizes.Add(size);
        if (className is not null)
        {
            Classes.CountFitted(className);
        }
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private void Meet(AnnotationFile file, FileClasses classes)
    {
        foreach (string name in classes.Names)
        {
            Classes.Meet(name, file.Path);
        }

        for (int i = 0; i < file.Boxes.Count; i++)
        {
            GroundTruthBox box = file.Boxes[i];
            if (classes.Of(box) is { } name)
            {
                Classes.CountBox(name, file.Path, box.Line);
            }
        }
    }

    private static void Report(Diagnostic diagnostic, InvalidBoxPolicy invalidBoxes, DiagnosticBag diagnostics)
    {
        if (!diagnostic.Rule.ConcernsInvalidBox || invalidBoxes == InvalidBoxPolicy.Warn)
        {
            diagnostics.Add(diagnostic);
        }
        else if (invalidBoxes == InvalidBoxPolicy.Error)
        {
            diagnostics.Add(diagnostic with { Severity = DiagnosticSeverity.Error });
        }
    }
}
