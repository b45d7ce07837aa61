using System;
using System.IO;

namespace AnchorFit.Tests.Support;

/// <summary>Gives at most so many bytes at once, and counts them.</summary>
internal sealed class PiecewiseStream(byte[] content, int piece, bool canSeek = false) : Stream
{
    private long _at;

    /// <summary>How many bytes were read.</summary>
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => false;

    public override long Length => canSeek ? content.Length : throw new NotSupportedException();

    public override long Position
    {
        get => canSeek ? _at : throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = (int)Math.Min(Math.Min(count, piece), Math.Max(0, content.Length - _at));
        Array.Copy(content, _at, buffer, offset, read);
        _at += read;
        BytesRead += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        Xunit.Assert.True(canSeek);
        return _at = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => _at + offset, _ => content.Length + offset };
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
