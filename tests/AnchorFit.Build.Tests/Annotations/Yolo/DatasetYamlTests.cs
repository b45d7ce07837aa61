using System;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Yolo;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Yolo;

public sealed class DatasetYamlTests
{
    private static readonly string[] Pieces = ["", "\n", "'", "\"", "[", "]", "{", "}", ":", "- ", "#", "\t", ",", "\\", "|", "\0", "  "];

    private static DatasetFile Read(string yaml) => DatasetYaml.Read(new Companion("d.yaml", "there"), yaml);

    private static string Names(DatasetFile file) => string.Join("|", file.Names.OrderBy(n => n.Key).Select(n => $"{n.Key}={n.Value}"));

    private static string Faults(DatasetFile file) => string.Join("\n", file.Diagnostics.Select(d => d.ToString()));

    [Theory]
    [InlineData("names: [person, 'traffic light', \"fire \\\"x\\\" hydrant\"]", "0=person|1=traffic light|2=fire \"x\" hydrant")]
    [InlineData("train: ../train/images\nval: ../valid/images\n\nnc: 2\nnames: ['cat', 'dog']\n\nroboflow:\n  workspace: w\n  names: [x]\n", "0=cat|1=dog")]
    [InlineData("# Classes\nnames:\n  0: person # one\n  # between\n\n  1: hair drier\n  79: toothbrush\n\n# Download\ndownload: |\n  import this\n  names: [x]\n", "0=person|1=hair drier|79=toothbrush")]
    [InlineData("names:\n- cat\n- dog\nnc: 2\n", "0=cat|1=dog")]
    [InlineData("names:\n    - cat\n\n    - 'it''s'\n# end\n", "0=cat|1=it's")]
    [InlineData("\uFEFFnames: [ cat ,\r\n  dog, # the second\r\n  'a, b' ,\r\n]\r\nnc: 3\r\n", "0=cat|1=dog|2=a, b")]
    [InlineData("names: [cat,\ndog\n]\nnc: 2", "0=cat|1=dog")]
    [InlineData("names: {0: cat, 1: 'a dog', 7: \"\\u72ac\\U0001F415\\x41\"}", "0=cat|1=a dog|7=犬🐕A")]
    [InlineData("{x: y}\nnames: {\"0\":\"cat\",\"1\":\"dog\"}", "0=cat|1=dog")]
    [InlineData("\"names\": {\n  \"0\": cat,\n  1: dog\n}", "0=cat|1=dog")]
    [InlineData("---\n%x\n'names' : [a#b, c:d, -e, 1.5, yes, http://x]\n...\n", "0=a#b|1=c:d|2=-e|3=1.5|4=yes|5=http://x")]
    [InlineData("names: [cat, ~, '', null, dog]", "0=cat|4=dog")]
    [InlineData("names:\n  - cat\n  -\n  - dog\n", "0=cat|2=dog")]
    [InlineData("names: [a]\nnames: [b]", "0=b")]
    [InlineData("names:\t[a]\t", "0=a")]
    [InlineData("names: [a] # all\nx: [\n", "0=a")]
    [InlineData("x: {a: [b]}\n  names: [no]\n- names\nnames: [a]", "0=a")]
    [InlineData("  names: [cat, dog]\n  nc: 2\n", "0=cat|1=dog")]
    [InlineData("# a set\n\n    nc: 2\n    names:\n      0: cat\n      1: dog\n    roboflow:\n      names: [x]\n", "0=cat|1=dog")]
    [InlineData("  names:\n  - cat\n  - dog\n  nc: 2\n", "0=cat|1=dog")]
    [InlineData(" nc: 2\nnames: [cat, dog]\n", "0=cat|1=dog")]
    [InlineData("names: {0: 'x',\n1: 'y'}\nnc: 2", "0=x|1=y")]
    [InlineData("names: &all [a, &b 'b c', *b]", "0=a|1=b c|2=b c")]
    [InlineData("names: {0: a, 1}", "0=a")]
    [InlineData("names:\n  - a\n    b\n  - >-\n    fire\n    truck\n", "0=a b|1=fire truck")]
    [InlineData("x:\n  - [\n\nnames: [a]", "0=a")]
    [InlineData("names: [[]", null)]
    [InlineData("", "")]
    [InlineData("nc: 3\n- a\nname: [x]\nnames:x\n", "")]
    public void ReadsNamesAsTheyAreWritten(string yaml, string? names)
    {
        DatasetFile file = Read(yaml);

        if (names is not null)
        {
            Assert.Empty(file.Diagnostics);
        }

        Assert.Equal(names ?? string.Empty, Names(file));
        Assert.Equal(names is not "", file.HasNames);
    }

