using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>Faults, places and texts that may be missing, as bytes and back.</summary>
internal static class DiagnosticCodec
{
    /// <summary>The rule stands in full, so that it needs no table of every rule to be found again.</summary>
    /// <param name="diagnostic">The fault; of a file beside the annotations it keeps the path.</param>
    /// <param name="ownPath">The path of the annotations.</param>
    /// <param name="target">Receives the bytes.</param>
    public static void Write(Diagnostic diagnostic, string ownPath, ByteWriter target)
    {
        WriteOptional(diagnostic.Path == ownPath ? null : diagnostic.Path, target);
        target.WriteText(diagnostic.Rule.Code);
        target.WriteNumber((int)diagnostic.Rule.Severity);
        target.WriteText(diagnostic.Rule.Title);
        target.WriteByte(diagnostic.Rule.ConcernsInvalidBox ? (byte)1 : (byte)0);
        target.WriteNumber((int)diagnostic.Severity);
        target.WriteNumber(diagnostic.FaultCount);
        Write(diagnostic.Start, target);
        Write(diagnostic.End, target);
        target.WriteText(diagnostic.Message);
    }

    public static Diagnostic Read(ref ByteReader source, string ownPath)
    {
        string path = ReadOptional(ref source) ?? ownPath;
        var rule = new DiagnosticRule(source.ReadText(), (DiagnosticSeverity)source.ReadNumber(), source.ReadText())
        {
            ConcernsInvalidBox = source.ReadByte() != 0,
        };
        var severity = (DiagnosticSeverity)source.ReadNumber();
        int faults = source.ReadNumber();
        return new Diagnostic(rule, path, ReadPosition(ref source), ReadPosition(ref source), source.ReadText()) { Severity = severity, FaultCount = faults };
    }

    public static void Write(LinePosition position, ByteWriter target)
    {
        target.WriteNumber(position.Line);
        target.WriteNumber(position.Column);
    }

    public static LinePosition ReadPosition(ref ByteReader source) => new(source.ReadNumber(), source.ReadNumber());

    public static void WriteOptional(string? text, ByteWriter target)
    {
        target.WriteByte(text is null ? (byte)0 : (byte)1);
        target.WriteText(text ?? string.Empty);
    }

    public static string? ReadOptional(ref ByteReader source)
    {
        bool isThere = source.ReadByte() != 0;
        string text = source.ReadText();
        return isThere ? text : null;
    }
}
