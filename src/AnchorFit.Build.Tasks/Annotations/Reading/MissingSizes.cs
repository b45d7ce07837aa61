using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations.Images;
using AnchorFit.Annotations.Shapes;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Reading;

/// <summary>The sizes of images that an annotation file doesn't say, from the images' own headers.</summary>
internal static class MissingSizes
{
    /// <summary>A table may name a million images that are on another machine: after so many without one, none is looked for.</summary>
    private const int MostMisses = 1000;

    /// <summary>The file with the sizes that were found, and without boxes that lie outside of their image by them.</summary>
    /// <param name="file">Some of its images have no size.</param>
    /// <param name="format">Its format.</param>
    public static AnnotationFile Find(AnnotationFile file, AnnotationSource source, AnnotationFormat format, ReadingOptions options)
    {
        if (source.ImageSize is { } given)
        {
            return Judge(file, [.. file.Images.Select(image => image.Size is null ? image with { Size = given } : image)]);
        }

        if (format.ImageSizes == ImageSizeSource.NamedFolder && source.ImagesDirectory is null)
        {
            return file;
        }

        AnnotatedImage[] images = [.. file.Images];
        List<Companion> companions = [.. file.Companions];
        int found = 0;
        int missed = 0;
        foreach (int index in file.Boxes.Select(box => box.Image).Distinct().Where(index => images[index].Size is null))
        {
            if (found == 0 && missed == MostMisses)
            {
                break;
            }

            options.Cancellation.ThrowIfCancellationRequested();
            FoundImage image = images[index].Name is { } name
                ? ImageLookup.FindNamed(source.Path, name, source.ImagesDirectory, options.FindCompanion)
                : ImageLookup.Find(source.Path, source.ImagesDirectory, options.FindCompanion);
            companions.AddRange(image.Companions);
            found += image.Exists ? 1 : 0;
            missed += image.Exists ? 0 : 1;
            bool saysNothing = !image.Exists && source.ImagesDirectory is null && format.SizeAdvice != AnnotationFormat.AdviceOnImages;
            images[index] = saysNothing
                ? images[index]
                : images[index] with { Size = image.Size, SizeFault = image.Fault, PointerFolder = image.PointerFolder };
        }

        return found == 0 ? file with { Images = images, Companions = companions } : Judge(file, images) with { Companions = companions };
    }

    private static AnnotationFile Judge(AnnotationFile file, AnnotatedImage[] images)
    {
        var faults = new FaultLog(file.Path);
        bool[] isKept = [.. file.Boxes.Select(box => file.Unit == BoxUnit.Fractions || file.Images[box.Image].Size is not null
            || images[box.Image].Size is not { } size || IsInside(file, box, size, images[box.Image].Name, faults))];
        return file with
        {
            Images = images,
            Boxes = [.. file.Boxes.Where((_, i) => isKept[i])],
            BoxCounts = [.. file.BoxCounts.Where((_, i) => isKept[i])],
            Diagnostics = [.. file.Diagnostics, .. faults.ToList()],
        };
    }

    private static bool IsInside(AnnotationFile file, GroundTruthBox box, ImageSize size, string? image, FaultLog faults)
    {
        if (ImageBounds.Contains(size, box.Edges))
        {
            return true;
        }

        var at = new LinePosition(box.Line, 0);
        string of = (box.ClassIndex < 0 ? string.Empty : " of " + DisplayText.Quote(file.ClassNames[box.ClassIndex]))
            + (image is null ? string.Empty : " in " + DisplayText.Quote(image));
        bool isOutside = ImageBounds.IsOutside(size, box.Edges);
        faults.Add(isOutside
            ? ShapeDiagnostics.OutsideImage(file.Path, at, of, ShapeBoxes.Edges(box.Edges), ShapeBoxes.Describe(size))
            : ShapeDiagnostics.CrossesEdge(file.Path, at, of, ShapeBoxes.Edges(box.Edges), ShapeBoxes.Describe(size)));
        return !isOutside;
    }
}
