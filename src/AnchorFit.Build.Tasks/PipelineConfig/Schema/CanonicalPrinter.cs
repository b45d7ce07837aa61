using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using AnchorFit.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Prints a proto2 message as Python's <c>text_format.MessageToString</c> does, to the byte: the fields that are set
/// by ascending number, two spaces a level, every element of a repeated field on its own line, maps by ascending
/// key, text escaped to ASCII, <c>\n</c> at the end of every line. Messages hold no extensions here: the schema
/// registers none.
/// </summary>
internal sealed class CanonicalPrinter
{
    private readonly StringBuilder _out = new();
    private int _indent;

    private CanonicalPrinter()
    {
    }

    public static string Print(IMessage message)
    {
        var printer = new CanonicalPrinter();
        printer.PrintFields(message);
        return printer._out.ToString();
    }

    private void PrintFields(IMessage message)
    {
        foreach (FieldDescriptor field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.IsMap)
            {
                PrintMap(field, (IDictionary)field.Accessor.GetValue(message));
            }
            else if (field.IsRepeated)
            {
                foreach (object item in (IList)field.Accessor.GetValue(message))
                {
                    PrintField(field, item);
                }
            }
            else if (field.Accessor.HasValue(message))
            {
                PrintField(field, field.Accessor.GetValue(message));
            }
        }
    }

    private void PrintMap(FieldDescriptor field, IDictionary map)
    {
        FieldDescriptor key = field.MessageType.FindFieldByNumber(1);
        FieldDescriptor value = field.MessageType.FindFieldByNumber(2);
        IEnumerable<object> keys = map.Keys.Cast<object>();
        IEnumerable<object> sorted = key.FieldType == FieldType.String
            ? keys.OrderBy(text => Encoding.UTF32.GetBytes((string)text), CodePointOrder.Instance)
            : keys.OrderBy(number => number, Comparer<object>.Default);
        foreach (object item in sorted)
        {
            OpenMessage(field);
            PrintField(key, item);
            PrintField(value, map[item]!);
            CloseMessage();
        }
    }

    private void PrintField(FieldDescriptor field, object value)
    {
        if (value is IMessage message)
        {
            OpenMessage(field);
            PrintFields(message);
            CloseMessage();
        }
        else
        {
            _out.Append(' ', _indent).Append(field.Name).Append(": ").Append(ScalarText(field, value)).Append('\n');
        }
    }

    private void OpenMessage(FieldDescriptor field)
    {
        _out.Append(' ', _indent).Append(FieldLookup.TextName(field)).Append(" {\n");
        _indent += 2;
    }

    private void CloseMessage()
    {
        _indent -= 2;
        _out.Append(' ', _indent).Append("}\n");
    }

    private static string ScalarText(FieldDescriptor field, object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        float number => FloatText.Shortest(number),
        double number => DoubleText.Shortest(number),
        string text => CEscape.Quote(Encoding.UTF8.GetBytes(text)),
        ByteString bytes => CEscape.Quote(bytes.ToByteArray()),
        Enum => EnumText(field.EnumType, Convert.ToInt32(value, CultureInfo.InvariantCulture)),
        IFormattable whole => whole.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException("No scalar of protobuf: " + value.GetType(), nameof(value)),
    };

    private static string EnumText(EnumDescriptor type, int number)
        => type.FindValueByNumber(number)?.Name ?? number.ToString(CultureInfo.InvariantCulture);
}
