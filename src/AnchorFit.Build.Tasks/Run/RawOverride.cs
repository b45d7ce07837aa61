using System;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>One <c>PipelineConfigOverride</c> as the project has it; empty where nothing was said.</summary>
/// <param name="Path">The item: the path of a field.</param>
/// <param name="Value">Metadata: what the field becomes.</param>
/// <param name="Clear">Metadata: <c>true</c> to remove the field.</param>
/// <param name="Locate">Finds the item in the project; asked when there is something to say of it.</param>
internal sealed record RawOverride(string Path, string Value, string Clear, Func<FilePlace> Locate)
{
    public bool IsClear => string.Equals(Clear.Trim(), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Equal text means the same override.</summary>
    public string Text => Clear.Length == 0 ? Path + ": " + Value : Path + ": " + Value + " (Clear " + Clear + ")";

    /// <summary>What is wrong with the metadata; null when they say one thing to do.</summary>
    public Diagnostic? Check()
    {
        bool hasValue = Value.Trim().Length > 0;
        bool isChoice = IsClear || Clear.Trim().Length == 0 || string.Equals(Clear.Trim(), "false", StringComparison.OrdinalIgnoreCase);
        return !isChoice ? OverrideDiagnostics.InvalidClear(Locate(), Path, Clear)
            : IsClear && hasValue ? OverrideDiagnostics.ValueAndClear(Locate(), Path, Value)
            : !IsClear && !hasValue ? OverrideDiagnostics.NoValue(Locate(), Path)
            : null;
    }
}
