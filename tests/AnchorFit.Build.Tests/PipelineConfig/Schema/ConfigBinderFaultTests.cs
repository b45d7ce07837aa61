using System.Collections.Generic;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Protos;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

/// <summary>Faults against the schema, each with its code, its place and its words.</summary>
public sealed class ConfigBinderFaultTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Faults()
    {
        // Unknown names, with the nearest known one.
        yield return Row(
            "model {\n  ssd {\n    num_clases: 3\n  }\n}\n",
            "AFB4001 3:5-15",
            "'model.ssd.num_clases' is not known: Ssd has no field 'num_clases'; did you mean 'num_classes'?; the trainer refuses it unless its own schema has it");
        yield return Row(
            "train_config {\n\tbatchSize: 3 }",
            "AFB4001 2:2-11",
            "'train_config.batchSize' is not known: TrainConfig has no field 'batchSize'; did you mean 'batch_size'?; the trainer refuses it unless its own schema has it");
        yield return Row(
            "model { ssd { anchor_generator { ssd_anchor_generator { apsect_ratios: [1.0, 2.0] } } } }",
            "AFB4001 1:57-70",
            "'model.ssd.anchor_generator.ssd_anchor_generator.apsect_ratios' is not known: SsdAnchorGenerator has no f…");
        yield return Row(
            "zoo { animals: 3 }",
            "AFB4001 1:1-4",
            "'zoo' is not known: TrainEvalPipelineConfig has no field 'zoo'; the trainer refuses it unless its own schema has it");
        yield return Row(
            "eval_input_reader { }\neval_input_reader { sample_1_of_m_examples: 2 }",
            "AFB4001 2:21-43",
            "'eval_input_reader[1].sample_1_of_m_examples' is not known: InputReader has no field 'sample_1_of_m_examples'; did you mean 'sample_1_of_n_examples'?; the trainer refuses it unless its own schema has it");
        yield return Row(
            "eval_config { super_categories { key: 'a' wert: 'b' } }",
            "AFB4001 1:43-47",
            "'eval_config.super_categories.wert' is not known: SuperCategoriesEntry has no field 'wert'; the trainer refuses it unless its own schema has it");
        yield return Row(
            "graph_rewriter { [my.fork.prune] { } }",
            "AFB4002 1:18-33",
            "the extension 'graph_rewriter.[my.fork.prune]' is not known; the trainer refuses it unless its own code registers it");

        // Enums.
        yield return Row(
            "model { ssd { feature_extractor { conv_hyperparams {\n activation: RELU6\n} } } }",
            "AFB4003 2:14-19",
            "'model.ssd.feature_extractor.conv_hyperparams.activation' has no value 'RELU6'; did you mean 'RELU_6'?; it takes one of NONE, RELU, RELU_6, SWISH");
        yield return Row(
            "model { ssd { loss { expected_loss_weights: 3 } } }",
            "AFB4003 1:45-46",
            "'model.ssd.loss.expected_loss_weights' has no value '3'; it takes one of NONE, EXPECTED_SAMPLING, REWEIGHTING_UNMATCHED_ANCHORS");
        yield return Row(
            "train_config { fine_tune_checkpoint_version: \"V2\" }",
            "AFB4004 1:46-50",
            "'train_config.fine_tune_checkpoint_version' takes one of UNKNOWN, V1, V2, without quotes, not the text \"V2\"");

        // The path is full, however deep the field is.
        yield return Row(
            "model { ssd { box_predictor { weight_shared_convolutional_box_predictor { conv_hyperparams { initializer { truncated_normal_initializer { stddev: wide } } } } } } }",
            "AFB4004 1:147-151",
            "'model.ssd.box_predictor.weight_shared_convolutional_box_predictor.conv_hyperparams.initializer.truncated_normal_initializer.stddev' takes a decimal number, not 'wide'");

        // Kinds.
        yield return Row(
            "model { ssd { num_classes: ninety } }",
            "AFB4004 1:28-34",
            "'model.ssd.num_classes' takes a whole number from -2147483648 to 2147483647, not 'ninety'");
        yield return Row(
            "model { ssd { num_classes: 2.0 } }",
            "AFB4004 1:28-31",
            "'model.ssd.num_classes' takes a whole number from -2147483648 to 2147483647, not '2.0'");
        yield return Row(
            "model: 3",
            "AFB4004 1:8-9",
            "'model' takes a message in braces, not '3'");
        yield return Row(
            "model { ssd { num_classes {\n value: 3 } } }",
            "AFB4004 1:27-28",
            "'model.ssd.num_classes' takes a whole number from -2147483648 to 2147483647, not a message");
        yield return Row(
            "train_config { optimizer { use_moving_average: yes } }",
            "AFB4004 1:48-51",
            "'train_config.optimizer.use_moving_average' takes true or false, not 'yes'");
        yield return Row(
            "train_config { fine_tune_checkpoint: model_ckpt }",
            "AFB4004 1:38-48",
            "'train_config.fine_tune_checkpoint' takes text in quotes, not 'model_ckpt'");
        yield return Row(
            "model { ssd { anchor_generator { ssd_anchor_generator { aspect_ratios: [1.0, wide] } } } }",
            "AFB4004 1:78-82",
            "'model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios' takes a decimal number, not 'wide'");
        yield return Row(
            "model { ssd { num_classes: [3] } }",
            "AFB4006 1:28-31",
            "'model.ssd.num_classes' takes one value (a whole number from -2147483648 to 2147483647), not a list; remove the square brackets");
        yield return Row(
            "train_config: [{ batch_size: 3 }]",
            "AFB4006 1:15-34",
            "'train_config' takes one value (a message in braces), not a list; remove the square brackets");

        // Ranges.
        yield return Row(
            "train_config { batch_size: -4 }",
            "AFB4005 1:28-30",
            "'-4' is out of range: 'train_config.batch_size' takes a whole number from 0 to 4294967295");
        yield return Row(
            "model { faster_rcnn { num_classes: 4294967296 } }",
            "AFB4005 1:36-46",
            "'4294967296' is out of range: 'model.faster_rcnn.num_classes' takes a whole number from -2147483648 to 2147483647");
        yield return Row(
            "train_config { gradient_clipping_by_norm: 1e40 }",
            "AFB4011 1:43-47",
            "'1e40' is too large for 'train_config.gradient_clipping_by_norm' and is read as infinity; write a smaller number, or inf");
        yield return Row(
            "train_input_reader { label_map_path: \"\\377\" }",
            "AFB4010 1:38-44",
            "the text of 'train_input_reader.label_map_path' is not UTF-8: \"\\377\"; mind its escapes");

        // Twice.
        yield return Row(
            "train_config { batch_size: 3\n batch_size: 3 }",
            "AFB4008 2:2-12",
            "'train_config.batch_size' is set again, and only this last value counts; remove the one in line 1, column 16");
        yield return Row(
            "model { ssd { } faster_rcnn { } }",
            "AFB4009 1:17-28",
            "'model.faster_rcnn' replaces 'ssd' of line 1, column 9, because only one of the two can be set; remove the one that is not meant");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void EachFaultHasItsDiagnostic(string text, string place, string message)
    {
        BoundConfig<TrainEvalPipelineConfig> bound = Binding.Pipeline(text);

        Assert.Empty(bound.Document.Diagnostics);
        Assert.Equal([place], Binding.Places(bound.Diagnostics));
        Assert.Equal("a.config", bound.Diagnostics[0].Path);
        if (message.EndsWith('…'))
        {
            Assert.StartsWith(message[..^1], bound.Diagnostics[0].Message, System.StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(message, bound.Diagnostics[0].Message);
        }
    }

    [Fact]
    public void OneFaultDoesNotHideAnother()
    {
        BoundConfig<TrainEvalPipelineConfig> bound = Binding.Pipeline(
            "model { ssd { num_classes: x image_resizer { fixed_shape_resizer { height: 1.5 width: 320 } } } }\ntrain_config { batch_size: 8 steps: 3 }\n");

        Assert.Equal(["AFB4004 1:28-29", "AFB4004 1:76-79", "AFB4001 2:30-35"], Binding.Places(bound.Diagnostics));
        Assert.Equal(320, bound.Message.Model.Ssd.ImageResizer.FixedShapeResizer.Width);
        Assert.Equal(8u, bound.Message.TrainConfig.BatchSize);
    }

    private static TheoryDataRow<string, string, string> Row(string text, string place, string message) => new(text, place, message);
}
