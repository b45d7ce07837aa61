using System;
using System.IO;

namespace AnchorFit.Annotations.Images;

/// <summary>
/// Looks into a stream here and there, forwards. What lies between is sought over, or read and dropped where the
/// stream can't seek.
/// </summary>
internal sealed class HeaderBytes(Stream stream)
{
    public const int WindowLength = 256;

    /// <summary>Enough for the head of every format, and little to read in vain at each segment of a JPEG.</summary>
    private readonly byte[] _window = new byte[WindowLength];

    private long _start;
    private int _length;

    /// <summary>Up to <paramref name="count"/> bytes from the beginning.</summary>
    public ReadOnlySpan<byte> Head(int count)
    {
        TryGet(0, count, out _);
        return new ReadOnlySpan<byte>(_window, 0, Math.Min(count, _length));
    }

    /// <summary>Bytes at an offset, which must not lie before that of an earlier call; false where the stream ends before.</summary>
    public bool TryGet(long offset, int count, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (offset + count > _start + _length && !TryMove(offset, count))
        {
            return false;
        }

        bytes = new ReadOnlySpan<byte>(_window, (int)(offset - _start), count);
        return true;
    }

    private bool TryMove(long offset, int count)
    {
        long end = _start + _length;
        int kept = (int)Math.Max(0, end - offset);
        if (kept > 0)
        {
            Buffer.BlockCopy(_window, _length - kept, _window, 0, kept);
        }
        else if (!TrySkip(offset - end))
        {
            return false;
        }

        _start = offset;
        _length = kept;
        while (_length < count)
        {
            int read = stream.Read(_window, _length, _window.Length - _length);
            if (read == 0)
            {
                return false;
            }

            _length += read;
        }

        return true;
    }

    private bool TrySkip(long count)
    {
        if (stream.CanSeek)
        {
            if (count > stream.Length - stream.Position)
            {
                return false;
            }

            stream.Seek(count, SeekOrigin.Current);
            return true;
        }

        while (count > 0)
        {
            int read = stream.Read(_window, 0, (int)Math.Min(count, _window.Length));
            if (read == 0)
            {
                return false;
            }

            count -= read;
        }

        return true;
    }
}
