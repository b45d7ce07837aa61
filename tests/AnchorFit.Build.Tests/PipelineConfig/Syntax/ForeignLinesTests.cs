using AnchorFit.PipelineConfig.Syntax;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

public class ForeignLinesTests
{
    [Theory]
    [InlineData("# Testing\n[net]\nbatch=1\n[convolutional]\nfilters=32", "a network of darknet (.cfg)")]
    [InlineData("[section]\nkey = 1", "an INI file")]
    [InlineData("---\na: 1", "YAML")]
    [InlineData("train:\n  - images\nnc: 2", "YAML")]
    [InlineData("model:\n  ssd:\n    num_classes: 90", "YAML")]
    [InlineData("names:\n- cat", "YAML")]
    [InlineData("filename,width,height,class\na.jpg,1,2,cat", "a table of separated values (CSV)")]
    [InlineData("a;b;c\r\n1;2;3\r\n", "a table of separated values (CSV)")]
    [InlineData("0 0.5 0.5 0.25 0.1\n1 .5 .5 1e-1 0.2", "lines of numbers, as YOLO labels are")]
    [InlineData("import tensorflow as tf\nx = 1", "Python")]
    [InlineData("import x\ndef f():\n  pass", "Python")]
    [InlineData("cat\r\nfire-truck\r\n", "a list of names, as classes.txt is")]
    [InlineData("model", null)]
    [InlineData("model\nssd: 1", null)]
    [InlineData("model {\n  ssd { num_classes: 1 }\n}", null)]
    [InlineData("model:\n{ ssd { } }", null)]
    [InlineData("model: <\n ssd: < > >", null)]
    [InlineData("item {\n  id: 1\n  name: 'a, b, c'\n}", null)]
    [InlineData("[type.googleapis.com/a.B] {\n}", null)]
    [InlineData("a: 1, b: 2, c: 3\na: 1, b: 2, c: 3", null)]
    [InlineData("# only a comment\n\n", null)]
    [InlineData("", null)]
    public void FormatsAreToldByTheirLines(string text, string? format) => Assert.Equal(format, ForeignLines.FindFormat(text));
}
