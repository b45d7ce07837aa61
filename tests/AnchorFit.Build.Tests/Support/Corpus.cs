using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace AnchorFit.Tests.Support;

/// <summary>Real configs and annotations, which the repository does not contain. Tests that need them skip without.</summary>
internal static class Corpus
{
    /// <summary>The folder named by ANCHORFIT_CORPUS, or <c>shared/corpus</c> beside the repository; null without either.</summary>
    public static string? Directory { get; } = Find();

    public static string Require()
    {
        if (Directory is null)
        {
            Assert.Skip("The corpus is not here: set ANCHORFIT_CORPUS to its folder.");
        }

        return Directory;
    }

    public static string RaccoonAnnotations() => Path.Combine(Require(), "raccoon", "annotations");

    public static IEnumerable<string> Configs()
        => System.IO.Directory.EnumerateFiles(Path.Combine(Require(), "configs"), "*.config").Order(StringComparer.Ordinal);

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("ANCHORFIT_CORPUS");
        if (!string.IsNullOrEmpty(named))
        {
            return named;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "corpus");
            if (System.IO.Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
