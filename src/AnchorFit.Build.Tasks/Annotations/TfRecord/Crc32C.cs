using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
#if NET
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using ArmCrc32 = System.Runtime.Intrinsics.Arm.Crc32;
#endif

namespace AnchorFit.Annotations.TfRecord;

/// <summary>
/// The checksum of TFRecords: CRC-32 with Castagnoli's polynomial 0x1EDC6F41 (RFC 3720, appendix B.4), by the
/// processor's own instruction where it has one, else by tables for eight bytes at a time.
/// </summary>
internal static class Crc32C
{
    /// <summary>The polynomial with its bits in reverse, as the least significant bit comes first.</summary>
    private const uint Polynomial = 0x82F63B78;

    /// <summary>Entry 256·k + b: the checksum of byte b with k zero bytes after it.</summary>
    private static readonly uint[] Tables = MakeTables();

    /// <summary>The checksum of what came before (0 at the beginning) continued over more bytes.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
#if NET
        if (Sse42.X64.IsSupported || ArmCrc32.Arm64.IsSupported)
        {
            return AppendByInstruction(checksum, bytes);
        }
#endif
        return AppendByTable(checksum, bytes);
    }

    /// <summary>The form in which TFRecords store a checksum (<c>crc32c::Mask</c>): rotated by 15 bits, plus a constant.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static uint Mask(uint checksum) => unchecked(((checksum >> 15) | (checksum << 17)) + 0xA282EAD8);

    [MethodImpl(HotPath.OptimizeAtOnce)]
    internal static uint AppendByTable(uint checksum, ReadOnlySpan<byte> bytes)
    {
        uint crc = ~checksum;
        uint[] tables = Tables;
        while (bytes.Length >= 8)
        {
            uint low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(4));
            crc = tables[1792 + (low & 0xFF)] ^ tables[1536 + ((low >> 8) & 0xFF)]
                ^ tables[1280 + ((low >> 16) & 0xFF)] ^ tables[1024 + (low >> 24)]
                ^ tables[768 + (high & 0xFF)] ^ tables[512 + ((high >> 8) & 0xFF)]
                ^ tables[256 + ((high >> 16) & 0xFF)] ^ tables[high >> 24];
            bytes = bytes.Slice(8);
        }

        foreach (byte b in bytes)
        {
            crc = tables[(crc ^ b) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeTables()
    {
        uint[] tables = new uint[8 * 256];
        for (uint b = 0; b < 256; b++)
        {
            uint crc = b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
            }

            tables[b] = crc;
        }

        for (int i = 256; i < tables.Length; i++)
        {
            uint shorter = tables[i - 256];
            tables[i] = tables[shorter & 0xFF] ^ (shorter >> 8);
        }

        return tables;
    }

#if NET
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static uint AppendByInstruction(uint checksum, ReadOnlySpan<byte> bytes)
    {
        uint crc = ~checksum;
        foreach (ulong eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            crc = Sse42.X64.IsSupported ? (uint)Sse42.X64.Crc32(crc, eight) : ArmCrc32.Arm64.ComputeCrc32C(crc, eight);
        }

        for (int i = bytes.Length & ~7; i < bytes.Length; i++)
        {
            crc = Sse42.X64.IsSupported ? Sse42.Crc32(crc, bytes[i]) : ArmCrc32.ComputeCrc32C(crc, bytes[i]);
        }

        return ~crc;
    }
#endif
}
