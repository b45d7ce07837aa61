using System;
using System.Collections.Generic;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>Turns what was read of a PASCAL VOC file into boxes that are right, and words about those that are not.</summary>
internal static class PascalVocFile
{
    /// <summary>Judges every object; the image's size may have come after them.</summary>
    public static AnnotationFile Assemble(string path, IReadOnlyList<PascalVocObject> objects, PascalVocSize size)
    {
        var faults = new FaultLog(path);
        List<string> classNames = [];
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        List<GroundTruthBox> boxes = new(objects.Count);
        foreach (PascalVocObject read in objects)
        {
            int classIndex = read.Name is null ? -1 : IndexOf(classNames, indices, read.Name);
            if (read.Check(path, size.Value, faults) is not { } box)
            {
                continue;
            }

            if (size.Value is { } image && ImageBounds.Check(image, box, path, read.BoxAt, read.Name) is { } bounds)
            {
                faults.Add(bounds);
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
            Diagnostics = faults.ToList(),
        };
    }

    private static int IndexOf(List<string> names, Dictionary<string, int> indices, string name)
    {
        if (!indices.TryGetValue(name, out int index))
        {
            index = names.Count;
            names.Add(name);
            indices.Add(name, index);
        }

        return index;
    }
}
