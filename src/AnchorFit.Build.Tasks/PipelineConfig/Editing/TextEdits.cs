using System;
using System.Collections.Generic;
using System.Text;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>Applies edits to the text that they were made for.</summary>
internal static class TextEdits
{
    /// <summary>
    /// The text with all edits done. Offsets are those of the original text, whatever the edits before do to it.
    /// Every edit lies within the text; edits are ordered by <see cref="TextEdit.Start"/>; none begins before the one
    /// before ends. Several may begin at the same offset when all but the last are insertions: they take effect in
    /// their order. No edits give the same text.
    /// </summary>
    /// <exception cref="ArgumentException">The edits are out of bounds, out of order, or overlap.</exception>
    public static string Apply(string text, IReadOnlyList<TextEdit> edits)
    {
        if (edits.Count == 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        int done = 0;
        foreach (TextEdit edit in edits)
        {
            if (edit.Length < 0 || edit.Start < done || edit.Start > text.Length - edit.Length)
            {
                throw new ArgumentException("Edits must lie within the text, in order, without overlap.", nameof(edits));
            }

            result.Append(text, done, edit.Start - done).Append(edit.NewText);
            done = edit.End;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }
}