    [Theory]
    [InlineData("names:", 1, 7, "they are neither a list nor names by number")]
    [InlineData("nc: 1\nnames: cats.txt", 2, 8, "they are neither a list nor names by number")]
    [InlineData("names: []", 1, 8, "there are none")]
    [InlineData("names: [a]]", 1, 11, "while parsing a block mapping, did not find expected key")]
    [InlineData("names: *x", 1, 8, "a value in a value isn't understood here")]
    [InlineData("names:\n  - ]", 2, 5, "while parsing a node, did not find expected node content")]
    [InlineData("names: [a, b", 2, 10, "while parsing a flow sequence, did not find expected ',' or ']'")]
    [InlineData("names: [a: b]", 1, 1, "a value in a value isn't understood here")]
    [InlineData("names: ['a", 1, 9, "while scanning a quoted scalar, found unexpected end of stream")]
    [InlineData("names: [\"a\n\"]", 1, 9, "while scanning a multi-line double-quoted scalar, found wrong indentation")]
    [InlineData("names: [\"\\q\"]", 1, 9, "while scanning a quoted scalar, found unknown escape character")]
    [InlineData("names: [\"\\u12\"]", 1, 9, "while scanning a quoted scalar, did not find expected hexadecimal number")]
    [InlineData("names: [[a]]", 1, 9, "a value in a value isn't understood here")]
    [InlineData("names: [a] b", 1, 12, "while parsing a block mapping, did not find expected key")]
    [InlineData("names: |\n  a\n  b\n", 1, 8, "they are neither a list nor names by number")]
    [InlineData("names: {a: 0}", 1, 9, "'a' is not the number of a class")]
    [InlineData("names:\n  0: a\n  -1: b", 3, 3, "'-1' is not the number of a class")]
    [InlineData("names:\n  - a: b", 2, 5, "a value in a value isn't understood here")]
    [InlineData("names:\n  - a\n - b", 3, 2, "while parsing a block mapping, did not find expected key")]
    [InlineData("names:\n  - a\n  b: c", 3, 3, "while parsing a block collection, did not find expected '-' indicator")]
    [InlineData("names:\n\t- a", 2, 1, "while scanning a mapping, found invalid tab as indentation")]
    [InlineData("names:\n  0 a\n", 2, 3, "they are neither a list nor names by number")]
    public void WhatIsNotUnderstoodIsToldAtItsPlace(string yaml, int line, int column, string reason)
    {
        DatasetFile file = Read(yaml + "\nkpt_shape: [5, 2]\n");

        Assert.Equal(
            $"d.yaml({line},{column}): warning AFB2221: the class names are not understood, so classes are called by their numbers: {reason}; write them as names: [cat, dog], or a name a line",
            Faults(file));
        Assert.True(file.HasNames);
        Assert.Empty(file.Names);
        if (!yaml.Contains("[a, b", StringComparison.Ordinal))
        {
            Assert.Equal(new KeypointShape(5, 2), file.Keypoints);
        }
    }

    [Theory]
    [InlineData("kpt_shape: [17, 3]", 17, 3)]
    [InlineData("kpt_shape:\n- 4\n- 2\n", 4, 2)]
    public void ReadsTheShapeOfKeypoints(string yaml, int count, int dimensions) =>
        Assert.Equal(new KeypointShape(count, dimensions), Read(yaml).Keypoints);

    [Theory]
    [InlineData("kpt_shape: [17, 4]", "(1,12)", "kpt_shape", "it is no number of keypoints with 2 or 3 dimensions", "[17, 3]")]
    [InlineData("kpt_shape: [0, 3]", "(1,12)", "kpt_shape", "it is no number of keypoints with 2 or 3 dimensions", "[17, 3]")]
    [InlineData("kpt_shape: 17", "(1,12)", "kpt_shape", "it is no number of keypoints with 2 or 3 dimensions", "[17, 3]")]
    [InlineData("kpt_shape: [17 3", "(1,17)", "kpt_shape", "while parsing a flow sequence, did not find expected ',' or ']'", "[17, 3]")]
    [InlineData("image_width: wide\nimage_height: 4", "(1,14)", "image_width", "it is no whole number above zero", "640")]
    [InlineData("image_width: 0\nimage_height: 4", "(1,14)", "image_width", "it is no whole number above zero", "640")]
    [InlineData("image_height: 480", "(1,15)", "image_height", "there is no 'image_width' with it", "640")]
    public void ASettingThatIsNotUnderstoodHasNoEffect(string yaml, string at, string key, string reason, string good)
    {
        DatasetFile file = Read(yaml);
        Assert.StartsWith($"d.yaml{at}: warning AFB2222: '{key}' is not understood and has no effect: {reason}; write it like {good}, or remove it", Faults(file), StringComparison.Ordinal);
        Assert.Null(file.Keypoints);
        Assert.Null(file.ImageSize);
        Assert.False(file.HasNames);
        Assert.True(file.IsDescription);
    }

