using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>
/// The bytes of one record file after another, forward only, through one buffer. What is skipped is not read where the
/// stream can seek. Behind a skip little is read at first, since the next one may be near; then twice as much each time.
/// </summary>
internal sealed class TfRecordBytes
{
    private const int SmallRead = 2 << 10;
    private const int LargeRead = 256 << 10;

    /// <summary>A larger buffer is let go after its file.</summary>
    private const int KeptLength = 1 << 20;

    private byte[] _buffer = new byte[4 * SmallRead];
    private Stream _stream = Stream.Null;
    private CancellationToken _cancellation;
    private long _bufferAt;
    private int _at;
    private int _end;
    private int _nextRead;
    private bool _seeks;
    private bool _sums;
    private uint _sum;
    private int _sumFrom;

    /// <summary>How many bytes there are in all; null where the stream doesn't know.</summary>
    public long? Length { get; private set; }

    /// <summary>How many bytes lie behind.</summary>
    public long Position => _bufferAt + _at;

    /// <summary>The bytes ahead that are in memory; until the next call that moves or fills.</summary>
    public ReadOnlySpan<byte> Buffered => new(_buffer, _at, _end - _at);

    /// <summary>Begins with the rest of a stream.</summary>
    public void Open(Stream stream, CancellationToken cancellation)
    {
        _stream = stream;
        _cancellation = cancellation;
        _seeks = stream.CanSeek;
        Length = _seeks ? stream.Length - stream.Position : null;
        _bufferAt = _at = _end = _sumFrom = 0;
        _nextRead = SmallRead;
        _sums = false;
        if (_buffer.Length > KeptLength)
        {
            _buffer = new byte[4 * SmallRead];
        }
    }

    /// <summary>
    /// Has so many bytes in <see cref="Buffered"/>; false when the stream ends before. The buffer grows only with what
    /// was read, so a wrong count costs no memory.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fill(int count) => _end - _at >= count || FillFromStream(count);

    /// <summary>Moves on over bytes that are in <see cref="Buffered"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(int count) => _at += count;

    /// <summary>Moves on; false when the stream ends before.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool Skip(long count)
    {
        int buffered = _end - _at;
        if (count <= buffered)
        {
            _at += (int)count;
            return true;
        }

        return _seeks && !_sums ? Seek(count, buffered) : ReadOver(count);
    }

    /// <summary>From here on every byte counts for a checksum, for which skipped ones are read.</summary>
    public void BeginChecksum()
    {
        _sums = true;
        _sum = 0;
        _sumFrom = _at;
    }

    /// <summary>The checksum of everything since <see cref="BeginChecksum"/>.</summary>
    public uint EndChecksum()
    {
        SumUp();
        _sums = false;
        return _sum;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool Seek(long count, int buffered)
    {
        if (count > Length - Position)
        {
            return false;
        }

        _stream.Seek(count - buffered, SeekOrigin.Current);
        _bufferAt = Position + count;
        _at = _end = 0;
        _nextRead = SmallRead;
        return true;
    }

    private bool ReadOver(long count)
    {
        while (true)
        {
            int part = (int)Math.Min(count, _end - _at);
            _at += part;
            count -= part;
            if (count == 0)
            {
                return true;
            }

            if (!FillFromStream(1))
            {
                return false;
            }
        }
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool FillFromStream(int count)
    {
        SumUp();
        Buffer.BlockCopy(_buffer, _at, _buffer, 0, _end - _at);
        _bufferAt += _at;
        _end -= _at;
        _at = _sumFrom = 0;
        bool more = true;
        while (more && _end < count)
        {
            if (_end == _buffer.Length || (_nextRead > _buffer.Length && _buffer.Length < LargeRead))
            {
                Array.Resize(ref _buffer, 2 * _buffer.Length);
            }

            more = ReadAll(Math.Min(_buffer.Length - _end, Math.Max(count - _end, _nextRead)));
            _nextRead = Math.Min(2 * _nextRead, LargeRead);
        }

        return _end >= count;
    }

    /// <summary>So that no result depends on how a stream cuts what it gives; false at its end.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool ReadAll(int count)
    {
        while (count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            int read = _stream.Read(_buffer, _end, count);
            if (read == 0)
            {
                return false;
            }

            _end += read;
            count -= read;
        }

        return true;
    }

    private void SumUp()
    {
        if (_sums)
        {
            _sum = Crc32C.Append(_sum, new ReadOnlySpan<byte>(_buffer, _sumFrom, _at - _sumFrom));
            _sumFrom = _at;
        }
    }
}
