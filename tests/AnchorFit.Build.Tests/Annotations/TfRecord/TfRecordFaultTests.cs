using System;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Geometry;
using AnchorFit.Tests.Support;
using Google.Protobuf;
using Tensorflow;
using Xunit;
using static AnchorFit.Tests.Support.TfExamples;

namespace AnchorFit.Tests.Annotations.TfRecord;

/// <summary>Every defect of a record, with the exact line that a person reads, and that it costs nothing else.</summary>
public sealed class TfRecordFaultTests
{
    /// <summary>Where the second record begins: behind a good one.</summary>
    private static readonly int At = TfRecordWriter.HeaderLength + Good().CalculateSize() + TfRecordWriter.FooterLength;

    public static TheoryData<string, string, float[]> Boxes => new()
    {
        {
            "AFB2013", "box 2 of 'cow' in record 2 (byte {0}) is left out, as an edge is not a number (xmin is nan, ymax is -inf): write fractions of the image such as 0.25",
            [float.NaN, 0, 1, float.NegativeInfinity]
        },
        {
            "AFB2013", "box 2 of 'cow' in record 2 (byte {0}) is left out, as an edge is not a number (xmax is inf): write fractions of the image such as 0.25",
            [0, 0, float.PositiveInfinity, 1]
        },
        {
            "AFB2015", "the corners of box 2 of 'cow' in record 2 (byte {0}) are swapped (xmin 0.75 is greater than xmax 0.25) and it is left out: exchange the values",
            [0.75f, 0, 0.25f, 1]
        },
        {
            "AFB2015", "the corners of box 2 of 'cow' in record 2 (byte {0}) are swapped (xmin 0.75 is greater than xmax 0.25, ymin 1.0 is greater than ymax 0.1) and it is left out: exchange the values",
            [0.75f, 1, 0.25f, 0.1f]
        },
        {
            "AFB2016", "box 2 of 'cow' in record 2 (byte {0}) has no area (ymin and ymax are both 0.3) and is left out: draw it again, or remove it",
            [0.1f, 0.3f, 0.9f, 0.3f]
        },
        {
            "AFB2016", "box 2 of 'cow' in record 2 (byte {0}) has no area (xmin and xmax are both 0.0, ymin and ymax are both 0.0) and is left out: draw it again, or remove it",
            [0, 0, 0, 0]
        },
        {
            "AFB2017", "box 2 of 'cow' in record 2 (byte {0}) (xmin 1.0, ymin 0.0, xmax 1.5, ymax 1.0) lies outside its image, which goes from 0 to 1, and is left out: correct the box",
            [1, 0, 1.5f, 1]
        },
        {
            "AFB2017", "box 2 of 'cow' in record 2 (byte {0}) (xmin 0.5, ymin -0.25, xmax 0.75, ymax 0.0) lies outside its image, which goes from 0 to 1, and is left out: correct the box",
            [0.5f, -0.25f, 0.75f, 0]
        },
    };

    /// <summary>Three boxes, the second as given.</summary>
    private static Example Between(float[] box) =>
        Image("x.jpg", 100, 80, ("dog", 0, 0, 1, 1), ("cow", box[0], box[1], box[2], box[3]), ("cat", 0, 0, 0.5f, 0.5f));

