using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using AnchorFit.Protos;
using AnchorFit.Tests.Support;
using Google.Protobuf.Reflection;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

/// <summary>
/// The generated descriptors against schema-facts.txt: files with their imports; messages with extension ranges and
/// reserved numbers; fields as «number name type», <c>*</c> repeated, <c>!</c> required, «in» a oneof, «=» a default.
/// </summary>
public sealed class DescriptorTests
{
    private const string Package = "object_detection.protos.";
    private const string Folder = "object_detection/protos/";

    [Fact]
    public void SchemaIsThatOfTheApi()
    {
        string[] expected = Repository.Read("tests/AnchorFit.Build.Tests/PipelineConfig/Schema/schema-facts.txt").TrimEnd('\n').Split('\n');

        Assert.Equal(expected, Files().SelectMany(Describe));
    }

    [Fact]
    public void NothingIsMissing()
    {
        MessageDescriptor[] messages = Files().SelectMany(file => file.MessageTypes.SelectMany(WithNested)).ToArray();

        Assert.Equal(34, Files().Count());
        Assert.Equal(161, messages.Length);
        Assert.Equal(844, messages.Sum(message => message.Fields.InDeclarationOrder().Count));
        Assert.Equal(21, Files().Sum(file => Enums(file).Count()));
    }

    [Fact]
    public void PackageAndSyntaxAreThoseOfTheApi() => Assert.All(Files(), file =>
    {
        Assert.Equal("object_detection.protos", file.Package);
        Assert.Equal(Edition.Proto2, file.ToProto().HasEdition ? file.ToProto().Edition : Edition.Proto2);
        Assert.Contains(file.ToProto().Syntax, new[] { string.Empty, "proto2" });
    });

    /// <summary>All files that one of the schema's two roots or a file of its own reaches.</summary>
    private static IEnumerable<FileDescriptor> Files()
    {
        Dictionary<string, FileDescriptor> found = [];
        Type marker = typeof(PipelineReflection);
        foreach (Type type in marker.Assembly.GetTypes().Where(type => type.Namespace == marker.Namespace && type.Name.EndsWith("Reflection", StringComparison.Ordinal)))
        {
            var file = (FileDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!;
            if (file.Name.StartsWith(Folder, StringComparison.Ordinal))
            {
                found.Add(file.Name, file);
            }
        }

        return found.Values.OrderBy(file => file.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Describe(FileDescriptor file)
    {
        string[] imports = file.Dependencies.Select(other => other.Name[Folder.Length..]).Order(StringComparer.Ordinal).ToArray();
        yield return string.Join(' ', new[] { "file", file.Name[Folder.Length..] }.Concat(imports.Length == 0 ? [] : imports.Prepend("imports")));
        foreach (EnumDescriptor type in Enums(file).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            yield return $"enum {Short(type)} {string.Join(' ', type.Values.Select(value => $"{value.Name}={value.Number}"))}";
        }

        foreach (MessageDescriptor message in file.MessageTypes.SelectMany(WithNested).OrderBy(message => message.FullName, StringComparer.Ordinal))
        {
            yield return Describe(message);
            foreach (FieldDescriptor field in message.Fields.InFieldNumberOrder())
            {
                yield return Describe(field);
            }
        }
    }

    private static string Describe(MessageDescriptor message)
    {
        DescriptorProto proto = message.ToProto();
        var text = new StringBuilder("message ").Append(Short(message));
        foreach (DescriptorProto.Types.ExtensionRange range in proto.ExtensionRange)
        {
            string last = range.End == 1 << 29 ? "max" : (range.End - 1).ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $" extensions {range.Start}-{last}");
        }

        if (proto.ReservedRange.Count > 0)
        {
            IEnumerable<int> numbers = proto.ReservedRange.SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start));
            text.Append(" reserved ").AppendJoin(',', numbers);
        }

        return text.ToString();
    }

    private static string Describe(FieldDescriptor field)
    {
        FieldDescriptorProto proto = field.ToProto();
        var text = new StringBuilder($"  {field.FieldNumber} {field.Name} ");
        if (field.IsMap)
        {
            text.Append(CultureInfo.InvariantCulture, $"map<{TypeName(field.MessageType.FindFieldByNumber(1))},{TypeName(field.MessageType.FindFieldByNumber(2))}>");
        }
        else
        {
            text.Append(TypeName(field)).Append(field.IsRepeated ? "*" : field.IsRequired ? "!" : string.Empty);
        }

        text.Append(field.ContainingOneof is { } oneof ? " in " + oneof.Name : string.Empty);
        text.Append(proto.HasDefaultValue ? " = " + (proto.DefaultValue.Length == 0 ? "\"\"" : proto.DefaultValue) : string.Empty);
        return text.Append(field.IsDeprecated() ? " deprecated" : string.Empty).ToString();
    }

    private static string TypeName(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => Short(field.MessageType),
        FieldType.Enum => Short(field.EnumType),
        _ => field.FieldType.ToString().ToLowerInvariant(),
    };

    private static string Short(IDescriptor type) => type.FullName[Package.Length..];

    private static IEnumerable<EnumDescriptor> Enums(FileDescriptor file)
        => file.EnumTypes.Concat(file.MessageTypes.SelectMany(WithNested).SelectMany(message => message.EnumTypes));

    private static IEnumerable<MessageDescriptor> WithNested(MessageDescriptor message)
        => message.NestedTypes.Where(nested => !nested.IsMapEntry).SelectMany(WithNested).Prepend(message);
}

file static class DescriptorExtensions
{
    public static bool IsDeprecated(this FieldDescriptor field) => field.ToProto().Options?.Deprecated ?? false;
}
