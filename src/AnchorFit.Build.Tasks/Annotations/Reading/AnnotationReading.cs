using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Reading;

/// <summary>Reads many annotation files on several threads. The result does not depend on their number.</summary>
internal static class AnnotationReading
{
    /// <summary>Reads every source; the results stand in the order of the sources.</summary>
    /// <param name="sources">What to read.</param>
    /// <param name="maxThreads">How many files may be open at once, at least 1.</param>
    /// <param name="options">
    /// What the run wants. Its cancellation stops at once: a read that hangs (a dead network drive, a named pipe) is
    /// left to itself, on a thread that keeps no process alive.
    /// </param>
    /// <param name="progress">Told how far the read is.</param>
    /// <exception cref="OperationCanceledException">Cancelled: no file is begun after that, no result is kept.</exception>
    public static IReadOnlyList<AnnotationFile> ReadAll(
        IReadOnlyList<AnnotationSource> sources, int maxThreads, ReadingOptions options, IReadingProgress? progress = null)
    {
        progress?.Begin(sources.Count);
        return Abandonable.Run(() => ReadInParallel(sources, maxThreads, options, progress), options.Cancellation);
    }

    private static AnnotationFile[] ReadInParallel(
        IReadOnlyList<AnnotationSource> sources, int maxThreads, ReadingOptions options, IReadingProgress? progress)
    {
        var files = new AnnotationFile[sources.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = maxThreads, CancellationToken = options.Cancellation };
        Parallel.For(
            0,
            sources.Count,
            parallel,
            () => new AnnotationReaderSet(options, progress),
            (index, _, readers) =>
            {
                files[index] = sources[index].Recall(options) ?? Read(sources[index], readers);
                readers.Finish(files[index]);
                return readers;
            },
            _ => { });
        return files;
    }

    private static AnnotationFile Read(AnnotationSource source, AnnotationReaderSet readers)
    {
        try
        {
            using Stream stream = source.Open();
            return readers.Read(stream, source);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return AnnotationFile.Failed(AnnotationDiagnostics.CannotRead(
                source.Path, DiskFault.Reason(exception) + (DiskFault.IsMissing(exception) ? HomePath.Hint(source.Path) : string.Empty)));
        }
    }
}

/// <summary>Is told how far a read is, on any thread; it decides nothing.</summary>
internal interface IReadingProgress
{
    /// <summary>The read begins.</summary>
    void Begin(int fileCount);

    /// <summary>So many boxes more were read, of a file that isn't finished.</summary>
    void BoxesRead(int boxes);

    /// <summary>One more file was read.</summary>
    /// <param name="boxes">Its boxes, but for those already told.</param>
    void FileRead(int boxes);
}
