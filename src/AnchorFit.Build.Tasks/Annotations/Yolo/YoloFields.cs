using System;

namespace AnchorFit.Annotations.Yolo;

/// <summary>The fields of a line, which stand between blanks.</summary>
internal ref struct YoloFields(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private int _end;

    /// <summary>Where the field begins in the line.</summary>
    public int Start { get; private set; }

    /// <summary>The field; empty before the first and after the last.</summary>
    public readonly ReadOnlySpan<byte> Current => _line.Slice(Start, _end - Start);

    public bool MoveNext()
    {
        ReadOnlySpan<byte> text = _line;
        int at = _end;
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }

        Start = at;
        while (at < text.Length && text[at] is not ((byte)' ' or (byte)'\t'))
        {
            at++;
        }

        _end = at;
        return at > Start;
    }

    /// <summary>How many fields a line has.</summary>
    public static int Count(ReadOnlySpan<byte> line)
    {
        int count = 0;
        for (var fields = new YoloFields(line); fields.MoveNext();)
        {
            count++;
        }

        return count;
    }
}
