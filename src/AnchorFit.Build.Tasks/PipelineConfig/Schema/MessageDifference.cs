using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>What must be written into a message of numbers so that it says what another says.</summary>
internal static class MessageDifference
{
    /// <summary>The fields whose values differ, in the order of their numbers. A field that isn't set has its default.</summary>
    /// <param name="path">The full path of the message.</param>
    /// <param name="before">What it says now.</param>
    /// <param name="after">What it shall say: of the same type, with as many elements in every repeated message.</param>
    /// <exception cref="NotSupportedException">A field that differs is neither float, int32 nor bool, nor a list of float.</exception>
    public static IEnumerable<WrittenField> Find(string path, IMessage before, IMessage after)
    {
        foreach (FieldDescriptor field in before.Descriptor.Fields.InFieldNumberOrder())
        {
            string name = path + "." + field.Name;
            (object was, object shall) = (field.Accessor.GetValue(before), field.Accessor.GetValue(after));
            if (field is { IsRepeated: true, FieldType: FieldType.Message })
            {
                (IList elements, IList others) = ((IList)was, (IList)shall);
                for (int i = 0; i < elements.Count; i++)
                {
                    string element = name + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
                    foreach (WrittenField difference in Find(element, (IMessage)elements[i]!, (IMessage)others[i]!))
                    {
                        yield return difference;
                    }
                }
            }
            else if (field is { IsRepeated: true, FieldType: FieldType.Float })
            {
                float[] values = [.. ((IEnumerable)shall).Cast<float>()];
                if (!values.SequenceEqual(((IEnumerable)was).Cast<float>()))
                {
                    yield return new RepeatedFloats(name, values);
                }
            }
            else if (!Equals(was, shall))
            {
                yield return new ScalarField(name, Text(shall));
            }
        }
    }

    private static string Text(object value) => value switch
    {
        float number => FloatText.Shortest(number),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool condition => condition ? "true" : "false",
        _ => throw new NotSupportedException("No text for a value of this type."),
    };
}
