using System;
using System.IO;
using System.Security;

namespace AnchorFit.Diagnostics;

/// <summary>Failures of the disk and impossible paths, which a user can mend; unlike broken contracts.</summary>
internal static class DiskFault
{
    public static bool Is(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException;

    /// <summary>Why a file can't be read, as a clause; in words of our own where the exception's repeat the path as the machine sees it.</summary>
    public static string Reason(Exception exception) =>
        exception is FileNotFoundException ? "it does not exist"
        : exception is DirectoryNotFoundException ? "its folder does not exist"
        : exception is UnauthorizedAccessException or SecurityException ? "access is denied"
        : exception.Message;

    /// <summary>There is no such file.</summary>
    public static bool IsMissing(Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException;
}
