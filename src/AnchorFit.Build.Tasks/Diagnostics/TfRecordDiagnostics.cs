using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>
/// Faults of TFRecords: AFB2120–2124 cost the whole file, AFB2125–2129 a record (policy <c>AnchorFitInvalidBoxes</c>),
/// AFB2130–2131 nothing. A binary file has no lines: the words name the record and the byte where it begins.
/// </summary>
internal static class TfRecordDiagnostics
{
    internal static readonly DiagnosticRule NotTfRecord = new("AFB2120", Error, "A file is not a TFRecord");

    internal static readonly DiagnosticRule LengthDamaged = new("AFB2121", Error, "The length of a record is damaged");

    internal static readonly DiagnosticRule RecordTruncated = new("AFB2122", Error, "A TFRecord ends within a record");

    internal static readonly DiagnosticRule CompressionBroken = new("AFB2123", Error, "A compressed TFRecord can't be decompressed");

    internal static readonly DiagnosticRule NoExamples = new("AFB2124", Error, "The records of a TFRecord are no tf.Example");

    internal static readonly DiagnosticRule ContentDamaged = CostsRecord("AFB2125", "The content of a record is damaged");

    internal static readonly DiagnosticRule NotAnExample = CostsRecord("AFB2126", "A record is no tf.Example");

    internal static readonly DiagnosticRule FeatureKindWrong = CostsRecord("AFB2127", "A feature has values of another kind than the API reads");

    internal static readonly DiagnosticRule ListLengthsDiffer = CostsRecord("AFB2128", "The lists of a record's boxes differ in length");

    internal static readonly DiagnosticRule CoordinatesInPixels = CostsRecord("AFB2129", "The boxes of a record are not in fractions of the image");

    internal static readonly DiagnosticRule BoxFeaturesMissing = new("AFB2130", Warning, "No record of a TFRecord has features for boxes");

    internal static readonly DiagnosticRule ClassNameUndecodable = new("AFB2131", Warning, "A class name in a record is not UTF-8");

    public static Diagnostic Empty(string path) => OfFile(
        AnnotationDiagnostics.FileEmpty, path, "the TFRecord is empty: write it again, or remove it from AnchorAnnotations");

    /// <param name="found">What it is instead, as a clause: "it looks like JSON".</param>
    public static Diagnostic NoTfRecord(string path, string found) => OfFile(
        NotTfRecord, path, $"the file is not a TFRecord: {found}; correct AnchorAnnotations, or the item's Format");

    /// <param name="record">The record as "record 12 (byte 34567)"; so in all that follow.</param>
    /// <param name="isZero">There is nothing but zeros.</param>
    public static Diagnostic DamagedLength(string path, string record, bool isZero) => OfFile(
        LengthDamaged, path,
        isZero
            ? $"{record} is nothing but zeros, so nothing of this file is used: it was not written or copied to its end; do that again"
            : $"the length of {record} does not fit its checksum, so nothing of this file is used: it was damaged there, or something else was written into it; write or copy it again");

    /// <param name="needed">How many bytes the record's content and its checksum take.</param>
    /// <param name="found">How many there are.</param>
    public static Diagnostic Truncated(string path, string record, long needed, long found) => OfFile(
        RecordTruncated, path,
        $"{record} needs {Number(needed)} more bytes after its header and the file ends after {Number(found)}, so nothing of this file is used: it was not written or copied to its end; do that again");

    public static Diagnostic TruncatedHeader(string path, string record, int needed, int found) => OfFile(
        RecordTruncated, path,
        $"the header of {record} takes {Number(needed)} bytes and the file ends after {Number(found)}, so nothing of this file is used: it was not written or copied to its end; do that again");

    /// <param name="reason">The decompressor's own words.</param>
    public static Diagnostic BrokenCompression(string path, string reason) => OfFile(
        CompressionBroken, path,
        $"the compressed data of the file are damaged, so nothing of it is used ({Reason(reason)}): write or copy it again");

    /// <param name="found">What the first record is instead, as a clause: "it holds a tf.SequenceExample".</param>
    public static Diagnostic NoneIsExample(string path, string record, string found, int count) => OfFile(
        NoExamples, path,
        $"none of the {Number(count)} records of the file is a tf.Example ({record}: {found}): write the boxes as tf.Example, or remove the file from AnchorAnnotations");

    public static Diagnostic DamagedContent(string path, string record) => OfFile(
        ContentDamaged, path, $"the content of {record} does not fit its checksum and its boxes are left out: write or copy the file again");

    public static Diagnostic NoExample(string path, string record, string found) => OfFile(
        NotAnExample, path, $"{record} is no tf.Example ({found}) and is left out: write it again");

