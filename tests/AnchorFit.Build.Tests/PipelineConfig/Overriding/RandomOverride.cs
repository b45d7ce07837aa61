using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AnchorFit.Tests.PipelineConfig.Overriding;

/// <summary>A way through the schema, chosen by numbers, with a value at its end, and what it does to a message.</summary>
internal sealed class RandomOverride
{
    private static readonly (float Value, string Text)[] Numbers = [(0.5f, "0.5"), (-3f, "-3"), (1e-3f, "1e-3"), (float.PositiveInfinity, "inf"), (0f, "0.0")];

    private readonly int[] _choices;
    private int _next;

    private RandomOverride(int[] choices) => _choices = choices;

    public static Gen<int[]> Choices { get; } = Gen.Int[0, 9_999].Array[40];

    public string Path { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    /// <summary>The way leads through a member of a oneof while another is set.</summary>
    public bool LeadsAstray { get; private set; }

    /// <summary>Chooses, and does to the message what the override should do to it.</summary>
    public static RandomOverride Do(IMessage message, int[] choices)
    {
        var random = new RandomOverride(choices);
        random.Walk(message);
        return random;
    }

    private void Walk(IMessage message)
    {
        FieldDescriptor[] fields = [.. message.Descriptor.Fields.InDeclarationOrder().Where(LeadsToAValue)];
        FieldDescriptor[] set = [.. fields.Where(f => f.IsRepeated ? ((IList)f.Accessor.GetValue(message)).Count > 0 : f.Accessor.HasValue(message))];
        fields = set.Length > 0 && Choose(4) > 0 ? set : fields;
        FieldDescriptor field = fields[Choose(fields.Length)];
        Path += (Path.Length == 0 ? "" : ".") + field.Name;
        bool isMessage = field.FieldType == FieldType.Message;
        LeadsAstray |= isMessage && field.RealContainingOneof is { } oneof && oneof.Accessor.GetCaseFieldDescriptor(message) is { } other && other != field;
        if (!field.IsRepeated)
        {
            if (!isMessage)
            {
                field.Accessor.SetValue(message, Value(field));
                return;
            }

            if (!field.Accessor.HasValue(message))
            {
                field.Accessor.SetValue(message, Empty(field));
            }

            Walk((IMessage)field.Accessor.GetValue(message));
            return;
        }

        var list = (IList)field.Accessor.GetValue(message);
        int index = Choose(list.Count + 1);
        Path += index == list.Count ? "[+]" : "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
        object item = isMessage ? index == list.Count ? Empty(field) : list[index]! : Value(field);
        if (index == list.Count)
        {
            list.Add(item);
        }

        if (isMessage)
        {
            Walk((IMessage)item);
        }
        else
        {
            list[index] = item;
        }
    }

    private static bool LeadsToAValue(FieldDescriptor field)
        => !field.IsMap && (field.FieldType != FieldType.Message || field.MessageType.Fields.InDeclarationOrder().Any(LeadsToAValue));

    private object Value(FieldDescriptor field)
    {
        switch (field.FieldType)
        {
            case FieldType.Bool:
                bool truth = Choose(2) == 0;
                Text = truth ? "true" : "false";
                return truth;
            case FieldType.Float:
                (float number, Text) = Numbers[Choose(Numbers.Length)];
                return number;
            case FieldType.Enum:
                EnumValueDescriptor value = field.EnumType.Values[Choose(field.EnumType.Values.Count)];
                Text = value.Name;
                return Enum.ToObject(field.EnumType.ClrType, value.Number);
            case FieldType.String:
                Text = string.Concat(Enumerable.Range(0, 1 + Choose(6)).Select(_ => "ab#{}<\\\"'é/:;, "[Choose(15)])).Trim(' ', '"', '\'');
                Text = Text.Length == 0 ? "x" : Text;
                return Text;
            default:
                long whole = Choose(10_000);
                Text = whole.ToString(CultureInfo.InvariantCulture);
                return Convert.ChangeType(whole, field.FieldType switch
                {
                    FieldType.Int32 => typeof(int),
                    FieldType.UInt32 => typeof(uint),
                    FieldType.Int64 => typeof(long),
                    FieldType.UInt64 => typeof(ulong),
                    FieldType.Double => typeof(double),
                    _ => throw new NotSupportedException(field.FullName),
                }, CultureInfo.InvariantCulture);
        }
    }

    private static IMessage Empty(FieldDescriptor field) => field.MessageType.Parser.ParseFrom(ByteString.Empty);

    private int Choose(int count) => _choices[_next++ % _choices.Length] % count;
}
