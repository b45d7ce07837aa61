using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Run;
using AnchorFit.Tests.Annotations.Images;

namespace AnchorFit.Tests.Annotations.ToolExports;

/// <summary>
/// What a label tool writes of one scene: an image <c>a.png</c> of 400×300 with a cat from (100, 50) to (300, 150) and a
/// dog from (40, 60) to (80, 220).
/// </summary>
/// <param name="Tool">The tool, with the version whose format it is, and the name of the export.</param>
/// <param name="Format">The format that it is read in.</param>
/// <param name="Files">Paths and contents of the items and of what stands beside them.</param>
internal sealed record ToolExport(string Tool, string Format, params IReadOnlyList<(string Path, string Content)> Files)
{
    /// <summary>The items; the others stand beside them.</summary>
    public required string[] Items { get; init; }

    /// <summary>The item that is no text.</summary>
    public byte[]? Binary { get; init; }

    /// <summary>What the classes are called, where not <c>cat (1), dog (1)</c>.</summary>
    public string Classes { get; init; } = "cat (1), dog (1)";

    /// <summary>The tool's name, in the test's.</summary>
    public override string ToString() => Tool;

    /// <summary>A fit of two ratios to the export, with the image beside it.</summary>
    public FitOutcome Fit()
    {
        Beside beside = new();
        foreach ((string path, string content) in Files)
        {
            beside.Add(path, content);
        }

        foreach (string folder in (string[])["", "image_2/", "vott-csv-export/"])
        {
            beside.Add(folder + "a.png", TinyImages.Png(400, 300));
        }

        var request = new FitRequest(
            new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitAspectRatioCount", "2")),
            new BaseConfigSource("base.config", "base.config", Encoding.UTF8.GetBytes(Support.Fit.Config), IsBuiltIn: false),
            [.. Items.Select(item => new AnnotationSource(item, () => Open(item)))],
            "1.2.3")
        {
            FindCompanion = beside.Find,
        };
        return FitRun.Execute(request, default);
    }

    private MemoryStream Open(string item) =>
        new(Binary ?? Encoding.UTF8.GetBytes(Files.Single(f => f.Path == item).Content));
}
