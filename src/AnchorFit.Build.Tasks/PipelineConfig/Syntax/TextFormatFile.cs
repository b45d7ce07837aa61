using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>From the bytes of a text-format file to its tree, with everything that can be wrong on the way.</summary>
internal static class TextFormatFile
{
    /// <summary>The tree; null with at least one error where the file has no valid syntax.</summary>
    public static ConfigDocument? Parse(string path, byte[] content, DiagnosticBag diagnostics)
    {
        if (!ConfigText.TryDecode(path, content, out SourceText? text, out Diagnostic? undecodable))
        {
            diagnostics.Add(undecodable);
            return null;
        }

        if (ConfigText.FindForeignFormat(text) is { } foreign)
        {
            diagnostics.Add(foreign);
            return null;
        }

        ConfigDocument document = TextFormatParser.Parse(text);
        var faults = new DiagnosticBag();
        faults.AddRange(document.Diagnostics);
        diagnostics.AddRange(faults);
        return faults.HasErrors ? null : document;
    }
}
