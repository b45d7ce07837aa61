using System;
using System.IO;

namespace AnchorFit.Tests.Support;

/// <summary>A stream that gives a few bytes at a time, as a network may.</summary>
internal sealed class PieceStream(byte[] bytes, int pieceLength) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, pieceLength));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, pieceLength)]);
}
