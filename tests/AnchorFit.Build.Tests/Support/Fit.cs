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
        Run("base.config", Encoding.UTF8.GetBytes(config), files, settings);

    /// <summary>The same with a config of any bytes.</summary>
    public static FitOutcome Run(string configName, byte[] config, IEnumerable<(string Path, string Xml)> files, Func<RawSettings, RawSettings>? settings = null) =>
        Run(new BaseConfigSource(configName, configName, config, IsBuiltIn: false), Sources(files), settings);

    /// <param name="most">So many of the files: where the config is the subject, a few boxes do.</param>
    public static FitOutcome RunFolder(string configFile, string folder, int aspectRatioCount, string style = "", int most = int.MaxValue) => Run(
        new BaseConfigSource(Path.GetFileName(configFile), Path.GetFileName(configFile), File.ReadAllBytes(configFile), IsBuiltIn: false),
        Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal).Take(most).Select(f => new AnnotationSource(f, () => File.OpenRead(f))),
        s => s.With(("AnchorFitAspectRatioCount", aspectRatioCount.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("AnchorFitConfigStyle", style)));

    public static string Text(FitOutcome outcome) => Encoding.UTF8.GetString(outcome.Result!.PipelineConfig);

    public static JsonElement Json(FitOutcome outcome)
    {
        using JsonDocument document = JsonDocument.Parse(outcome.Result!.SummaryJson);
        return document.RootElement.Clone();
    }

    /// <summary>The same with an existing label map <c>map.pbtxt</c>.</summary>
    public static FitOutcome RunWithLabelMap(string labelMap, IEnumerable<(string Path, string Xml)> files, Func<RawSettings, RawSettings>? settings = null) => Run(
        new BaseConfigSource("base.config", "base.config", Encoding.UTF8.GetBytes(Config), IsBuiltIn: false),
        Sources(files),
        settings,
        new LabelMapSource("map.pbtxt", Encoding.UTF8.GetBytes(labelMap)));

    /// <summary>A fit of files of any format, with other files beside them.</summary>
    public static FitOutcome RunBeside(
        Func<string, CompanionFile> findCompanion, IEnumerable<(string Path, string Text)> files, Func<RawSettings, RawSettings>? settings = null, string? labelMap = null) => Run(
        new BaseConfigSource("base.config", "base.config", Encoding.UTF8.GetBytes(Config), IsBuiltIn: false),
        Sources(files),
        settings,
        labelMap is null ? null : new LabelMapSource("map.pbtxt", Encoding.UTF8.GetBytes(labelMap)),
        findCompanion);

    /// <summary>A fit of files of any bytes.</summary>
    public static FitOutcome RunBytes(IEnumerable<(string Path, byte[] Content)> files) => Run(
        new BaseConfigSource("base.config", "base.config", Encoding.UTF8.GetBytes(Config), IsBuiltIn: false),
        files.Select(f => new AnnotationSource(f.Path, () => new MemoryStream(f.Content))),
        settings: null);

    public static string LabelMap(FitOutcome outcome) => Encoding.UTF8.GetString(outcome.Result!.LabelMap!);

    private static IEnumerable<AnnotationSource> Sources(IEnumerable<(string Path, string Xml)> files) =>
        files.Select(f => new AnnotationSource(f.Path, () => new MemoryStream(Encoding.UTF8.GetBytes(f.Xml))));

    private static FitOutcome Run(
        BaseConfigSource config,
        IEnumerable<AnnotationSource> sources,
        Func<RawSettings, RawSettings>? settings,
        LabelMapSource? labelMap = null,
        Func<string, CompanionFile>? findCompanion = null)
    {
        var raw = new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitAspectRatioCount", "1"));
        var request = new FitRequest(settings is null ? raw : settings(raw), config, [.. sources], "1.2.3") { LabelMap = labelMap };
        return FitRun.Execute(findCompanion is null ? request : request with { FindCompanion = findCompanion }, CancellationToken.None);
    }
}
