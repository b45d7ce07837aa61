using System;
using System.IO;

namespace AnchorFit.Annotations.Tables;

/// <summary>The part of a text file that is in memory: from the row at hand on. It grows to hold a row.</summary>
internal sealed class RowBuffer
{
    private Stream _stream = Stream.Null;

    /// <summary>For files, one after another; each is begun with <see cref="Begin"/>.</summary>
    public RowBuffer() => Bytes = new byte[256 << 10];

    /// <summary>A text that is in memory.</summary>
    public RowBuffer(ReadOnlySpan<byte> text)
    {
        Bytes = text.ToArray();
        Filled = Bytes.Length;
        Ended = true;
    }

    /// <summary>The bytes; only <see cref="Filled"/> of them count.</summary>
    public byte[] Bytes { get; private set; }

    public int Filled { get; private set; }

    /// <summary>Nothing of the file is left to read.</summary>
    public bool Ended { get; private set; }

    /// <summary>Begins another file.</summary>
    public void Begin(Stream stream)
    {
        _stream = stream;
        Ended = false;
        Filled = 0;
        Fill(0);
    }

    /// <summary>Moves what begins at an offset to the front, and reads on until the buffer is full.</summary>
    public void Fill(int from)
    {
        int kept = Filled - from;
        byte[] target = kept == Bytes.Length ? new byte[2 * kept] : Bytes;
        Buffer.BlockCopy(Bytes, from, target, 0, kept);
        Bytes = target;
        Filled = kept;
        while (Filled < Bytes.Length && !Ended)
        {
            int read = _stream.Read(Bytes, Filled, Bytes.Length - Filled);
            Filled += read;
            Ended = read == 0;
        }
    }
}
