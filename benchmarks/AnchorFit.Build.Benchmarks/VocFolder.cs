using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using AnchorFit.Annotations;

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
        AnnotationReading.ReadAll(sources, threads, CancellationToken.None);

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
}
