using System;
using System.Linq;

namespace AnchorFit.Reporting.Html;

/// <summary>Addresses of files, from the page's own folder.</summary>
internal static class RelativeLink
{
    /// <summary>
    /// The address of a file: every part encoded, and begun so that no name can be taken for a scheme or a host.
    /// Halves of surrogate pairs, which no file has that a browser could open, give none.
    /// </summary>
    /// <param name="path">From the page's folder, with forward slashes.</param>
    public static string? To(string path)
    {
        try
        {
            return "./" + string.Join("/", path.Split('/').Select(Uri.EscapeDataString));
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
