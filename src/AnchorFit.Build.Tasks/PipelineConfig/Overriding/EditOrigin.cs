using System;
using System.Collections.Generic;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Overriding;

/// <summary>Where the parts of an edited text came from: from whoever edited it, or from the text before.</summary>
/// <param name="Before">The text before.</param>
/// <param name="Edits">What was done to it, by offset.</param>
/// <param name="Editor">Who did it.</param>
internal sealed record EditOrigin(SourceText Before, IReadOnlyList<TextEdit> Edits, Func<FilePlace> Editor)
{
    /// <summary>The field that was set, in the edited text: all of it counts as the editor's, its name too.</summary>
    public TextSpan Field { get; set; }

    public FilePlace Find(int offset)
    {
        if (offset >= Field.Start && offset < Field.End)
        {
            return Editor();
        }

        int shift = 0;
        foreach (TextEdit edit in Edits)
        {
            int start = edit.Start + shift;
            if (offset < start)
            {
                break;
            }

            if (offset < start + edit.NewText.Length)
            {
                return Editor();
            }

            shift += edit.NewText.Length - edit.Length;
        }

        return Before.GetPlace(offset - shift);
    }
}
