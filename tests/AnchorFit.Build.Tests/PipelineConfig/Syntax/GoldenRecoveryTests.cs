using System;
using System.IO;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

/// <summary>
/// Broken files, each beside the diagnostics that it gives and the fields that are understood all the same.
/// ANCHORFIT_UPDATE_GOLDEN=1 rewrites the expectations.
/// </summary>
public class GoldenRecoveryTests
{
    private static readonly string Folder = Path.Combine(
        Repository.Root, "tests", "AnchorFit.Build.Tests", "PipelineConfig", "Syntax", "Golden");

    public static TheoryData<string> Names()
        => new(Directory.EnumerateFiles(Folder, "*.config").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void DiagnosticsAndTree(string name)
    {
        Assert.True(ConfigText.TryDecode(name + ".config", File.ReadAllBytes(Path.Combine(Folder, name + ".config")), out SourceText? source, out _));
        ConfigDocument document = SyntaxAssert.Consistent(source.Content, source.Path);
        string actual = string.Concat(document.Diagnostics.Select(item => item + "\n")) + "--\n" + TreeText.Write(document);
        string expectedPath = Path.Combine(Folder, name + ".expected.txt");
        if (Environment.GetEnvironmentVariable("ANCHORFIT_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(expectedPath, actual);
        }

        Assert.Equal(File.ReadAllText(expectedPath), actual);
    }
}