    [Fact]
    public void TheSizeOfImagesHasKeysOfItsOwn()
    {
        Assert.Equal(new ImageSize(640, 480), Read("image_height: 480 # px\nimage_width: '640'\n").ImageSize);
        Assert.Null(Read("imgsz: 640\nwidth: 1\nheight: 2\n").ImageSize);
    }

    [Fact]
    public void NamesComeBackFromEveryWayToWriteThem() =>
        Gen.String.Array[1, 8].Select(Gen.Int[0, 4]).Sample((names, way) =>
        {
            names = names.Select(n => Clean(n)).ToArray();
            string Quoted(string n) => "\"" + n.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
            string Single(string n) => "'" + n.Replace("'", "''") + "'";
            string yaml = way switch
            {
                0 => "names: [" + string.Join(", ", names.Select(Quoted)) + "]",
                1 => "names:\n" + string.Concat(names.Select(n => $"- {Single(n)}\n")),
                2 => "names:\r\n" + string.Concat(names.Select((n, i) => $"  {i}: {Quoted(n)} # x\r\n")),
                3 => "names: {" + string.Join(",\n", names.Select((n, i) => $"{i}: {Single(n)}")) + "}",
                _ => "a: b\nnames:\n" + string.Concat(names.Select(n => $"   -   {Quoted(n)}\n\n")) + "z: [1]",
            };
            DatasetFile file = Read(yaml);
            return file.Diagnostics.Count == 0 && Names(file) == string.Join("|", names.Select((n, i) => $"{i}={n}"));
        });

    [Fact]
    public void DamageNeverThrows()
    {
        string[] good =
        [
            "train: x\nnames:\n  0: 'a b' # c\n  1: \"d\\u0041\"\nkpt_shape: [17, 3]\nimage_width: 3\n",
            "names: [a, 'b', \"c\"]\r\nkpt_shape:\r\n- 1\r\n- 2\r\n",
            "{names: {0: a,\n 1: b}}\nnames: {0: a,\n 1: b}\n",
        ];
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 100], Gen.Int[0, 3], Gen.Int[0, Pieces.Length - 1])
            .Array[1, 3].Sample(edits =>
            {
                string text = good[edits[0].Item1];
                foreach ((int _, int at, int over, int piece) in edits)
                {
                    int start = Math.Min(at, text.Length);
                    text = text.Remove(start, Math.Min(over, text.Length - start)).Insert(start, Pieces[piece]);
                }

                return Read(text).Diagnostics.All(d => d.Start.Line > 0 && d.Start.Column > 0);
            });
    }

    /// <summary>Here the library ends without a word, and has nothing at hand.</summary>
    [Fact]
    public void WhatEndsInTheMiddleOfAFaultDoesNotThrow()
    {
        string text = "{names: {0: a, 1: [b, c]}, nc: 2}\n---\nnames: &x [a]\nmore: *x\ntext *x\n"
            + string.Concat(Enumerable.Repeat("text: |\n  lines\n  -1more\n *x\n", 97)) + "text: |\n  lines\n  -1more\n: |\n  lines\n  -1more\n";

        Assert.StartsWith("d.yaml(1,19): warning AFB2221", Faults(Read(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void ManyFaultsAndDeepBracketsAreNoLongWork()
    {
        Assert.Equal("0=a", Names(Read(string.Concat(Enumerable.Repeat("x: ]\n", 10)) + "names: [a]")));
        Assert.Empty(Names(Read(string.Concat(Enumerable.Repeat("x: ]\n", 5000)) + "names: [a]")));
        Assert.Equal("0=a", Names(Read("x: " + new string('[', 100_000) + "\nnames: [a]")));
        Assert.Contains("a value in a value isn't understood here", Faults(Read("names: " + new string('[', 100_000))), StringComparison.Ordinal);
    }

    private static string Clean(string name)
    {
        string text = new(name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('|' or '=')).ToArray());
        return text.Trim() is "" ? "x" : text.Trim();
    }
}
