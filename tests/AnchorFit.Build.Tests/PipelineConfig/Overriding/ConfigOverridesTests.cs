using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Overriding;

public class ConfigOverridesTests
{
    [Theory]
    [InlineData("train_config { batch_size: 24 # c\n}", "train_config.batch_size", "64", "train_config { batch_size: 64 # c\n}")]
    [InlineData("train_config { batch_size: 24 batch_size: 25 }", "train_config.batch_size", "64", "train_config { batch_size: 24 batch_size: 64 }")]
    [InlineData("train_config { batch_size: 64 }", "train_config.batch_size", " 0x40 ", "train_config { batch_size: 0x40 }")]
    [InlineData("train_config { sync_replicas: true }", "train_config.sync_replicas", "false", "train_config { sync_replicas: false }")]
    [InlineData("train_config { }", "train_config.fine_tune_checkpoint_version", "V2", "train_config {\n  fine_tune_checkpoint_version: V2\n}")]
    [InlineData("train_config { bias_grad_multiplier: 1 }", "train_config.bias_grad_multiplier", "-2.5e-1", "train_config { bias_grad_multiplier: -2.5e-1 }")]
    public void Scalars(string before, string path, string value, string after)
        => Assert.Equal(after, OverrideAssert.Apply(before, (path, value)));

    [Theory]
    // Bare text, quoted text, and what needs escapes.
    [InlineData("models/ckpt-0", "\"models/ckpt-0\"")]
    [InlineData("'models/ckpt-0'", "'models/ckpt-0'")]
    [InlineData("\"a\\nb\"", "\"a\\nb\"")]
    [InlineData("''", "''")]
    [InlineData("  C:\\data \"x\"\t# é ", "\"C:\\\\data \\\"x\\\"\\t# é\"")]
    [InlineData("64", "\"64\"")]
    [InlineData("{ a: 1 }", "\"{ a: 1 }\"")]
    public void TextMayStandWithoutQuotes(string value, string written)
        => Assert.Equal($"train_config {{ fine_tune_checkpoint: {written} }}", OverrideAssert.Apply("train_config { fine_tune_checkpoint: 'x' }", ("train_config.fine_tune_checkpoint", value)));

    [Theory]
    // Whole field, element, append, clear an element; entries and lists.
    [InlineData("a: [1, 2]", "", "[3]", "a: [3]")]
    [InlineData("a: 1 a: 2", "", "[3, 4, 5]", "a: 3 a: 4 a: 5")]
    [InlineData("a: 1 a: 2", "[1]", "9", "a: 1 a: 9")]
    [InlineData("a: 1 a: [2, 3] a: 4", "[2]", "9", "a: 1 a: [2, 9] a: 4")]
    [InlineData("a: [1, 2]", "[+]", "9", "a: [1, 2, 9]")]
    [InlineData("a: 1 a: 2", "[+]", "9", "a: 1 a: 2 a: 9")]
    [InlineData("a: 1 a: [2]", "[+]", "9", "a: 1 a: [2, 9]")]
    [InlineData("a: [1] a: 2", "[+]", "9", "a: [1] a: 2 a: 9")]
    [InlineData("a: []", "[+]", "9", "a: [9]")]
    [InlineData("a []", "[+]", "9", "a: [9]")]
    [InlineData("a: [1, 2, 3]", "[1]", null, "a: [1, 3]")]
    [InlineData("a: [1, 2, 3]", "[2]", null, "a: [1, 2]")]
    [InlineData("a: [1, 2, 3]", "[0]", null, "a: [2, 3]")]
    [InlineData("a: [1]", "[0]", null, "a: []")]
    [InlineData("a: 1 a: 2 a: 3", "[1]", null, "a: 1 a: 3")]
    [InlineData("a: 1 a: [2, 3]", "", null, "")]
    [InlineData("a: [1, 2]", "", "[]", "")]
    public void RepeatedScalars(string before, string step, string? value, string after)
    {
        string Text(string fields) => "model { ssd { anchor_generator { ssd_anchor_generator { " + (fields + " ").Replace("a:", "scales:", System.StringComparison.Ordinal).Replace("a [", "scales [", System.StringComparison.Ordinal).TrimStart() + "} } } }";
        Assert.Equal(Text(after), OverrideAssert.Apply(Text(before), ("model.ssd.anchor_generator.ssd_anchor_generator.scales" + step, value)));
    }

