using System.Collections.Generic;
using System.IO;
using System.Linq;
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

    private static void Check(string? folder) =>
        PythonScript.Run("tests/interop/check_with_python.py", folder is null ? [] : [folder]);
}
