using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Tests.PipelineConfig.Overriding;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

/// <summary>Runs tests/interop/check_with_python.py; ANCHORFIT_PYTHON names the interpreter, python3 without it.</summary>
public sealed class PythonInteropTests
{
    private const int Skipped = 77;

    [Fact]
    public void GoldenFilesAreWhatPythonPrints() => Check(null);

    [CorpusFact]
    public void CanonicalOutputOfEveryCorpusConfigIsWhatPythonPrints()
    {
        using var folder = new TemporaryFolder();
        foreach (string path in Corpus.AllConfigs())
        {
            string text = File.ReadAllText(path);
            string name = Path.GetFileNameWithoutExtension(path);
            File.WriteAllText(Path.Combine(folder.Path, name + ".config"), text);
            File.WriteAllText(Path.Combine(folder.Path, name + ".canonical"), CanonicalPrinter.Print(Binding.Clean<TrainEvalPipelineConfig>(text)));
        }

        Check(folder.Path);
    }

    [CorpusFact]
    public void PythonReadsEveryEditedConfigAsTheMessageThatIsMeant()
    {
        float[] ratios = [0.5271971f, 1f, 1.3410898f];
        using var folder = new TemporaryFolder();
        foreach (string path in Corpus.AllConfigs())
        {
            ConfigDocument document = Binding.Parse(File.ReadAllText(path));
            BoundConfig<TrainEvalPipelineConfig> bound = PipelineSchema.BindPipeline(document);
            ModelSection model = ModelSectionReader.Read(bound, [])!;
            document = Edit(document, ConfigEditor.SetScalar(document, FieldPath.Parse(model.NumClassesPath!), "7"));
            if ((model as IAnchorBased)?.Generator is { } generator)
            {
                RepeatedFloats written = Assert.Single(generator.WithAspectRatios(ratios));
                string[] texts = [.. written.Values.Select(FloatText.Shortest)];
                document = Edit(document, ConfigEditor.SetRepeated(document, FieldPath.Parse(written.Path), texts));
            }

            string name = Path.GetFileNameWithoutExtension(path);
            File.WriteAllText(Path.Combine(folder.Path, name + ".config"), document.Source.Content);
            SetInMessage(model, ratios);
            File.WriteAllText(Path.Combine(folder.Path, name + ".canonical"), CanonicalPrinter.Print(bound.Message));
        }

        Check(folder.Path);
    }

    [CorpusFact]
    public void PythonReadsEveryOverriddenConfigAsTheMessageThatIsMeant()
    {
        using var folder = new TemporaryFolder();
        foreach (string path in Corpus.AllConfigs())
        {
            string text = File.ReadAllText(path);
            TrainEvalPipelineConfig expected = Binding.Clean<TrainEvalPipelineConfig>(text);
            expected.TrainConfig ??= new TrainConfig();
            expected.TrainConfig.BatchSize = 77;
            expected.TrainConfig.Optimizer = null;
            expected.TrainConfig.DataAugmentationOptions.Add(
                new PreprocessingStep { RandomRotation90 = new RandomRotation90 { Probability = 0.3f } });
            expected.TrainInputReader ??= new InputReader();
            expected.TrainInputReader.LabelMapPath = "daten/größe 'x'.pbtxt";
            expected.GraphRewriter ??= new GraphRewriter();
            expected.GraphRewriter.Quantization ??= new Quantization();
            expected.GraphRewriter.Quantization.Delay = 12345;

            string result = OverrideAssert.Apply(
                text,
                ("train_config.batch_size", "77"),
                ("train_config.optimizer", null),
                ("train_config.data_augmentation_options[+]", "{ random_rotation90 { probability: 0.3 } }"),
                ("train_input_reader.label_map_path", "daten/größe 'x'.pbtxt"),
                ("graph_rewriter.quantization.delay", "12345"));

            string name = Path.GetFileNameWithoutExtension(path);
            File.WriteAllText(Path.Combine(folder.Path, name + ".config"), result);
            File.WriteAllText(Path.Combine(folder.Path, name + ".canonical"), CanonicalPrinter.Print(expected));
        }

        Check(folder.Path);
    }

    private static ConfigDocument Edit(ConfigDocument document, IReadOnlyList<TextEdit> edits)
        => Binding.Parse(TextEdits.Apply(document.Source.Content, edits));

    private static void SetInMessage(ModelSection model, float[] ratios)
    {
        IMessage settings = model switch
        {
            ModelSection.SingleShot ssd => ssd.Settings,
            ModelSection.TwoStage frcnn => frcnn.Settings,
            _ => ((ModelSection.KeypointBased)model).Settings,
        };
        settings.Descriptor.FindFieldByName("num_classes").Accessor.SetValue(settings, 7);
        RepeatedField<float>? present = (model as IAnchorBased)?.Generator switch
        {
            AnchorGeneratorSection.Ssd ssd => ssd.Settings.AspectRatios,
            AnchorGeneratorSection.Multiscale multiscale => multiscale.Settings.AspectRatios,
            AnchorGeneratorSection.Grid grid => grid.Settings.AspectRatios,
            _ => null,
        };
        present?.Clear();
        present?.AddRange(ratios);
    }

    private static void Check(string? folder)
    {
        string? named = Environment.GetEnvironmentVariable("ANCHORFIT_PYTHON");
        string[] interpreters = named is null ? ["python3", "/usr/bin/python3"] : [named];
        string reason = "There is no Python.";
        foreach (string interpreter in interpreters)
        {
            if (Run(interpreter, folder) is not var (exitCode, output))
            {
                continue;
            }

            if (exitCode != Skipped)
            {
                Assert.True(exitCode == 0, output);
                return;
            }

            reason = output.Trim();
        }

        Assert.Skip(reason);
    }

    /// <summary>Exit code and what was printed; null when there is no such interpreter.</summary>
    private static (int ExitCode, string Output)? Run(string interpreter, string? folder)
    {
        var start = new ProcessStartInfo(interpreter)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-B");
        start.ArgumentList.Add(Path.Combine(Repository.Root, "tests", "interop", "check_with_python.py"));
        if (folder is not null)
        {
            start.ArgumentList.Add(folder);
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
