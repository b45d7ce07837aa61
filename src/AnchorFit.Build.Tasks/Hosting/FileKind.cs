using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace AnchorFit.Hosting;

/// <summary>What stands under a path, links followed.</summary>
internal enum FileKind
{
    /// <summary>Nothing, or the system didn't say: opening it will.</summary>
    Unknown,
    Regular,
    Folder,

    /// <summary>A pipe, a device or a socket.</summary>
    Special,
}

/// <summary>
/// Asks the system what a file is without opening it. .NET has no word for pipes and devices, so on Linux and macOS the
/// C library is asked; on Windows they aren't found under the path of a file.
/// </summary>
internal static class FileKinds
{
    private const int CurrentFolder = -100;
    private const uint TypeOnly = 1;
    private const int TypeMask = 0xF000;
    private const int RegularType = 0x8000;
    private const int FolderType = 0x4000;

    // Where stx_mode is in Linux's struct statx, the same on every processor; and st_mode in macOS's struct stat.
    private const int LinuxMode = 28;
    private const int MacMode = 4;

    private delegate int Query(byte[] path, byte[] answer);

    private static readonly Query? s_query = FindQuery();

#if NET
    private static bool IsLinux => OperatingSystem.IsLinux();

    private static bool IsMacOS => OperatingSystem.IsMacOS();
#else
    private static bool IsLinux => RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    private static bool IsMacOS => RuntimeInformation.IsOSPlatform(OSPlatform.OSX);
#endif

    public static FileKind Of(string path)
    {
        if (s_query is null)
        {
            return Directory.Exists(path) ? FileKind.Folder : FileKind.Unknown;
        }

        byte[] answer = new byte[256];
        return s_query(Encoding.UTF8.GetBytes(path + "\0"), answer) != 0
            ? FileKind.Unknown
            : (BitConverter.ToUInt16(answer, IsLinux ? LinuxMode : MacMode) & TypeMask) switch
            {
                RegularType => FileKind.Regular,
                FolderType => FileKind.Folder,
                _ => FileKind.Special,
            };
    }

    // Not there: a C library before 2018, and systems that we don't know.
    private static Query? FindQuery()
    {
        Query? query = IsLinux ? (path, answer) => StatX(CurrentFolder, path, 0, TypeOnly, answer)
            : !IsMacOS ? null
            : RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatWith64BitNodes
            : Stat;
        try
        {
            query?.Invoke([(byte)'/', 0], new byte[256]);
            return query;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, byte[] path, int flags, uint mask, byte[] answer);

    [DllImport("libc", EntryPoint = "stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(byte[] path, byte[] answer);

    [DllImport("libc", EntryPoint = "stat$INODE64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatWith64BitNodes(byte[] path, byte[] answer);
}