    /// <param name="found">The list that the feature has: float_list.</param>
    /// <param name="expected">The one that the API reads.</param>
    public static Diagnostic WrongKind(string path, string record, string feature, string found, string expected, int boxes) => OfFile(
        FeatureKindWrong, path,
        $"'{feature}' of {record} holds values of {found}, where the API reads {expected}, so {TheBoxes(boxes)} left out: write it as {expected}");

    /// <param name="features">The names of the missing ones, quoted and joined.</param>
    public static Diagnostic MissingCorner(string path, string record, string features, int boxes) => OfFile(
        AnnotationDiagnostics.CornerMissing, path, $"{record} has no {features}, so {TheBoxes(boxes)} left out: write all four edges of each box");

    public static Diagnostic DifferentLengths(string path, string record, string longest, int count, string other, int otherCount) => OfFile(
        ListLengthsDiffer, path,
        $"'{longest}' of {record} has {Values(count)} and '{other}' has {Values(otherCount)}, so {TheBoxes(count)} left out: write one value for each box into each list");

    public static Diagnostic InPixels(string path, string record, string feature, float value, int box, int boxes) => OfFile(
        CoordinatesInPixels, path,
        $"'{feature}' of box {Number(box)} in {record} is {FloatText.Shortest(value)}, where the API reads fractions of the image from 0 to 1, so {TheBoxes(boxes)} left out: divide x by the image's width and y by its height");

    /// <param name="others">Names of features that the first record has.</param>
    public static Diagnostic MissingBoxFeatures(string path, int records, IReadOnlyList<string> others) => OfFile(
        BoxFeaturesMissing, path,
        $"none of the {Number(records)} records of the file has 'image/object/bbox/xmin', 'ymin', 'xmax' or 'ymax', so it has no boxes"
        + (others.Count == 0 ? string.Empty : $" (the first has {string.Join(", ", others.Select(Quote))})")
        + ": write these features, or remove the file from AnchorAnnotations");

    /// <param name="box">The box as "box 2 of 'dog' in record 12 (byte 34567)"; so in all that follow.</param>
    /// <param name="found">The edges that are none: "xmin is nan".</param>
    public static Diagnostic NotANumber(string path, string box, string found) => OfFile(
        AnnotationDiagnostics.CornerNotANumber, path, $"{box} is left out, as an edge is not a number ({found}): write fractions of the image such as 0.25");

    /// <param name="found">The swapped pairs: "xmin 0.5 is greater than xmax 0.25".</param>
    public static Diagnostic Swapped(string path, string box, string found) => OfFile(
        AnnotationDiagnostics.CornersSwapped, path, $"the corners of {box} are swapped ({found}) and it is left out: exchange the values");

    /// <param name="found">The equal pairs: "xmin and xmax are both 0.5".</param>
    public static Diagnostic NoExtent(string path, string box, string found) => OfFile(
        AnnotationDiagnostics.BoxWithoutExtent, path, $"{box} has no area ({found}) and is left out: draw it again, or remove it");

    /// <param name="edges">The box as its four edges.</param>
    public static Diagnostic OutsideImage(string path, string box, string edges) => OfFile(
        AnnotationDiagnostics.BoxOutsideImage, path, $"{box} ({edges}) lies outside its image, which goes from 0 to 1, and is left out: correct the box");

    /// <param name="excess">By how much on which sides: "0.02 of its width at the left".</param>
    public static Diagnostic CrossesEdge(string path, string box, string excess) => OfFile(
        AnnotationDiagnostics.BoxCrossesEdge, path, $"{box} exceeds its image by {excess} and is used as it is: correct the box");

    public static Diagnostic MissingName(string path, string box) => OfFile(
        AnnotationDiagnostics.NameMissing, path, $"{box} has an empty 'image/object/class/text', so it is used but its class is not counted: give it a name");

    public static Diagnostic MissingClasses(string path, string record, int boxes) => OfFile(
        AnnotationDiagnostics.NameMissing, path,
        $"{record} has neither 'image/object/class/text' nor 'image/object/class/label', so {TheBoxes(boxes)} used but their classes are not counted: write one of them");

    /// <param name="name">The bytes, as far as they can be shown.</param>
    public static Diagnostic UndecodableName(string path, string box, string name) => OfFile(
        ClassNameUndecodable, path, $"the class name {Quote(name)} of {box} is not UTF-8, so the box is used but its class is not counted: write the name as UTF-8");

    private static Diagnostic OfFile(DiagnosticRule rule, string path, string message) => new(rule, path, LinePosition.None, message);

    private static DiagnosticRule CostsRecord(string code, string title) => new(code, Warning, title) { ConcernsInvalidBox = true };

    private static string TheBoxes(int count) => count == 1 ? "its box is" : $"its {Number(count)} boxes are";

    private static string Values(int count) => count == 1 ? "1 value" : $"{Number(count)} values";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
