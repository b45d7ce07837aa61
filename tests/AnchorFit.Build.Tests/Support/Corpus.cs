using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace AnchorFit.Tests.Support;

/// <summary>Real data sets and configs, which are not part of the repository. Tests that need them are a <see cref="CorpusFactAttribute"/> or <see cref="CorpusTheoryAttribute"/>.</summary>
internal static class Corpus
{
    /// <summary>The corpus folder: <c>ANCHORFIT_CORPUS</c>, else <c>shared/corpus</c> beside the repository; null when absent.</summary>
    public static string? Directory { get; } = Find();

    /// <summary>The corpus folder; the test is skipped when there is none.</summary>
    public static string Require()
    {
        if (Directory is null)
        {
            Assert.Skip("The corpus is absent: set ANCHORFIT_CORPUS to its folder.");
        }

        return Directory;
    }

    /// <summary>The folder of the raccoon set's PASCAL VOC files.</summary>
    public static string RaccoonAnnotations() => Path.Combine(Require(), "raccoon", "annotations");

    /// <summary>Every pipeline config of the corpus, sorted.</summary>
    public static IEnumerable<string> Configs() =>
        System.IO.Directory.EnumerateFiles(Path.Combine(Require(), "configs"), "*.config").Order(StringComparer.Ordinal);

    /// <summary>The same with those of the folder that <c>ANCHORFIT_CONFIGS</c> names, for a look at configs that nobody has seen.</summary>
    public static IEnumerable<string> AllConfigs() =>
        Environment.GetEnvironmentVariable("ANCHORFIT_CONFIGS") is { Length: > 0 } more
            ? Configs().Concat(System.IO.Directory.EnumerateFiles(more, "*.config").Order(StringComparer.Ordinal))
            : Configs();

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("ANCHORFIT_CORPUS");
        if (!string.IsNullOrEmpty(named))
        {
            return System.IO.Directory.Exists(named) ? named : null;
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
