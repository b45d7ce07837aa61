using System.Collections.Generic;
using System.Diagnostics;
using AnchorFit.Run;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>What the tasks share that read the annotations and fit: to write the result, or to compare it.</summary>
public abstract class FittingTask : AnchorFitTask
{
    /// <summary>Files of the project that no output may overwrite.</summary>
    public ITaskItem[] ProtectedFiles { get; set; } = [];

    /// <summary>Tell on long reads how far they are.</summary>
    public bool ShowProgress { get; set; }

    /// <summary>Files that are neither output nor input of the fit.</summary>
    private protected IEnumerable<string> OtherFiles()
    {
        yield return ProjectFile;
        yield return CacheFile;
        yield return StampFile;
        foreach (ITaskItem item in ProtectedFiles)
        {
            yield return item.ItemSpec;
        }
    }

    /// <summary>Who is told how far the read is; null where nothing is to be told.</summary>
    private protected ReadingProgress? Progress()
    {
        if (!ShowProgress)
        {
            return null;
        }

        var clock = Stopwatch.StartNew();
        return new ReadingProgress(() => clock.Elapsed, line => Log.LogMessage(MessageImportance.Normal, "AnchorFit: {0}", line));
    }

    private protected void LogDetails(FitResult result)
    {
        foreach (string line in result.Details)
        {
            Diagnostics.Tell(MessageImportance.Normal, "AnchorFit: " + line);
        }
    }
}
