using System.IO;
using AnchorFit.Hosting;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>Deletes the temporary files that killed builds left; for Clean. A fit does the same without being asked.</summary>
[MSBuildMultiThreadableTask]
public sealed class RemoveLeftovers : Microsoft.Build.Utilities.Task
{
    /// <summary>The project's file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>The files that fits write.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        var paths = new ProjectPaths(Path.GetDirectoryName(ProjectFile)!);
        foreach (ITaskItem file in Files)
        {
            TemporaryFile.RemoveLeftovers(file.ItemSpec, paths);
        }

        return true;
    }
}
