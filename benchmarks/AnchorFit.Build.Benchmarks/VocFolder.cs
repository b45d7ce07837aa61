using System;
using System.Collections.Generic;
using System.IO;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Geometry;

namespace AnchorFit.Benchmarks;

/// <summary>A folder of PASCAL VOC files as the engine gets it: paths in ordinal order, opened when read.</summary>
internal static class VocFolder
{
    public static IReadOnlyList<AnnotationSource> Sources(string folder)
    {
        string[] paths = Directory.GetFiles(folder, "*.xml");
        Array.Sort(paths, StringComparer.Ordinal);
        return Array.ConvertAll(paths, path => new AnnotationSource(path, () => Open(path)));
    }

    public static IReadOnlyList<AnnotationFile> Read(IReadOnlyList<AnnotationSource> sources, int threads) =>
        AnnotationReading.ReadAll(sources, threads, new ReadingOptions());

    /// <summary>The boxes in an input of 320×320.</summary>
    public static List<BoxSize> Resized(IEnumerable<AnnotationFile> files)
    {
        ImageResize.FixedShape resize = new(Height: 320, Width: 320);
        List<BoxSize> boxes = [];
        foreach (AnnotationFile file in files)
        {
            if (file.Images is [{ Size: { } image }])
            {
                foreach (GroundTruthBox box in file.Boxes)
                {
                    boxes.Add(resize.Resize(box.Edges.Size, image));
                }
            }
        }

        return boxes;
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
}