    [Fact]
    public void RemovedEntriesLeaveTheirComments() => Assert.Equal(
        "train_config {\n  # both\n  freeze_variables: 'a' # first\n  # second\n}\n",
        OverrideAssert.Apply("train_config {\n  # both\n  freeze_variables: 'a' # first\n  freeze_variables: 'b' # second\n}\n", ("train_config.freeze_variables[1]", null)));

    [Theory]
    // Declaration order, number order, no order.
    [InlineData("train_config {\n  batch_size: 1\n  optimizer {\n  }\n}\n", "train_config {\n  batch_size: 1\n  sync_replicas: true\n  optimizer {\n  }\n}\n")]
    [InlineData("train_config {\n  optimizer {\n  }\n}\n", "train_config {\n  sync_replicas: true\n  optimizer {\n  }\n}\n")]
    [InlineData("train_config {\n  fine_tune_checkpoint_type: 'x'\n  batch_size: 1\n}\n", "train_config {\n  fine_tune_checkpoint_type: 'x'\n  batch_size: 1\n  sync_replicas: true\n}\n")]
    [InlineData("train_config {\n  num_steps: 1\n  fine_tune_checkpoint_type: 'x'\n}\n", "train_config {\n  sync_replicas: true\n  num_steps: 1\n  fine_tune_checkpoint_type: 'x'\n}\n")]
    [InlineData("train_config { # head\n  # of the optimizer\n  optimizer {\n  }\n}\n", "train_config { # head\n  sync_replicas: true\n  # of the optimizer\n  optimizer {\n  }\n}\n")]
    [InlineData("train_config { batch_size: 1; num_steps: 2 }", "train_config { batch_size: 1; sync_replicas: true; num_steps: 2 }")]
    [InlineData("train_config { num_steps: 2, fork: 1 }", "train_config { sync_replicas: true, num_steps: 2, fork: 1 }")]
    [InlineData("train_config {\n  batch_size: 1; # one\n  num_steps: 2;\n}\n", "train_config {\n  batch_size: 1; # one\n  sync_replicas: true;\n  num_steps: 2;\n}\n")]
    [InlineData("train_config {\n  batch_size: 1 num_steps: 2\n}\n", "train_config {\n  batch_size: 1 num_steps: 2\n  sync_replicas: true\n}\n")]
    [InlineData("train_config <\n  batch_size: 1\n>\n", "train_config <\n  batch_size: 1\n  sync_replicas: true\n>\n")]
    [InlineData("eval_config {\n}\n", "train_config {\n  sync_replicas: true\n}\n|eval_config {\n}\n")]
    [InlineData("model {\n}\neval_config {\n}\n", "model {\n}\ntrain_config {\n  sync_replicas: true\n}\neval_config {\n}\n")]
    public void ANewFieldStandsWhereTheSchemaPutsIt(string before, string after)
    {
        // Before the first field of the file stands the comment of the file: there a new one goes last.
        string expected = after.Contains('|', System.StringComparison.Ordinal) ? string.Concat(after.Split('|')[1], after.Split('|')[0]) : after;
        Assert.Equal(expected, OverrideAssert.Apply(before, ("train_config.sync_replicas", "true")));
    }

    [Theory]
    [InlineData("train_config {\n  batch_size: 1\n}\n", "train_config {\n  batch_size: 1\n  optimizer {\n    momentum_optimizer {\n      learning_rate {\n        constant_learning_rate {\n          learning_rate: 0.5\n        }\n      }\n    }\n  }\n}\n")]
    [InlineData("train_config { batch_size: 1 }\n", "train_config { batch_size: 1 optimizer { momentum_optimizer { learning_rate { constant_learning_rate { learning_rate: 0.5 } } } } }\n")]
    [InlineData("train_config <\n\toptimizer <>\n>\n", "train_config <\n\toptimizer <\n\t\tmomentum_optimizer <\n\t\t\tlearning_rate <\n\t\t\t\tconstant_learning_rate <\n\t\t\t\t\tlearning_rate: 0.5\n\t\t\t\t>\n\t\t\t>\n\t\t>\n\t>\n>\n")]
    [InlineData("", "train_config {\n  optimizer {\n    momentum_optimizer {\n      learning_rate {\n        constant_learning_rate {\n          learning_rate: 0.5\n        }\n      }\n    }\n  }\n}\n")]
    public void ParentsAreMade(string before, string after)
        => Assert.Equal(after, OverrideAssert.Apply(before, ("train_config.optimizer.momentum_optimizer.learning_rate.constant_learning_rate.learning_rate", "0.5")));

