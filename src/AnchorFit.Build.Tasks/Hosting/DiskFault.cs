using System;
using System.IO;
using System.Security;

namespace AnchorFit.Hosting;

/// <summary>Tells failures of the disk and impossible paths, which a user can mend, from broken contracts.</summary>
internal static class DiskFault
{
    public static bool Is(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException;
}
