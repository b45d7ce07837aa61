using System;
using System.Threading;

namespace AnchorFit.Annotations;

/// <summary>What a run wants of its readers, the same for every file.</summary>
internal sealed record ReadingOptions
{
    /// <summary>
    /// The resizer leaves the shape of an image as it is: sizes of images matter even where boxes are fractions. Only
    /// then is an image opened for the sake of its size.
    /// </summary>
    public bool NeedsImageSizes { get; init; }

    /// <summary>Check the checksum of every record's content, which means to read all of it.</summary>
    public bool CheckRecords { get; init; }

    /// <summary>Looks for a file beside the annotations, on any thread.</summary>
    public Func<string, CompanionFile> FindCompanion { get; init; } = path => new CompanionFile(new Companion(path, string.Empty), null);

    /// <summary>Told, now and then and on any thread, how many boxes more were read of a large file.</summary>
    public Action<int> BoxesRead { get; init; } = _ => { };

    /// <summary>Looked at now and then while a large file is read.</summary>
    public CancellationToken Cancellation { get; init; }
}
