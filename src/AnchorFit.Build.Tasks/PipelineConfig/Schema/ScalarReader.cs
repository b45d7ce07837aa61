using System;
using System.Text;
using AnchorFit.PipelineConfig.Syntax;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Turns a value's syntax into the value of a scalar field. Accepts what Python's protobuf accepts, because the
/// trainer reads its config with that, and nothing else.
/// </summary>
internal static class ScalarReader
{
    /// <summary>Half a step above the largest float: protobuf rounds it down (SafeDoubleToFloat), a cast rounds it to infinity.</summary>
    private const double LargestRoundedToFloat = 3.4028235677973366e+38;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a value for a field whose type is neither a message nor a group.</summary>
    public static ScalarValue Read(FieldDescriptor field, ValueSyntax value) => value switch
    {
        LiteralSyntax literal => ReadLiteral(field, literal),
        StringSyntax text => ReadString(field, text),
        _ => ScalarValue.Faulty(ScalarFault.WrongKind),
    };

    /// <summary>The smallest and the largest value of a whole-number type; null for other types.</summary>
    public static (long Min, ulong Max)? Range(FieldType type) => type switch
    {
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => (int.MinValue, int.MaxValue),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => (long.MinValue, long.MaxValue),
        FieldType.UInt32 or FieldType.Fixed32 => (0, uint.MaxValue),
        FieldType.UInt64 or FieldType.Fixed64 => (0, ulong.MaxValue),
        _ => null,
    };

    private static ScalarValue ReadLiteral(FieldDescriptor field, LiteralSyntax literal)
    {
        if (!literal.IsIdentifier && !NumberLiteral.IsWellFormed(literal.Literal))
        {
            return ScalarValue.Faulty(ScalarFault.Malformed);
        }

        return field.FieldType switch
        {
            FieldType.Bool => ReadBool(literal),
            FieldType.Enum => ReadEnum(field.EnumType, literal),
            FieldType.Float => ReadFloat(literal, isSingle: true),
            FieldType.Double => ReadFloat(literal, isSingle: false),
            FieldType.String or FieldType.Bytes => ScalarValue.Faulty(ScalarFault.WrongKind),
            _ => ReadInteger(field.FieldType, literal),
        };
    }

    private static ScalarValue ReadBool(LiteralSyntax literal) => literal switch
    {
        { HasSign: false, Literal: "true" or "True" or "t" or "1" } => ScalarValue.Of(true),
        { HasSign: false, Literal: "false" or "False" or "f" or "0" } => ScalarValue.Of(false),
        _ => ScalarValue.Faulty(ScalarFault.WrongKind),
    };

    private static ScalarValue ReadInteger(FieldType type, LiteralSyntax literal)
    {
        if (literal.IsIdentifier || !IntegerLiteral.TryParse(literal.Literal, out ulong? magnitude))
        {
            return ScalarValue.Faulty(ScalarFault.WrongKind);
        }

        (long min, ulong max) = Range(type)!.Value;
        ulong limit = literal.IsNegative ? unchecked((ulong)-min) : max;
        if (magnitude is not { } size || size > limit)
        {
            return ScalarValue.Faulty(ScalarFault.OutOfRange);
        }

        long signed = unchecked(literal.IsNegative ? -(long)size : (long)size);
        return ScalarValue.Of((min < 0, max > uint.MaxValue) switch
        {
            (true, false) => (object)(int)signed,
            (true, true) => signed,
            (false, false) => (uint)size,
            (false, true) => size,
        });
    }

    private static ScalarValue ReadFloat(LiteralSyntax literal, bool isSingle)
    {
        if (!FloatLiteral.TryParse(literal.Literal, literal.IsIdentifier, out double value))
        {
            return ScalarValue.Faulty(ScalarFault.WrongKind);
        }

        value = literal.IsNegative ? -value : value;
        float single = Math.Abs(value) == LargestRoundedToFloat ? Math.Sign(value) * float.MaxValue : (float)value;
        object result = isSingle ? (object)single : value;
        bool isInfinite = double.IsInfinity(isSingle ? single : value);
        return new ScalarValue(result, isInfinite && !literal.IsIdentifier ? ScalarFault.BecomesInfinite : ScalarFault.None);
    }

    private static ScalarValue ReadEnum(EnumDescriptor type, LiteralSyntax literal)
    {
        EnumValueDescriptor? value;
        if (literal.IsIdentifier)
        {
            value = literal.IsNegative ? null : type.FindValueByName(literal.Literal);
        }
        else if (!IntegerLiteral.TryParse(literal.Literal, out ulong? magnitude))
        {
            return ScalarValue.Faulty(ScalarFault.WrongKind);
        }
        else
        {
            value = magnitude is { } size and <= int.MaxValue && !IsOctal(literal.Literal, size)
                ? type.FindValueByNumber(literal.IsNegative ? -(int)size : (int)size)
                : null;
        }

        return value is null
            ? ScalarValue.Faulty(ScalarFault.UnknownEnumValue)
            : ScalarValue.Of(Enum.ToObject(type.ClrType, value.Number));
    }

    /// <summary>Python reads octal in integer fields, but not as an enum's number.</summary>
    private static bool IsOctal(string digits, ulong value)
        => value != 0 && digits[0] == '0' && digits[1] is >= '0' and <= '9';

    private static ScalarValue ReadString(FieldDescriptor field, StringSyntax text)
    {
        switch (field.FieldType)
        {
            case FieldType.Bytes:
                return ScalarValue.Of(ByteString.CopyFrom(text.Bytes));
            case FieldType.String:
                try
                {
                    return ScalarValue.Of(StrictUtf8.GetString(text.Bytes));
                }
                catch (ArgumentException)
                {
                    return ScalarValue.Faulty(ScalarFault.NotUtf8);
                }

            default:
                return ScalarValue.Faulty(ScalarFault.WrongKind);
        }
    }
}
