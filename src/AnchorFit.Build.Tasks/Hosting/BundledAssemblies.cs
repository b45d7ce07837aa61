using System;
using System.IO;
using System.Reflection;

namespace AnchorFit.Hosting;

/// <summary>
/// The assemblies that lie beside the task. .NET Framework has one load context for all tasks of all packages and wants
/// the exact version that an assembly was compiled against; MSBuild on .NET does without this class.
/// </summary>
internal static class BundledAssemblies
{
    /// <summary>The file that serves a request which nothing else could serve; null where none does.</summary>
    /// <param name="requested">The full name of the assembly that is asked for.</param>
    /// <param name="requestingFile">Where the assembly lies that asks; null or empty where that isn't known.</param>
    /// <param name="folder">The task's folder, absolute.</param>
    public static string? Find(string requested, string? requestingFile, string folder)
    {
        // Other packages' requests come here too; what they are missing is theirs to bring.
        if (string.IsNullOrEmpty(requestingFile) || !ProjectPaths.Comparer.Equals(Path.GetDirectoryName(requestingFile), folder))
        {
            return null;
        }

        var name = new AssemblyName(requested);
        string file = Path.Combine(folder, name.Name + ".dll");
        return File.Exists(file) && Serves(AssemblyName.GetAssemblyName(file), name) ? file : null;
    }

    private static bool Serves(AssemblyName bundled, AssemblyName requested) =>
        (requested.Version is null || bundled.Version >= requested.Version)
        && (bundled.GetPublicKeyToken() ?? []).AsSpan().SequenceEqual(requested.GetPublicKeyToken() ?? []);
}
