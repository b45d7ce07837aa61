using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Editing;

public class FieldInsertionTests
{
    [Theory]
    [InlineData("", "a", "a: 1\n")]
    [InlineData("\uFEFF", "a", "\uFEFFa: 1\n")]
    [InlineData("# only a comment", "a", "# only a comment\na: 1\n")]
    [InlineData("# only a comment\r", "a", "# only a comment\r\na: 1\n")]
    [InlineData("# c\r\n", "a", "# c\r\na: 1\r\n")]
    [InlineData("b: 1", "a", "b: 1\na: 1")]
    [InlineData("b: 1 # c\n# end\n", "a", "b: 1 # c\na: 1\n# end\n")]
    [InlineData("b: 1;\n", "a", "b: 1;\na: 1;\n")]
    [InlineData("b: 1;\nc: 2\n", "a", "b: 1;\nc: 2;\na: 1;\n")]
    [InlineData("", "m.n.a", "m {\n  n {\n    a: 1\n  }\n}\n")]
    public void IntoTheFile(string before, string path, string after)
        => Assert.Equal(after, EditAssert.Scalar(before, path, "1"));

    [Theory]
    [InlineData("m {\n    b: 1\n}\n", "m.a", "m {\n    b: 1\n    a: 1\n}\n")]
    [InlineData("m {\n\tb: 1 # c\n\t# end\n}\n", "m.a", "m {\n\tb: 1 # c\n\ta: 1\n\t# end\n}\n")]
    [InlineData("m {\r\n  b: 1\r\n}\r\n", "m.n.a", "m {\r\n  b: 1\r\n  n {\r\n    a: 1\r\n  }\r\n}\r\n")]
    [InlineData("m {\n}\n", "m.a", "m {\n  a: 1\n}\n")]
    [InlineData("x {\n   y: 1\n}\nm { # c\n}\n", "m.a", "x {\n   y: 1\n}\nm { # c\n   a: 1\n}\n")]
    [InlineData("m {\n  b: 1 }\n", "m.a", "m {\n  b: 1\n  a: 1 }\n")]
    [InlineData("m <\n  b: 1\n>\n", "m.n.a", "m <\n  b: 1\n  n <\n    a: 1\n  >\n>\n")]
    [InlineData("m {\n  b {\n    c: 1\n  }\n}\n", "m.a", "m {\n  b {\n    c: 1\n  }\n  a: 1\n}\n")]
    [InlineData("m {\n  n { x: 1 }\n}\n", "m.n.a", "m {\n  n { x: 1 a: 1 }\n}\n")]
    public void IntoAMessageOfSeveralLines(string before, string path, string after)
        => Assert.Equal(after, EditAssert.Scalar(before, path, "1"));

    [Theory]
    [InlineData("m { b: 1 }", "m.a", "m { b: 1 a: 1 }")]
    [InlineData("m {b: 1}", "m.a", "m {b: 1 a: 1}")]
    [InlineData("m { b: 1; }", "m.a", "m { b: 1; a: 1; }")]
    [InlineData("m { c: 2, b: 1 }", "m.a", "m { c: 2, b: 1, a: 1 }")]
    [InlineData("m < b: 1 >", "m.n.a", "m < b: 1 n < a: 1 > >")]
    [InlineData("m { n {} }", "m.n.a", "m { n { a: 1 } }")]
    [InlineData("m: {}", "m.a", "m: {\n  a: 1\n}")]
    [InlineData("x {\n    m { } # c\n}\n", "x.m.n.a", "x {\n    m {\n        n {\n            a: 1\n        }\n    } # c\n}\n")]
    public void IntoAMessageOnOneLine(string before, string path, string after)
        => Assert.Equal(after, EditAssert.Scalar(before, path, "1"));

    [Theory]
    // Own-line comments of a message without fields.
    [InlineData("m {\n  # none yet\n}\n", "m.a", "m {\n  # none yet\n  a: 1\n}\n")]
    [InlineData("m { # none yet\n}\n", "m.a", "m { # none yet\n  a: 1\n}\n")]
    [InlineData("x {\n\tm {\n\t\t# one\n\n\t\t# two\n\t}\n}\n", "x.m.n.a", "x {\n\tm {\n\t\t# one\n\n\t\t# two\n\t\tn {\n\t\t\ta: 1\n\t\t}\n\t}\n}\n")]
    [InlineData("m <>", "m.n.a", "m <\n  n <\n    a: 1\n  >\n>")]
    [InlineData("m { b: 1; # c\n}\n", "m.a", "m { b: 1; # c\n  a: 1;\n}\n")]
    [InlineData("m {\n  b: 1\n  ;\n}\n", "m.a", "m {\n  b: 1\n  ;\n  a: 1;\n}\n")]
    [InlineData("m {\n  b: 1 ; # c\n}\n", "m.n.a", "m {\n  b: 1 ; # c\n  n {\n    a: 1;\n  };\n}\n")]
    public void BesideCommentsAndSeparators(string before, string path, string after)
        => Assert.Equal(after, EditAssert.Scalar(before, path, "1"));

    [Theory]
    [InlineData("m {\n}\n", "m {\n  a: 1.0\n  a: 2.0\n}\n")]
    [InlineData("m {\n}\nx: [1]\n", "m {\n  a: [1.0, 2.0]\n}\nx: [1]\n")]
    [InlineData("m { b: 1 }\n", "m { b: 1 a: [1.0, 2.0] }\n")]
    [InlineData("m {}\n", "m {\n  a: 1.0\n  a: 2.0\n}\n")]
    [InlineData("m { b: 1 } m {\n}\n", "m { b: 1 } m {\n  a: 1.0\n  a: 2.0\n}\n")]
    public void RepeatedFields(string before, string after)
        => Assert.Equal(after, EditAssert.Repeated(before, "m.a", "1.0", "2.0"));

    [Fact]
    public void NoValuesInsertNothing() => Assert.Equal("m { }", EditAssert.Repeated("m { }", "m.n.a"));
}