    [Theory]
    [MemberData(nameof(Boxes))]
    public void OneBadBoxCostsNoOther(string code, string message, float[] box)
    {
        AnnotationFile file = TfRecords.Read(Good(), Between(box), Good());

        Assert.Equal($"train.record: warning {code}: {Place(message)}", TfRecords.Says(file));
        Assert.True(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(7, file.ObjectCount);
        Assert.Equal(["dog", "cat", "cow"], file.ClassNames);
        Assert.Equal([0, 1], file.Boxes.Where(b => b.Line == 2).Select(b => b.ClassIndex));
        TfRecords.AssertKeepsTheOthers(file);
    }

    [Theory]
    [InlineData(-0.25f, 0, 1, 1, "0.25 of its width at the left")]
    [InlineData(0, -0.5f, 1, 1.25f, "0.5 of its height at the top, 0.25 of its height at the bottom")]
    [InlineData(0, 0, 2, 1, "1.0 of its width at the right")]
    public void ABoxAcrossTheEdgeIsKeptAsItIs(float xmin, float ymin, float xmax, float ymax, string excess)
    {
        AnnotationFile file = TfRecords.Read(Good(), Between([xmin, ymin, xmax, ymax]), Good());

        Assert.Equal(Place($"train.record: warning AFB2018: box 2 of 'cow' in record 2 (byte {{0}}) exceeds its image by {excess} and is used as it is: correct the box"), TfRecords.Says(file));
        Assert.False(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(new PixelBox(xmin, ymin, xmax, ymax), file.Boxes[3].Edges);
        Assert.Equal(7, file.Boxes.Count);
    }

    [Theory]
    [InlineData(0, 0, 1, 1)]
    [InlineData(-1e-7f, -1e-5f, 1.0000001f, 1.00005f)]
    public void ABoxThatFillsTheImageCrossesNothing(float xmin, float ymin, float xmax, float ymax) =>
        Assert.Empty(TfRecords.Read(Between([xmin, ymin, xmax, ymax])).Diagnostics);

    public static TheoryData<string, string, (string, Feature?)> Records => new()
    {
        {
            "AFB2012", "record 2 (byte {0}) has no 'image/object/bbox/ymin', so its 2 boxes are left out: write all four edges of each box",
            ("image/object/bbox/ymin", null)
        },
        {
            "AFB2127", "'image/object/bbox/xmax' of record 2 (byte {0}) holds values of int64_list, where the API reads float_list, so its 2 boxes are left out: write it as float_list",
            ("image/object/bbox/xmax", Integers(5, 6))
        },
        {
            "AFB2127", "'image/object/class/text' of record 2 (byte {0}) holds values of int64_list, where the API reads bytes_list, so its 2 boxes are left out: write it as bytes_list",
            ("image/object/class/text", Integers(5, 6))
        },
        {
            "AFB2127", "'image/object/class/label' of record 2 (byte {0}) holds values of bytes_list, where the API reads int64_list, so its 2 boxes are left out: write it as int64_list",
            ("image/object/class/label", Texts("1", "2"))
        },
        {
            "AFB2128", "'image/object/bbox/xmin' of record 2 (byte {0}) has 2 values and 'image/object/bbox/ymax' has 1 value, so its 2 boxes are left out: write one value for each box into each list",
            ("image/object/bbox/ymax", Floats(0.5f))
        },
        {
            "AFB2128", "'image/object/bbox/ymax' of record 2 (byte {0}) has 3 values and 'image/object/bbox/xmin' has 2 values, so its 3 boxes are left out: write one value for each box into each list",
            ("image/object/bbox/ymax", Floats(0.5f, 1, 1))
        },
        {
            "AFB2128", "'image/object/bbox/xmin' of record 2 (byte {0}) has 2 values and 'image/object/class/text' has 1 value, so its 2 boxes are left out: write one value for each box into each list",
            ("image/object/class/text", Texts("cow"))
        },
        {
            "AFB2128", "'image/object/bbox/xmin' of record 2 (byte {0}) has 2 values and 'image/object/is_crowd' has 3 values, so its 2 boxes are left out: write one value for each box into each list",
            ("image/object/is_crowd", Integers(0, 0, 1))
        },
        {
            "AFB2129", "'image/object/bbox/ymax' of box 2 in record 2 (byte {0}) is 480.0, where the API reads fractions of the image from 0 to 1, so its 2 boxes are left out: divide x by the image's width and y by its height",
            ("image/object/bbox/ymax", Floats(1, 480))
        },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void OneBadRecordCostsNoOther(string code, string message, (string Name, Feature? Value) feature)
    {
        AnnotationFile file = TfRecords.Read(Good(), Good().With(feature), Good());

        Assert.Equal($"train.record: warning {code}: {Place(message)}", TfRecords.Says(file));
        Assert.True(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.DoesNotContain(file.Boxes, b => b.Line == 2);
        Assert.Equal(file.Diagnostics[0].Message.Contains("3 boxes", StringComparison.Ordinal) ? 7 : 6, file.ObjectCount);
        Assert.Equal([0, 2], file.Boxes.Select(b => b.Image).Distinct());
        TfRecords.AssertKeepsTheOthers(file);
    }

    [Fact]
    public void ClassesOfADroppedRecordCount()
    {
        AnnotationFile file = TfRecords.Read(Good(), Image("x.jpg", 9, 9, ("cow", 0, 0, 300, 200)), Good());
        Assert.Equal(["dog", "cat", "cow"], file.ClassNames);
        Assert.Equal(5, file.ObjectCount);
    }

    [Theory]
    [InlineData("image/object/class/text", "warning AFB2019: box 2 in record 2 (byte {0}) has an empty 'image/object/class/text', so it is used but its class is not counted: give it a name")]
    [InlineData(null, "warning AFB2019: record 2 (byte {0}) has neither 'image/object/class/text' nor 'image/object/class/label', so its 2 boxes are used but their classes are not counted: write one of them")]
    public void ABoxWithoutAClassIsUsed(string? feature, string message)
    {
        Example without = feature is null
            ? Good().With(("image/object/class/text", null), ("image/object/class/label", null))
            : Good().With((feature, Texts("dog", " ")));
        AnnotationFile file = TfRecords.Read(Good(), without, Good());

        Assert.Equal("train.record: " + Place(message), TfRecords.Says(file));
        Assert.False(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(-1, file.Boxes[3].ClassIndex);
        Assert.Equal(6, file.Boxes.Count);
    }

    [Fact]
    public void AClassNameMustBeUtf8()
    {
        AnnotationFile file = TfRecords.Read(Good(), Good().With(("image/object/class/text", Bytes([0xC3, (byte)'a'], Encoding.UTF8.GetBytes("\uFFFD")))), Good());

        Assert.Equal(
            Place("train.record: warning AFB2131: the class name '\uFFFDa' of box 1 in record 2 (byte {0}) is not UTF-8, so the box is used but its class is not counted: write the name as UTF-8"),
            TfRecords.Says(file));
        Assert.Equal(["dog", "cat", "\uFFFD"], file.ClassNames);
        Assert.Equal([-1, 2], file.Boxes.Where(b => b.Line == 2).Select(b => b.ClassIndex));
    }

    [Fact]
    public void ARecordThatIsNoExampleCostsNoOther()
    {
        var sequence = new SequenceExample { Context = Good().Features, FeatureLists = new FeatureLists() };
        AnnotationFile file = TfRecords.Read(Good(), sequence, Good());
        Assert.Equal(Place("train.record: warning AFB2126: record 2 (byte {0}) is no tf.Example (it holds a tf.SequenceExample) and is left out: write it again"), TfRecords.Says(file));
        Assert.True(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        TfRecords.AssertKeepsTheOthers(file);

        // The last field says that it is longer than what is left.
        byte[] cut = Good().ToByteArray();
        file = TfRecords.Read(TfRecordWriter.WriteBytes(Good().ToByteArray(), cut[..^20], Good().ToByteArray()));
        Assert.Equal(
            Place($"train.record: warning AFB2126: record 2 (byte {{0}}) is no tf.Example (it is no protobuf message of that type from byte {At + TfRecordWriter.HeaderLength} of the file on) and is left out: write it again"),
            TfRecords.Says(file));
        TfRecords.AssertKeepsTheOthers(file);
    }

    [Fact]
    public void AnEmptyExampleIsAnImageWithoutBoxes()
    {
        AnnotationFile file = TfRecords.Read(Good(), new Example(), Good());
        Assert.Empty(file.Diagnostics);
        TfRecords.AssertKeepsTheOthers(file);
    }

    [Fact]
    public void FilesWithoutBoxesSaySoOnce()
    {
        Example classification = Of(("image/encoded", Blob(20)), ("image/class/label", Integers(1)));
        Assert.Equal(
            "train.record: warning AFB2130: none of the 2 records of the file has 'image/object/bbox/xmin', 'ymin', 'xmax' or 'ymax', so it has no boxes "
            + "(the first has 'image/encoded', 'image/class/label'): write these features, or remove the file from AnchorAnnotations",
            TfRecords.Says(TfRecords.Read(classification, classification.With(("other", Integers(1))))));

        // Images without objects are data.
        Assert.Empty(TfRecords.Read(Image("a.jpg", 3, 4)).Diagnostics);
    }

    [Fact]
    public void ManyFaultsOfAKindAreCounted()
    {
        AnnotationFile file = TfRecords.Read([.. Enumerable.Repeat(Between([1, 1, 0, 0]), 1000)]);
        Assert.Equal(21, file.Diagnostics.Count);
        Assert.Equal("980 more of this kind in the file are not listed (the corners of a box are swapped)", file.Diagnostics[^1].Message);
        Assert.Equal(2000, file.Boxes.Count);
    }

    private static string Place(string message) => message.Replace("{0}", At.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
