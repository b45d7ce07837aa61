using System;
using System.IO;

namespace AnchorFit.Annotations;

/// <summary>Bytes that were already read of a stream, and then the rest of it; read only, and forward only.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream rest) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int ahead = Math.Min(count, prefix.Length - _at);
        if (ahead == 0)
        {
            return rest.Read(buffer, offset, count);
        }

        Buffer.BlockCopy(prefix, _at, buffer, offset, ahead);
        _at += ahead;
        return ahead;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
