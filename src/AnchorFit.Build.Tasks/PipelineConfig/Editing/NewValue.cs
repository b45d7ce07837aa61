using System.Collections.Generic;
using System.Linq;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>A value to be written, without layout: that is taken from where it goes.</summary>
internal abstract record NewValue
{
    /// <summary>What a value says, apart from its comments, separators and lines.</summary>
    public static NewValue From(SourceText source, ValueSyntax value) => value switch
    {
        MessageSyntax message => new Message([.. message.Fields.Select(field => new NewField(NameOf(field), From(source, field.Value)))]),
        ListSyntax list => new List([.. list.Items.Select(item => From(source, item))]),
        StringSyntax text => new Scalar(OneLine(source, text), text.Bytes),
        _ => new Scalar(ScalarText.Of(source, value), null),
    };

    /// <summary>Whether a value in a file says the same already: numbers and strings in any spelling, fields in the same order.</summary>
    public abstract bool IsSame(SourceText source, ValueSyntax value);

    private static string NameOf(FieldSyntax field) => field.Name.IsBracketed ? "[" + field.Name.Text + "]" : field.Name.Text;

    // Adjacent strings may stand on several lines, with comments between.
    private static string OneLine(SourceText source, StringSyntax text)
    {
        string written = source.Slice(text.Span);
        return SourceLayout.HasLineBreak(written)
            ? string.Join(" ", TextFormatLexer.Tokenize(written).Where(token => token.Kind == TokenKind.String).Select(token => written.Substring(token.Span.Start, token.Span.Length)))
            : written;
    }

    /// <param name="Text">As it shall stand in the file.</param>
    /// <param name="Bytes">Of a string, what it stands for.</param>
    public sealed record Scalar(string Text, byte[]? Bytes) : NewValue
    {
        public override bool IsSame(SourceText source, ValueSyntax value) => value is StringSyntax text && Bytes is not null
            ? text.Bytes.SequenceEqual(Bytes)
            : ScalarText.IsSame(source, value, Text);
    }

    public sealed record Message(IReadOnlyList<NewField> Fields) : NewValue
    {
        public override bool IsSame(SourceText source, ValueSyntax value) => value is MessageSyntax message
            && message.Fields.Count == Fields.Count
            && message.Fields.Zip(Fields, (field, wanted) => NameOf(field) == wanted.Name && wanted.Value.IsSame(source, field.Value)).All(same => same);
    }

    public sealed record List(IReadOnlyList<NewValue> Items) : NewValue
    {
        public override bool IsSame(SourceText source, ValueSyntax value) => value is ListSyntax list
            && list.Items.Count == Items.Count
            && list.Items.Zip(Items, (item, wanted) => wanted.IsSame(source, item)).All(same => same);
    }
}
