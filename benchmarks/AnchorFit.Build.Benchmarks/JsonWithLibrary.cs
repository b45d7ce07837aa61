using System;
using System.IO;
using System.Text;
using System.Text.Json;

namespace AnchorFit.Benchmarks;

/// <summary>Boxes of a COCO file by Utf8JsonReader over a stream in segments, with the line and column that a fault would need.</summary>
internal static class JsonWithLibrary
{
    /// <returns>The sum of the areas.</returns>
    public static double Read(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        byte[] buffer = new byte[256 << 10];
        JsonReaderState state = default;
        var boxes = new Boxes();
        (int line, long column) = (1, 1);
        int length = 0;
        for (bool isFinal = false; !isFinal;)
        {
            int read = stream.Read(buffer, length, buffer.Length - length);
            isFinal = read == 0;
            length += read;
            var json = new Utf8JsonReader(buffer.AsSpan(0, length), isFinal, state);
            while (json.Read())
            {
                boxes.Take(ref json);
            }

            state = json.CurrentState;
            int consumed = (int)json.BytesConsumed;
            (line, column) = Pass(buffer.AsSpan(0, consumed), line, column);
            buffer.AsSpan(consumed, length - consumed).CopyTo(buffer);
            length -= consumed;
        }

        return column > 0 ? boxes.Area : line;
    }

    private static (int Line, long Column) Pass(ReadOnlySpan<byte> text, int line, long column)
    {
        int last = text.LastIndexOf((byte)'\n');
        return last < 0
            ? (line, column + Encoding.UTF8.GetCharCount(text))
            : (line + text.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(text[(last + 1)..]));
    }

    private sealed class Boxes
    {
        private readonly double[] _box = new double[4];
        private int _at = -1;
        private bool _isCategory;
        private bool _isImage;

        /// <summary>Adds up the ids, so that reading them is some work.</summary>
        public long Ids { get; private set; }

        public double Area { get; private set; }

        public void Take(ref Utf8JsonReader json)
        {
            switch (json.TokenType)
            {
                case JsonTokenType.PropertyName when json.CurrentDepth == 3:
                    _at = json.ValueTextEquals("bbox"u8) ? 0 : -1;
                    _isCategory = json.ValueTextEquals("category_id"u8);
                    _isImage = json.ValueTextEquals("image_id"u8);
                    break;
                case JsonTokenType.Number when _at is >= 0 and < 4:
                    _box[_at++] = json.GetDouble();
                    Area += _at == 4 ? _box[2] * _box[3] : 0;
                    break;
                case JsonTokenType.Number when _isCategory:
                    Ids += json.GetInt64();
                    break;
                case JsonTokenType.Number when _isImage:
                    Ids += json.GetInt64();
                    break;
                default:
                    break;
            }
        }
    }
}
