using System;
using System.Threading;

namespace AnchorFit.Annotations;

/// <summary>What a run wants of its readers, the same for every file.</summary>
internal sealed record ReadingOptions
{
    /// <summary>
    /// The size of an image matters to boxes that are fractions of it: the resizer doesn't bring all images to one
    /// size. Only then is an image opened for the sake of its size.
    /// </summary>
    public bool NeedsImageSizes { get; init; }

    /// <summary>The size of an image matters to boxes that are in its pixels: the resizer changes shapes.</summary>
    public bool NeedsImageSizesOfPixels { get; init; }

    /// <summary>Check the checksum of every record's content, which means to read all of it.</summary>
    public bool CheckRecords { get; init; }

    /// <summary>Looks for a file beside the annotations, on any thread.</summary>
    public Func<string, CompanionFile> FindCompanion { get; init; } = path => new CompanionFile(new Companion(path, string.Empty), null);

    /// <summary>Told, now and then and on any thread, how many boxes more were read of a large file.</summary>
    public Action<int> BoxesRead { get; init; } = _ => { };

    /// <summary>Whether the run needs the sizes of images whose boxes are given so.</summary>
    public bool NeedsSizes(BoxUnit unit) => unit == BoxUnit.Fractions ? NeedsImageSizes : NeedsImageSizesOfPixels;

    /// <summary>Looked at now and then while a large file is read.</summary>
    public CancellationToken Cancellation { get; init; }
}
