using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Overriding;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Overriding;

public class OverrideFaultTests
{
    private const string Config = """
        model { ssd { num_classes: 3 image_resizer { fixed_shape_resizer { height: 300 width: 300 } } } }
        train_config {
          batch_size: 24
          optimizer { momentum_optimizer { } }
          data_augmentation_options { random_horizontal_flip { } }
          data_augmentation_options { }
          fork { depth: 1 }
        }
        eval_config { }
        """;

    [Theory]
    [InlineData("", "AFB1020: PipelineConfigOverride '': the path can't be read at position 1: a field's name of letters, digits and underscores must stand there; write for example train_config.batch_size")]
    [InlineData("train_config.", "AFB1020: PipelineConfigOverride 'train_config.': the path can't be read at position 14: a field's name")]
    [InlineData("train_config/batch_size", "AFB1020: PipelineConfigOverride 'train_config/batch_size': the path can't be read at position 13: a dot must stand between two names")]
    [InlineData("a[x]", "AFB1020: PipelineConfigOverride 'a[x]': the path can't be read at position 3: the number of an element, from 0, or + for a new one")]
    [InlineData("a[1", "position 3")]
    [InlineData("[a.b", "AFB1020: PipelineConfigOverride '[a.b': the path can't be read at position 5: ']' must end the extension's name")]
    [InlineData("train_config.batchsize", "AFB4030: PipelineConfigOverride 'train_config.batchsize': TrainConfig has no field 'batchsize', did you mean 'batch_size'?; correct the path")]
    [InlineData("modell.ssd", "AFB4030: PipelineConfigOverride 'modell.ssd': TrainEvalPipelineConfig has no field 'modell', did you mean 'model'?")]
    [InlineData("train_config.fork.width", "AFB4030: PipelineConfigOverride 'train_config.fork.width': neither the schema nor the base config has 'train_config.fork.width'")]
    [InlineData("train_config.[my.ext]", "neither the schema nor the base config has 'train_config.[my.ext]'")]
    [InlineData("train_config[0].batch_size", "AFB4031: PipelineConfigOverride 'train_config[0].batch_size': 'train_config' has one value; write it without square brackets")]
    [InlineData("train_config.batch_size[+]", "AFB4031: PipelineConfigOverride 'train_config.batch_size[+]': 'train_config.batch_size' has one value")]
    [InlineData("train_config.data_augmentation_options[2]", "has 2 elements, counted from 0; name one of them, or append one with 'train_config.data_augmentation_options[+]'")]
    [InlineData("train_config.freeze_variables[0]", "'train_config.freeze_variables' has no elements yet; append one with")]
    [InlineData("train_config.data_augmentation_options.random_rotation90", "AFB4031: PipelineConfigOverride 'train_config.data_augmentation_options.random_rotation90': 'train_config.data_augmentation_options' has 2 elements; say which, as in 'train_config.data_augmentation_options[0]'")]
    [InlineData("train_config.batch_size.value", "AFB4033: PipelineConfigOverride 'train_config.batch_size.value': 'train_config.batch_size' has no fields, it takes a whole number from 0 to 4294967295; end the path there")]
    [InlineData("train_config.fork.depth.x", "AFB4033")]
    [InlineData("model.ssd.box_predictor.convolutional_box_predictor.conv_hyperparams.initializer.truncated_normal_initializer.stdev", "AFB4030: PipelineConfigOverride 'model.ssd.box_predictor.convolutional_box_predictor.conv_hyperparams.initializer.truncated_normal_initializer.stdev': TruncatedNormalInitializer has no field 'stdev', did you mean 'stddev'?")]
    [InlineData("model.faster_rcnn.num_classes", "AFB4032: PipelineConfigOverride 'model.faster_rcnn.num_classes': the config has 'model.ssd', which excludes 'model.faster_rcnn'; correct the path, or put the one in the other's place with Include=\"model.faster_rcnn\" Value=\"{ … }\"")]
    public void OfThePath(string path, string message)
    {
        string fault = OverrideAssert.Fault(Config, path, "1");
        Assert.StartsWith("p.csproj(1,5): error AFB", fault, System.StringComparison.Ordinal);
        Assert.Contains(message, fault, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train_config.batch_size", "-1", "AFB4005: PipelineConfigOverride 'train_config.batch_size': '-1' is out of range: 'train_config.batch_size' takes a whole number from 0 to 4294967295")]
    [InlineData("train_config.batch_size", "many", "AFB4004: PipelineConfigOverride 'train_config.batch_size': 'train_config.batch_size' takes a whole number from 0 to 4294967295, not 'many'")]
    [InlineData("train_config.batch_size", "1.5", "AFB4004")]
    [InlineData("train_config.batch_size", "[1]", "AFB4006")]
    [InlineData("train_config.batch_size", "1 num_steps: 2", "AFB1021: PipelineConfigOverride 'train_config.batch_size': the Value '1 num_steps: 2' is more than one value")]
    [InlineData("train_config.batch_size", "1;", "AFB1021")]
    [InlineData("train_config.batch_size", "}", "AFB300")]
    [InlineData("train_config.sync_replicas", "yes", "takes true or false, not 'yes'")]
    [InlineData("train_config.fine_tune_checkpoint_version", "v2", "AFB4003: PipelineConfigOverride 'train_config.fine_tune_checkpoint_version': 'train_config.fine_tune_checkpoint_version' has no value 'v2'; did you mean 'V2'?; it takes one of UNKNOWN, V1, V2")]
    [InlineData("train_config.fine_tune_checkpoint", "'x", "AFB3006")]
    [InlineData("train_config.optimizer", "adam", "AFB4004: PipelineConfigOverride 'train_config.optimizer': 'train_config.optimizer' takes a message in braces")]
    [InlineData("train_config.optimizer", "adam_optimizer { }", "takes a message in braces")]
    [InlineData("train_config.optimizer", "{ adam_optimiser { } }", "AFB4001: PipelineConfigOverride 'train_config.optimizer': 'train_config.optimizer.adam_optimiser' is not known: Optimizer has no field 'adam_optimiser'; did you mean 'adam_optimizer'?")]
    [InlineData("train_config.optimizer", "{ adam_optimizer {", "AFB3001")]
    [InlineData("train_config.optimizer", "{ use_moving_average: 3 }", "'train_config.optimizer.use_moving_average' takes true or false, not '3'")]
    [InlineData("train_config.data_augmentation_options", "{ }", "AFB4031: PipelineConfigOverride 'train_config.data_augmentation_options': 'train_config.data_augmentation_options' is repeated and '{ }' is one value; set all values with Value=\"[ … ]\", one with 'train_config.data_augmentation_options[0]', or append it with 'train_config.data_augmentation_options[+]'")]
    [InlineData("train_config.data_augmentation_options[1]", "[{ }]", "AFB4006")]
    [InlineData("train_config.data_augmentation_options[+]", null, "AFB4031: PipelineConfigOverride 'train_config.data_augmentation_options[+]': [+] is a new element")]
    [InlineData("train_config.fork.depth", "'x", "AFB3006")]
    public void OfTheValue(string path, string? value, string message)
    {
        string fault = OverrideAssert.Fault(Config, path, value);
        Assert.StartsWith("p.csproj(1,5): error AFB", fault, System.StringComparison.Ordinal);
        Assert.Contains(message, fault, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train_config.optimizer", "{ adam_optimizer {", "at position 18 of the Value: the message 'adam_optimizer' that opens here is not closed, nor is the one around it: the value ends in position 19 without their closing brackets")]
    [InlineData("train_config.optimizer", "  { adam_optimizer { }", "at position 3 of the Value: the message 'optimizer' that opens here is not closed: the value ends in position 21 without its closing bracket")]
    [InlineData("train_config.optimizer", "{\n  use_moving_average true\n}", "at position 23 of the Value: a colon is missing between 'use_moving_average' and 'true'")]
    [InlineData("train_config.optimizer", "{ adam_optimizer { > }", "at position 20 of the Value: '>' cannot close the '{' of position 18; write '}'")]
    [InlineData("train_config.freeze_variables", "['a', 'b'", "at position 1 of the Value: the list of 'freeze_variables' that opens here is not closed: a ']' is missing before position 10")]
    [InlineData("train_config.batch_size", "1,024", "at position 1 of the Value: '1,024' is not a number")]
    [InlineData("train_config.optimizer", "{ use_moving_average: true use_moving_average: false }", "and only this last value counts; remove the one in position 3")]
    [InlineData("model.ssd.image_resizer", "{ identity_resizer { } fixed_shape_resizer { } }", "replaces 'identity_resizer' of position 3")]
    public void APlaceInTheValueIsAPositionInTheValue(string path, string value, string message)
    {
        string fault = OverrideAssert.Fault(Config, path, value);
        Assert.Contains(message, fault, System.StringComparison.Ordinal);
        Assert.DoesNotContain("the file", fault, System.StringComparison.Ordinal);
        Assert.DoesNotContain("line ", fault, System.StringComparison.Ordinal);
    }

    [Fact]
    public void AWarningOfAValueIsToldAndTheValueIsSet() => Assert.StartsWith(
        "p.csproj(1,5): warning AFB4011: PipelineConfigOverride 'train_config.gradient_clipping_by_norm': '1e99' is too large",
        OverrideAssert.Fault(Config, "train_config.gradient_clipping_by_norm", "1e99"), System.StringComparison.Ordinal);

    [Fact]
    public void TooDeepTogetherIsRefused()
    {
        string value = string.Concat(System.Linq.Enumerable.Repeat("{ fork ", 99)) + "{ }" + new string('}', 99);
        Assert.Contains("AFB3011", OverrideAssert.Fault(Config, "train_config.fork", value), System.StringComparison.Ordinal);
    }

    [Fact]
    public void EachFaultIsToldAndTheOthersAreDone()
    {
        DiagnosticBag diagnostics = [];
        OverriddenConfig result = OverrideAssert.Run(Config, diagnostics, ("nothing", "1"), ("train_config.batch_size", "x"), ("train_config.batch_size", "64"));
        Assert.Equal(2, diagnostics.Count);
        Assert.Equal(2, diagnostics[1].Start.Line);
        Assert.Contains("batch_size: 64", result.Document.Source.Content, System.StringComparison.Ordinal);
    }
}
