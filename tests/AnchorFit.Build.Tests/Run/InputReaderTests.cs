using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

public class InputReaderTests
{
    private readonly List<string> _asked = [];

    [Fact]
    public void TheRecordsOfTheTrainerAreRead()
    {
        FitOutcome outcome = Run("train_input_reader { tf_record_input_reader { input_path: ['a', 'b*'] } }", [Source("own.xml", "cat")], path => [Source(path, "dog")]);

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(["a", "b*"], _asked);
        Assert.Equal(3, Fit.Json(outcome).GetProperty("annotations").GetProperty("files").GetInt32());
        Assert.Equal(2, Fit.Json(outcome).GetProperty("num_classes").GetInt32());
    }

    [Fact]
    public void AnOverriddenPathCounts()
    {
        FitOutcome outcome = Run(
            "train_input_reader { tf_record_input_reader { input_path: 'PATH_TO_BE_CONFIGURED/x' } }", [], path => [Source(path, "dog")],
            s => s.WithOverrides([new RawOverride("train_input_reader.tf_record_input_reader.input_path[0]", "here.record", "", () => default)]));

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(["here.record"], _asked);
    }

    [Theory]
    [InlineData("", "base.config: error AFB4028: ")]
    [InlineData("train_input_reader { }", "base.config(12,1): error AFB4028: AnchorFitFromInputReader is true, but 'train_input_reader.tf_record_input_reader.input_path' names no records; ")]
    [InlineData("train_input_reader { tf_record_input_reader { input_path: 'PATH_TO_BE_CONFIGURED/x' } }", "base.config(12,47): error AFB4028: ")]
    [InlineData("train_input_reader { tf_record_input_reader { input_path: 'gs://b/x' } }", "base.config(12,47): error AFB4029: 'train_input_reader.tf_record_input_reader.input_path' is 'gs://b/x', and only files of this machine can be read; ")]
    [InlineData("train_input_reader { tf_record_input_reader { input_path: 'x*' } }", "base.config(12,47): error AFB4029: 'train_input_reader.tf_record_input_reader.input_path' is 'x*', and no file matches it (relative paths count from the project's folder); ")]
    public void WhatCanNotBeReadIsSaidAtTheField(string reader, string expected)
    {
        FitOutcome outcome = Run(reader, [Source("own.xml", "cat")], _ => []);

        Assert.Null(outcome.Result);
        Assert.StartsWith(expected, outcome.Diagnostics.Single(d => d.IsError).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsAskedUnlessTheSettingSaysSo()
    {
        FitOutcome outcome = Run("train_input_reader { }", [Source("own.xml", "cat")], _ => [], s => s.With(("AnchorFitFromInputReader", "")));

        Assert.NotNull(outcome.Result);
        Assert.Empty(_asked);
    }

    private static AnnotationSource Source(string path, string name) =>
        new(path, () => new MemoryStream(Encoding.UTF8.GetBytes(Voc.Xml(name, (50, 40))))) { Format = AnnotationFormats.PascalVoc };

    private FitOutcome Run(
        string reader, IReadOnlyList<AnnotationSource> annotations, Func<string, IReadOnlyList<AnnotationSource>> find, Func<RawSettings, RawSettings>? change = null)
    {
        var settings = new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitAspectRatioCount", "1"), ("AnchorFitFromInputReader", "true"));
        var request = new FitRequest(
            change is null ? settings : change(settings),
            new BaseConfigSource("base.config", "base.config", Encoding.UTF8.GetBytes(Fit.Config + reader), IsBuiltIn: false),
            annotations,
            "1.2.3")
        {
            FindRecords = path =>
            {
                _asked.Add(path);
                return find(path);
            },
        };
        return FitRun.Execute(request, CancellationToken.None);
    }
}
