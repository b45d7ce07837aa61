using System;
using System.Text;

namespace AnchorFit.BrokenConfigs;

/// <summary>One way to break <see cref="BrokenConfigList.Sound"/>, and the one error that it must give.</summary>
/// <param name="Name">What was done; names the row in test results, and its file.</param>
/// <param name="Part">What of the sound config is replaced; it stands there once.</param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="Code">The diagnostic's code.</param>
/// <param name="Line">Its line; 0 where only the file can be named.</param>
/// <param name="Column">Its column.</param>
/// <param name="Says">A part of its message: the offending value, or the cure.</param>
internal sealed record BrokenConfig(string Name, string Part, string Replacement, string Code, int Line, int Column, string Says)
{
    /// <summary>How the text becomes bytes; UTF-8 unless the encoding is what's broken.</summary>
    public Func<string, byte[]> Encode { get; init; } = Encoding.UTF8.GetBytes;

    /// <summary>The name of a file for it.</summary>
    public string FileName => Name.Replace(' ', '_') + ".config";

    /// <summary>The broken file.</summary>
    public byte[] Content()
    {
        string sound = BrokenConfigList.Sound;
        int start = sound.IndexOf(Part, StringComparison.Ordinal);
        return start >= 0 && start == sound.LastIndexOf(Part, StringComparison.Ordinal)
            ? Encode(string.Concat(sound.AsSpan(0, start), Replacement, sound.AsSpan(start + Part.Length)))
            : throw new InvalidOperationException($"'{Part}' must stand once in the sound config ({Name}).");
    }

    public override string ToString() => Name;
}
