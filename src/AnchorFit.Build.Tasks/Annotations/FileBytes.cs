using System;
using System.IO;

namespace AnchorFit.Annotations;

/// <summary>A buffer that holds one file after another, so that small files cost no allocation each.</summary>
internal sealed class FileBytes
{
    /// <summary>Larger files are refused, where the stream knows its length before anything is allocated for them.</summary>
    private const int MaxLength = 256 << 20;

    /// <summary>A larger buffer is let go after its file.</summary>
    private const int KeptLength = 1 << 20;

    private byte[] _buffer = new byte[16 << 10];

    /// <summary>The rest of the stream; the bytes are valid until the next call. False when there are too many.</summary>
    public bool TryRead(Stream stream, out ReadOnlyMemory<byte> bytes)
    {
        byte[] buffer = _buffer;
        int length = 0;
        bytes = default;
        if (stream.CanSeek && stream.Length - stream.Position > MaxLength)
        {
            return false;
        }

        while (true)
        {
            int read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
            {
                break;
            }

            length += read;
            if (length > MaxLength)
            {
                return false;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        if (buffer.Length <= KeptLength)
        {
            _buffer = buffer;
        }

        bytes = new ReadOnlyMemory<byte>(buffer, 0, length);
        return true;
    }
}
