using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>Turns what was read of a PASCAL VOC file into boxes that are right, and words about those that are not.</summary>
internal static class PascalVocFile
{
    /// <summary>Judges every object; the image's size may have come after them.</summary>
    public static AnnotationFile Assemble(string path, IReadOnlyList<PascalVocObject> objects, PascalVocSize size)
    {
        List<Diagnostic> diagnostics = [];
        List<string> classNames = [];
        List<GroundTruthBox> boxes = new(objects.Count);
        foreach (PascalVocObject read in objects)
        {
            int classIndex = read.Name is null ? -1 : IndexOf(classNames, read.Name);
            if (read.Check(path, diagnostics) is not { } box)
            {
                continue;
            }

            if (size.Value is { } image && ImageBounds.Check(image, box, path, read.BoxAt, read.Name) is { } bounds)
            {
                diagnostics.Add(bounds);
                if (ImageBounds.IsOutside(image, box))
                {
                    continue;
                }
            }

            boxes.Add(new GroundTruthBox(box, classIndex, read.Flags, read.BoxAt.Line));
        }

        return new AnnotationFile
        {
            Path = path,
            Images = [new AnnotatedImage(size.Value, size.At) { SizeFault = size.Fault }],
            ClassNames = classNames.ToArray(),
            Boxes = boxes.ToArray(),
            ObjectCount = objects.Count,
            Diagnostics = diagnostics.OrderBy(d => d.Start.Line).ThenBy(d => d.Start.Column).ToArray(),
        };
    }

    private static int IndexOf(List<string> names, string name)
    {
        int index = names.IndexOf(name);
        if (index < 0)
        {
            index = names.Count;
            names.Add(name);
        }

        return index;
    }
}
