namespace AnchorFit.PipelineConfig.Schema;

/// <summary>What became of a value's text.</summary>
/// <param name="Value">The value as the field's accessor takes it; null where there is none.</param>
/// <param name="Fault">What is wrong with it.</param>
internal readonly record struct ScalarValue(object? Value, ScalarFault Fault)
{
    public static ScalarValue Of(object value) => new(value, ScalarFault.None);

    public static ScalarValue Faulty(ScalarFault fault) => new(null, fault);
}

/// <summary>The ways in which a scalar's text can be wrong.</summary>
internal enum ScalarFault
{
    None,

    /// <summary>The parser has already said so.</summary>
    Malformed,

    /// <summary>A word where a number must stand, a fraction where a whole number must, and so on.</summary>
    WrongKind,

    /// <summary>A whole number that the field's type cannot hold.</summary>
    OutOfRange,

    /// <summary>The enum has no value of this name or number.</summary>
    UnknownEnumValue,

    /// <summary>The bytes of a string field are not UTF-8.</summary>
    NotUtf8,

    /// <summary>A finite number beyond the range of the field's type: it is read, as infinity.</summary>
    BecomesInfinite,
}