    [Theory]
    [InlineData("model {\n  ssd {\n    num_classes: 1\n  }\n}\n", "model {\n  ssd {\n    num_classes: 1\n    image_resizer {\n      identity_resizer {\n      }\n    }\n  }\n}\n")]
    [InlineData("model { ssd { image_resizer { fixed_shape_resizer { height: 1 } } } }", "model { ssd { image_resizer { identity_resizer { } } } }")]
    // A message is set as a whole: other blocks of it go, comments within it too.
    [InlineData("model { ssd {\n  image_resizer {\n    # a\n    fixed_shape_resizer { }\n  } # b\n} }", "model { ssd {\n  image_resizer {\n    identity_resizer {\n    }\n  } # b\n} }")]
    [InlineData("model { ssd {\n  image_resizer {\n    # a\n\n  } # b\n  # c\n  image_resizer { identity_resizer {} }\n} }", "model { ssd {\n  # b\n  # c\n  image_resizer { identity_resizer {} }\n} }")]
    public void Messages(string before, string after)
        => Assert.Equal(after, OverrideAssert.Apply(before, ("model.ssd.image_resizer", "{ identity_resizer { } }")));

    [Theory]
    // The new member stands in the place of the other one, in its style.
    [InlineData(
        "model { ssd {\n  image_resizer {\n    # how\n    fixed_shape_resizer { # it\n      height: 300\n    } # end\n  }\n} }",
        "model { ssd {\n  image_resizer {\n    # how\n    keep_aspect_ratio_resizer {\n      min_dimension: 600\n      max_dimension: 1024\n    } # end\n  }\n} }")]
    [InlineData(
        "model { ssd { image_resizer { fixed_shape_resizer { height: 300 } } } }",
        "model { ssd { image_resizer { keep_aspect_ratio_resizer { min_dimension: 600 max_dimension: 1024 } } } }")]
    [InlineData(
        "model { ssd { image_resizer { identity_resizer { } } image_resizer { fixed_shape_resizer: < height: 300 >; } } }",
        "model { ssd { image_resizer { } image_resizer { keep_aspect_ratio_resizer < min_dimension: 600 max_dimension: 1024 >; } } }")]
    public void AMemberOfAOneofReplacesTheOther(string before, string after)
        => Assert.Equal(after, OverrideAssert.Apply(before, ("model.ssd.image_resizer.keep_aspect_ratio_resizer", "{ min_dimension: 600, max_dimension: 1024 }")));

    [Theory]
    [InlineData("train_config {\n  data_augmentation_options {\n    random_horizontal_flip {\n    }\n  }\n  num_steps: 1\n}\n", "[+]", "{ random_rotation90 { } }", "train_config {\n  data_augmentation_options {\n    random_horizontal_flip {\n    }\n  }\n  data_augmentation_options {\n    random_rotation90 {\n    }\n  }\n  num_steps: 1\n}\n")]
    [InlineData("train_config {\n  data_augmentation_options { random_horizontal_flip { } } # flip\n  num_steps: 1\n}\n", "[+]", "{ random_rotation90 { } }", "train_config {\n  data_augmentation_options { random_horizontal_flip { } } # flip\n  data_augmentation_options { random_rotation90 { } }\n  num_steps: 1\n}\n")]
    [InlineData("train_config { data_augmentation_options: [{ random_horizontal_flip { } }] }", "[+]", "{ random_rotation90 { } }", "train_config { data_augmentation_options: [{ random_horizontal_flip { } }, { random_rotation90 { } }] }")]
    [InlineData("train_config { data_augmentation_options { random_horizontal_flip { } } }", "[+].random_rotation90.probability", "0.5", "train_config { data_augmentation_options { random_horizontal_flip { } } data_augmentation_options { random_rotation90 { probability: 0.5 } } }")]
    [InlineData("train_config { data_augmentation_options { random_horizontal_flip { } } }", "[0].random_horizontal_flip.probability", "0.5", "train_config { data_augmentation_options { random_horizontal_flip { probability: 0.5 } } }")]
    [InlineData("train_config { data_augmentation_options: [{ random_horizontal_flip { } }, { random_rotation90 { } }] }", "[0]", null, "train_config { data_augmentation_options: [{ random_rotation90 { } }] }")]
    [InlineData("train_config {\n  # flip\n  data_augmentation_options {\n    # inner\n\n    random_horizontal_flip {\n    }\n  } # end\n  num_steps: 1\n}\n", "[0]", null, "train_config {\n  # flip\n  # end\n  num_steps: 1\n}\n")]
    [InlineData("train_config { data_augmentation_options { } data_augmentation_options { } num_steps: 1 }", "", null, "train_config { num_steps: 1 }")]
    [InlineData("train_config {\n  num_steps: 1\n}\n", "", "[{ random_horizontal_flip { } }, { }]", "train_config {\n  data_augmentation_options {\n    random_horizontal_flip {\n    }\n  }\n  data_augmentation_options {\n  }\n  num_steps: 1\n}\n")]
    [InlineData("train_config {\n  data_augmentation_options {\n    random_rotation90 {\n    }\n  }\n  data_augmentation_options {\n  }\n}\n", "", "[{ random_horizontal_flip { } }]", "train_config {\n  data_augmentation_options {\n    random_horizontal_flip {\n    }\n  }\n}\n")]
    public void RepeatedMessages(string before, string step, string? value, string after)
        => Assert.Equal(after, OverrideAssert.Apply(before, ("train_config.data_augmentation_options" + step, value)));

