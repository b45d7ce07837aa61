using System;
using System.Collections.Generic;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Editing;

/// <summary>Does an operation and checks what holds for all of them: ordered edits, valid result, twice equals once.</summary>
internal static class EditAssert
{
    public static string Repeated(string text, string path, params string[] values)
        => Apply(text, document => ConfigEditor.SetRepeated(document, FieldPath.Parse(path), values));

    public static string Scalar(string text, string path, string value)
        => Apply(text, document => ConfigEditor.SetScalar(document, FieldPath.Parse(path), value));

    private static string Apply(string text, Func<ConfigDocument, IReadOnlyList<TextEdit>> edit)
    {
        string result = TextEdits.Apply(text, edit(Parse(text)));
        Assert.Empty(edit(Parse(result)));
        return result;
    }

    private static ConfigDocument Parse(string text)
    {
        ConfigDocument document = TextFormatParser.Parse(new SourceText("edited.config", text));
        Assert.DoesNotContain(document.Diagnostics, item => item.IsError);
        return document;
    }
}
