using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Overriding;

/// <summary>
/// Reads the text of an override's value and checks it against the schema. It is text format, but for one thing: text
/// of a string field may stand without quotes, as they are a burden in XML attributes.
/// </summary>
internal static class OverrideValue
{
    /// <summary>The value as a document of one field; null where it can't be that, which the diagnostics say.</summary>
    public static ConfigDocument? Read(ConfigOverride item, OverrideTarget target, bool replacesString, DiagnosticBag diagnostics)
    {
        string text = item.Value!.Trim();
        bool isString = target.Field is { } field ? IsString(field) && !target.IsWholeRepeated : replacesString;
        if (isString && text is not ['"' or '\'', ..])
        {
            text = StringText.Quote(text);
        }

        bool isMessage = target.Field is { FieldType: FieldType.Message or FieldType.Group };
        if (target.IsWholeRepeated && text is not ['[', ..])
        {
            diagnostics.Add(OverrideDiagnostics.NeedsList(item.Locate(), item.Path, target.Path.ToString(), text));
            return null;
        }

        // A message without braces would be read as something else.
        string value = isMessage && text is not ['{' or '<' or '[', ..] ? StringText.Quote(text) : text;
        string name = target.Path.Last.NameText + ": ";
        ConfigDocument document = TextFormatParser.Parse(new SourceText("Value", name + value) { ValueStart = name.Length });
        if (document.Diagnostics.FirstOrDefault(fault => fault.IsError) is { } syntaxFault)
        {
            // The columns of the first line count the name, too.
            int column = syntaxFault.Start.Line == 1 ? syntaxFault.Start.Column - name.Length : OffsetOfLine(value, syntaxFault.Start.Line) + syntaxFault.Start.Column;
            int before = item.Value!.Length - item.Value.TrimStart().Length;
            diagnostics.Add(OverrideDiagnostics.OfSyntax(item.Locate(), item.Path, before + Math.Max(1, column), syntaxFault));
            return null;
        }

        if (document.Root.Fields is not [{ Separator: null }])
        {
            diagnostics.Add(OverrideDiagnostics.SeveralValues(item.Locate(), item.Path, text));
            return null;
        }

        IReadOnlyList<Diagnostic> faults = [.. document.Diagnostics, .. SchemaFaults(document, target)];
        foreach (Diagnostic fault in faults)
        {
            diagnostics.Add(OverrideDiagnostics.OfValue(item.Locate(), item.Path, fault));
        }

        return faults.Any(fault => fault.IsError) ? null : document;
    }

    private static IReadOnlyList<Diagnostic> SchemaFaults(ConfigDocument document, OverrideTarget target)
    {
        if (target.Parent is null || target.Field is null)
        {
            return [];
        }

        if (target.Field.IsRepeated && !target.IsWholeRepeated && document.Root.Fields[0].Value is ListSyntax list)
        {
            return [SchemaDiagnostics.ListForSingular(document.Source, list.Span, target.Path.ToString(), FieldTypeText.Takes(target.Field))];
        }

        return ConfigBinder.Check(document, target.Parent, target.ParentPath, UnknownFieldPolicy.Error);
    }

    private static int OffsetOfLine(string text, int line)
    {
        int start = 0;
        for (int i = 1; i < line; i++)
        {
            start = text.IndexOf('\n', start) + 1;
        }

        return start;
    }

    private static bool IsString(FieldDescriptor field) => field.FieldType is FieldType.String or FieldType.Bytes;
}