    [Theory]
    [InlineData("eval_input_reader { shuffle: true }", "eval_input_reader { shuffle: false }")]
    [InlineData("eval_config { }\n", "eval_config { }\neval_input_reader {\n  shuffle: false\n}\n")]
    public void ARepeatedMessageOfOneElementNeedsNoIndex(string before, string after)
        => Assert.Equal(after, OverrideAssert.Apply(before, ("eval_input_reader.shuffle", "false")));

    [Fact]
    public void OverridesSeeWhatThoseBeforeThemDid() => Assert.Equal(
        "train_config { batch_size: 2 data_augmentation_options { random_horizontal_flip { probability: 0.25 } } }",
        OverrideAssert.Apply(
            "train_config { batch_size: 9 }",
            ("train_config.batch_size", "1"),
            ("train_config.data_augmentation_options[+]", "{ random_horizontal_flip { } }"),
            ("train_config.data_augmentation_options[0].random_horizontal_flip.probability", "0.25"),
            ("train_config.batch_size", "2")));

    [Theory]
    // Fields that no schema knows are set when the file has them; text keeps its quotes.
    [InlineData("train_config { fork { depth: 1 } }", "train_config.fork.depth", "3", "train_config { fork { depth: 3 } }")]
    [InlineData("train_config { fork { name: 'x' } }", "train_config.fork.name", "a b", "train_config { fork { name: \"a b\" } }")]
    [InlineData("train_config { fork: 1 fork: 2 }", "train_config.fork[0]", "3", "train_config { fork: 3 fork: 2 }")]
    [InlineData("graph_rewriter { [my.quantizer] { delay: 1 } }", "graph_rewriter.[my.quantizer].delay", "2", "graph_rewriter { [my.quantizer] { delay: 2 } }")]
    [InlineData("train_config { fork { a: 1 } }", "train_config.fork", "{ b: [1, 2] c { } }", "train_config { fork { b: [1, 2] c { } } }")]
    [InlineData("train_config { fork { a: 1 } }", "train_config.fork", null, "train_config { }")]
    public void FieldsThatOnlyTheFileHas(string before, string path, string? value, string after)
        => Assert.Equal(after, OverrideAssert.Apply(before, (path, value)));

    [Fact]
    public void MapsAreListsOfTheirEntries() => Assert.Equal(
        "eval_config { super_categories { key: \"a\" value: \"x\" } super_categories { key: \"b\" value: \"y\" } }",
        OverrideAssert.Apply(
            "eval_config { super_categories { key: \"a\" value: \"z\" } }",
            ("eval_config.super_categories[+]", "{ key: \"b\" value: \"y\" }"),
            ("eval_config.super_categories[0].value", "x")));

    [Fact]
    public void ClearingWhatIsNotThereChangesNothing()
        => Assert.Equal("model { }", OverrideAssert.Apply("model { }", ("train_config.optimizer", null)));

    [Fact]
    public void WindowsLinesStayWindowsLines() => Assert.Equal(
        "train_config {\r\n  batch_size: 1\r\n  optimizer {\r\n    adam_optimizer {\r\n    }\r\n  }\r\n}\r\n",
        OverrideAssert.Apply("train_config {\r\n  batch_size: 1\r\n}\r\n", ("train_config.optimizer", "{ adam_optimizer { } }")));
}
