using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Syntax;

public class BarePathTests
{
    [Theory]
    [InlineData("r { D:/data/train.record }", 1, 5, "a path stands in quotes, behind the name of its field; write input_path: \"D:/data/train.record\"")]
    [InlineData("r { p: D:/data/train.record }", 1, 8, "a path stands in quotes; write \"D:/data/train.record\"")]
    [InlineData("r {\n  p: C:\\models\\new\\ckpt-0\n}", 2, 6, "a path stands in quotes; write \"C:/models/new/ckpt-0\"")]
    [InlineData("p: D:/my data/train.record\nq: 1", 1, 4, "a path stands in quotes; write \"D:/my data/train.record\"")]
    [InlineData("p: [D:/a.record, 'b']", 1, 5, "a path stands in quotes; write \"D:/a.record\"")]
    [InlineData("p: gs://bucket/train-?.record q: 1", 1, 4, "a path stands in quotes; write \"gs://bucket/train-?.record\"")]
    [InlineData("p: D:/data/train.record\" q: 1", 1, 4, "a path stands in quotes; write \"D:/data/train.record\"")]
    [InlineData("p: ~/data/train.record q: 1", 1, 4, "a path stands in quotes; write \"~/data/train.record\"")]
    [InlineData("p: \\\\server\\my share\\train.record\nq: 1", 1, 4, "a path stands in quotes; write \"//server/my share/train.record\"")]
    public void TheCureHasTheWholePath(string text, int line, int column, string message)
    {
        var fault = Assert.Single(SyntaxAssert.Consistent(text).Diagnostics);

        Assert.Equal(("AFB3040", line, column, message), (fault.Code, fault.Start.Line, fault.Start.Column, fault.Message));
    }

    [Theory]
    [InlineData("D: 1")]
    [InlineData("p: 'D:/data'")]
    [InlineData("# D:/data\na: 1")]
    public void OtherColonsAreThoseOfFields(string text) => Assert.Empty(SyntaxAssert.Consistent(text).Diagnostics);
}
