using System.IO;
using System.Runtime.CompilerServices;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>
/// Reads TFRecords of <c>tf.Example</c>, plain or compressed with gzip or zlib, with the features that the API's
/// <c>tf_example_decoder</c> reads. In plain files images are skipped, not read. Boxes are in fractions of the image;
/// those that cross its edge stay as they are, as the API's decoder takes them; difficult, crowd and group-of are flags.
/// The class is <c>image/object/class/text</c>, else the number <c>image/object/class/label</c> in its place. The weight
/// of a box in the loss (<c>image/object/weight</c>) is not read: here every box counts alike.
/// </summary>
internal sealed class TfRecordReader : IAnnotationReader
{
    private const int BoxesBetweenCalls = 1 << 16;
    private const int RecordsBetweenCalls = 1 << 12;

    private readonly TfRecordBytes _bytes = new();
    private readonly TfExample _example = new();
    private readonly TfExampleBoxes _boxes = new();
    private readonly TfExampleParser _parser;

    public TfRecordReader() => _parser = new TfExampleParser(_bytes);

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options)
    {
        _bytes.Open(stream, options.Cancellation);
        _bytes.Fill(TfRecordFrames.HeaderLength);
        if (TfRecordFrames.IsHeader(_bytes.Buffered))
        {
            return ReadRecords(source.Path, isDecompressed: false, options);
        }

        // The bytes that were read for a look at them can't be put back into every stream.
        byte[] start = _bytes.Buffered.ToArray();
        using var all = new PrefixedStream(start, stream);
        using Stream? records = TfRecordCompression.Open(start, all);
        if (records is null)
        {
            return ReadRecords(source.Path, isDecompressed: false, options);
        }

        _bytes.Open(records, options.Cancellation);
        return ReadRecords(source.Path, isDecompressed: true, options);
    }

    private AnnotationFile ReadRecords(string path, bool isDecompressed, ReadingOptions options)
    {
        var log = new FaultLog(path);
        var frames = new TfRecordFrames(_bytes, path, isDecompressed, options.CheckRecords);
        _boxes.BeginFile(path, log);
        _example.BeginFile();
        try
        {
            return ReadRecords(frames, log, path, options);
        }
        catch (InvalidDataException exception) when (isDecompressed)
        {
            return AnnotationFile.Failed(TfRecordDiagnostics.BrokenCompression(path, exception.Message));
        }
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private AnnotationFile ReadRecords(TfRecordFrames frames, FaultLog log, string path, ReadingOptions options)
    {
        int examples = 0;
        int told = 0;
        (TfRecordPlace Place, string Found)? firstOther = null;
        while (frames.Next())
        {
            _example.Clear();
            string? found = _parser.Read(frames.End, _example);
            if (!frames.Finish(out bool isDamaged))
            {
                break;
            }

            if (found is null && !isDamaged)
            {
                examples++;
                _boxes.Add(_example, frames.Place);
            }
            else
            {
                log.Add(isDamaged
                    ? TfRecordDiagnostics.DamagedContent(path, frames.Place.ToString())
                    : TfRecordDiagnostics.NoExample(path, frames.Place.ToString(), found!));
                firstOther ??= isDamaged ? null : (frames.Place, found!);
            }

            if (_boxes.Count - told >= BoxesBetweenCalls || frames.Count % RecordsBetweenCalls == 0)
            {
                options.Cancellation.ThrowIfCancellationRequested();
                Tell(options, ref told);
            }
        }

        if (frames.Fault is { } fault)
        {
            return AnnotationFile.Failed(fault);
        }

        // A set with fewer images than shards has empty ones.
        if (frames.Count == 0 && !TfRecordName.IsShard(path))
        {
            return AnnotationFile.Failed(TfRecordDiagnostics.Empty(path));
        }

        if (examples == 0 && firstOther is { } first)
        {
            return AnnotationFile.Failed(TfRecordDiagnostics.NoneIsExample(path, first.Place.ToString(), first.Found, frames.Count));
        }

        if (examples > 0 && !_boxes.SawEdges)
        {
            log.Add(TfRecordDiagnostics.MissingBoxFeatures(path, examples, _example.Others));
        }

        Tell(options, ref told);
        return _boxes.EndFile();
    }

    private void Tell(ReadingOptions options, ref int told)
    {
        if (_boxes.Count > told)
        {
            options.BoxesRead(_boxes.Count - told);
            told = _boxes.Count;
        }
    }
}
