using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace AnchorFit.Reporting.Html;

/// <summary>The style sheet of the report, which the assembly carries: both themes, narrow screens, paper.</summary>
internal static class Stylesheet
{
    private const string ResourceName = "AnchorFit.Report.css";

    /// <summary>The text, as it stands in the page.</summary>
    public static string Text { get; } = Load();

    /// <summary>
    /// The policy that lets a browser apply this very style sheet and show images that the page itself holds, and nothing
    /// else: no script, no other style, no font, no connection, no form.
    /// </summary>
    public static string Policy { get; } = $"default-src 'none'; style-src 'sha256-{Digest(Text)}'; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Load()
    {
        using Stream stream = typeof(Stylesheet).Assembly.GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    private static string Digest(string text)
    {
        using var algorithm = SHA256.Create();
        return Convert.ToBase64String(algorithm.ComputeHash(new MemoryStream(Encoding.UTF8.GetBytes(text))));
    }
}
