using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Overriding;

/// <summary>
/// Applies a project's overrides to a config, one after the other, each to what those before it left. An override is
/// checked against the schema first; one that is wrong is reported and left out. Diagnostics about the result name the
/// lines of the original, or the override that set a field (<see cref="SourceText.GetPlace"/>).
/// </summary>
internal sealed class ConfigOverrides
{
    private readonly MessageDescriptor _root;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<AppliedOverride> _applied = [];
    private ConfigDocument _document;

    private ConfigOverrides(ConfigDocument document, MessageDescriptor root, DiagnosticBag diagnostics)
    {
        _document = document;
        _root = root;
        _diagnostics = diagnostics;
    }

    /// <param name="document">The config, without syntax errors.</param>
    /// <param name="root">The message that it holds.</param>
    /// <param name="overrides">In the order in which they count.</param>
    /// <param name="diagnostics">Receives what is wrong with them.</param>
    public static OverriddenConfig Apply(
        ConfigDocument document, MessageDescriptor root, IReadOnlyList<ConfigOverride> overrides, DiagnosticBag diagnostics)
    {
        var run = new ConfigOverrides(document, root, diagnostics);
        foreach (ConfigOverride item in overrides)
        {
            run.Apply(item);
        }

        return new OverriddenConfig(run._document, run._applied);
    }

    private void Apply(ConfigOverride item)
    {
        if (TargetResolver.Resolve(item, _document, _root, _diagnostics) is not { } target)
        {
            return;
        }

        if (item.Value is null)
        {
            if (target.Path.Last.Appends)
            {
                _diagnostics.Add(OverrideDiagnostics.ClearsNewElement(item.Locate(), item.Path));
                return;
            }

            Accept(item, target, FieldEditor.Clear(_document, target.Path));
            return;
        }

        FieldOccurrences present = FieldOccurrences.Find(_document, target.Path);
        bool replacesString = present.Elements is [.., { Value: StringSyntax }];
        if (OverrideValue.Read(item, target, replacesString, _diagnostics) is { } value)
        {
            NewValue wanted = NewValue.From(value.Source, value.Root.Fields[0].Value);
            Accept(item, target, target.IsWholeRepeated
                ? FieldEditor.SetAll(_document, target.Path, ((NewValue.List)wanted).Items, target.Order)
                : FieldEditor.Set(_document, target.Path, wanted, target.Order, target.Excluded));
        }
    }

    private void Accept(ConfigOverride item, OverrideTarget target, IReadOnlyList<TextEdit> edits)
    {
        SourceText before = _document.Source;
        var origin = new EditOrigin(before, edits, item.Locate);
        ConfigDocument after = TextFormatParser.Parse(new SourceText(before.Path, TextEdits.Apply(before.Content, edits), origin.Find));
        if (after.Diagnostics.FirstOrDefault(fault => fault.IsError) is { } fault)
        {
            // Value and config are each well-formed, but together they may be nested too deeply.
            _diagnostics.Add(OverrideDiagnostics.OfValue(item.Locate(), item.Path, fault));
            return;
        }

        FieldPath path = target.PathAfter;
        IReadOnlyList<FieldElement> elements = FieldOccurrences.Find(after, path).Elements;
        if (item.Value is not null && elements.Count > 0)
        {
            FieldElement set = elements[path.Last.Index ?? (elements.Count - 1)];
            origin.Field = set.List is null ? set.Field.Span : set.Value.Span;
        }

        string[] replaced = item.Value is null ? [] : [.. target.Excluded.Where(name => IsPresent(target, name))];
        _applied.Add(new AppliedOverride(item, path, replaced, after));
        _document = after;
    }

    private bool IsPresent(OverrideTarget target, string member)
        => FieldOccurrences.Find(_document, target.Path.WithLast(new FieldStep(member, IsExtension: false, null, Appends: false))).ByBlock.Count > 0;
}
