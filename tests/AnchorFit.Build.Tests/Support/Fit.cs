using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Run;

namespace AnchorFit.Tests.Support;

/// <summary>Runs the whole engine from strings or folders.</summary>
internal static class Fit
{
    /// <summary>An SSD config whose resizer leaves images of 400×300 pixels as they are.</summary>
    public const string Config = """
        model {
          ssd {
            num_classes: 90
            image_resizer { fixed_shape_resizer { height: 300 width: 400 } }
            anchor_generator {
              ssd_anchor_generator {
                aspect_ratios: 1.0  # square
              }
            }
          }
        }

        """;

    public static FitOutcome Run(string config, IEnumerable<(string Path, string Xml)> files, Func<RawSettings, RawSettings>? settings = null) =>
        Run(
            new BaseConfigSource("base.config", "base.config", Encoding.UTF8.GetBytes(config), IsBuiltIn: false),
            files.Select(f => new AnnotationSource(f.Path, () => new MemoryStream(Encoding.UTF8.GetBytes(f.Xml)))),
            settings);

    public static FitOutcome RunFolder(string configFile, string folder, int aspectRatioCount) => Run(
        new BaseConfigSource(Path.GetFileName(configFile), Path.GetFileName(configFile), File.ReadAllBytes(configFile), IsBuiltIn: false),
        Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal).Select(f => new AnnotationSource(f, () => File.OpenRead(f))),
        s => s with { AspectRatioCount = aspectRatioCount.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    public static string Text(FitOutcome outcome) => Encoding.UTF8.GetString(outcome.Result!.PipelineConfig);

    public static JsonElement Json(FitOutcome outcome)
    {
        using JsonDocument document = JsonDocument.Parse(outcome.Result!.SummaryJson);
        return document.RootElement.Clone();
    }

    private static FitOutcome Run(BaseConfigSource config, IEnumerable<AnnotationSource> sources, Func<RawSettings, RawSettings>? settings)
    {
        var raw = new RawSettings { ProjectFile = "x.csproj", AspectRatioCount = "1" };
        return FitRun.Execute(new FitRequest(settings is null ? raw : settings(raw), config, [.. sources], "1.2.3"), CancellationToken.None);
    }
}
