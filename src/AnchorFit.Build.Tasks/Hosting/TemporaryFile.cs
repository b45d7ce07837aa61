using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>
/// The files that become others by renaming. Their names say which process of which machine writes them, so that what a
/// killed build left can be told from what a running one needs.
/// </summary>
internal static class TemporaryFile
{
    private const string Extension = ".tmp";
    private static readonly TimeSpan s_longestWrite = TimeSpan.FromDays(1);

    // Folders may be shared with other machines and with containers, whose numbers of processes say nothing here.
    private static readonly string s_machine = Digest.Of(Encoding.UTF8.GetBytes(Environment.MachineName)).Substring(0, 8);
    private static readonly string s_process = CurrentProcess();

    /// <summary>A new name beside the file: <c>.NAME.MACHINE-PROCESS-RANDOM.tmp</c>.</summary>
    public static string For(string path) => Path.Combine(
        Path.GetDirectoryName(path)!,
        "." + Path.GetFileName(path) + "." + s_machine + "-" + s_process + "-" + Guid.NewGuid().ToString("N").Substring(0, 8) + Extension);

    /// <summary>
    /// Deletes what killed builds left beside a file: temporary files of it whose process is gone, or that are older than
    /// a day. No other file is touched, and one that can't be deleted is left.
    /// </summary>
    /// <param name="path">A file that fits write.</param>
    /// <param name="project">The project that a relative path counts from.</param>
    public static void RemoveLeftovers(string path, ProjectPaths project)
    {
        try
        {
            string file = AtomicFile.FileBehind(project.Absolute(path));
            var folder = new DirectoryInfo(Path.GetDirectoryName(file)!);
            foreach (FileInfo found in folder.Exists ? folder.GetFiles("." + Path.GetFileName(file) + ".*" + Extension) : [])
            {
                if (IsLeftover(found, Path.GetFileName(file)))
                {
                    found.Delete();
                }
            }
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // It waits for another build.
        }
    }

#pragma warning disable RS0030 // The clock decides on litter, on nothing that is built.
    private static bool IsLeftover(FileInfo file, string name) =>
        ProcessOf(file.Name, name) is { } writer
        && ((writer.Machine == s_machine && IsGone(writer.Process)) || DateTime.UtcNow - file.LastWriteTimeUtc > s_longestWrite);
#pragma warning restore RS0030

    private static (string Machine, int Process)? ProcessOf(string temporary, string name)
    {
        string prefix = "." + name + ".";
        return temporary.StartsWith(prefix, StringComparison.Ordinal)
            && temporary.Substring(prefix.Length, temporary.Length - prefix.Length - Extension.Length).Split('-') is [{ Length: 8 } machine, var process, { Length: 8 } random]
            && IsHexadecimal(machine) && IsHexadecimal(random)
            && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                ? (machine, id)
                : null;
    }

    private static bool IsHexadecimal(string text) => uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    private static bool IsGone(int process)
    {
        try
        {
            Process.GetProcessById(process).Dispose();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static string CurrentProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.Id.ToString(CultureInfo.InvariantCulture);
    }
}
