using System;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>
/// The names of record files: <c>train.record</c>, <c>train.tfrecord.gz</c>, and those of one shard out of several,
/// <c>train.record-00003-of-00010</c>, whose extension stands before that.
/// </summary>
internal static class TfRecordName
{
    private const string Of = "-of-";

    private static readonly string[] Extensions = [".record", ".records", ".tfrecord", ".tfrecords", ".tfrec"];

    /// <summary>The name, without the extension of a compression, ends in <c>-NNNNN-of-NNNNN</c>.</summary>
    public static bool IsShard(string path) => WithoutCompression(path) is var name && LengthWithoutShard(name) < name.Length;

    /// <summary>The name, without the shard and the extension of a compression, has an extension of record files.</summary>
    public static bool HasExtension(string path)
    {
        string name = WithoutCompression(path);
        name = WithoutCompression(name.Substring(0, LengthWithoutShard(name)));
        return Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    private static string WithoutCompression(string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 3) : name;

    private static int LengthWithoutShard(string name)
    {
        int total = DigitsBefore(name, name.Length);
        int of = total - Of.Length;
        if (total == name.Length || of < 0 || string.CompareOrdinal(name, of, Of, 0, Of.Length) != 0)
        {
            return name.Length;
        }

        int number = DigitsBefore(name, of);
        return number < of && number > 0 && name[number - 1] == '-' ? number - 1 : name.Length;
    }

    /// <summary>Where the digits begin that end at a place. The question marks of a pattern count as digits.</summary>
    private static int DigitsBefore(string name, int end)
    {
        while (end > 0 && name[end - 1] is (>= '0' and <= '9') or '?')
        {
            end--;
        }

        return end;
    }
}
