using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.BuiltIn;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Protos;
using AnchorFit.Tests.PipelineConfig.Schema;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Overriding;

public class OverridePropertyTests
{
    private static readonly string[] Texts = [.. BuiltInConfigs.Names.SelectMany(name => Styles(Read(name)))];

    [Fact]
    public void TheMessageIsTheOldOneWithTheFieldSet()
        => Gen.Select(Gen.Int[0, Texts.Length - 1], RandomOverride.Choices).Sample(
            (text, choices) =>
            {
                BoundConfig<TrainEvalPipelineConfig> before = Binding.Pipeline(Texts[text]);
                TrainEvalPipelineConfig expected = before.Message.Clone();
                RandomOverride item = RandomOverride.Do(expected, choices);
                DiagnosticBag diagnostics = [];
                OverriddenConfig result = OverrideAssert.Run(Texts[text], diagnostics, (item.Path, item.Text));
                if (item.LeadsAstray)
                {
                    Assert.Equal("AFB4032", Assert.Single(diagnostics).Code);
                    Assert.Equal(Texts[text], result.Document.Source.Content);
                    return;
                }

                Assert.Empty(diagnostics);
                BoundConfig<TrainEvalPipelineConfig> after = Binding.Pipeline(result.Document.Source.Content);
                Assert.Empty(after.Diagnostics);
                Assert.Equal(expected, after.Message);
                bool tookAPlace = result.Applied.Any(applied => applied.Replaced.Count > 0);
                AssertOnlyOnePlaceChanged(Texts[text], result.Document.Source.Content, tookAPlace);
            },
            iter: 1_000);

    [Fact]
    public void ClearingAnyMessageLeavesTheOthers()
        => Gen.Select(Gen.Int[0, Texts.Length - 1], RandomOverride.Choices).Sample(
            (text, choices) =>
            {
                TrainEvalPipelineConfig expected = Binding.Pipeline(Texts[text]).Message.Clone();
                string path = Clear(expected, choices);
                string result = OverrideAssert.Apply(Texts[text], (path, null));
                Assert.Equal(expected, Binding.Pipeline(result).Message);
                AssertOnlyOnePlaceChanged(result, Texts[text]);
            },
            iter: 300);

    private static string Clear(IMessage message, int[] choices)
    {
        string path = string.Empty;
        for (int i = 0; ; i++)
        {
            FieldDescriptor[] set = [.. message.Descriptor.Fields.InDeclarationOrder().Where(f => !f.IsRepeated && f.Accessor.HasValue(message))];
            FieldDescriptor field = set[choices[i] % set.Length];
            path += (i == 0 ? "" : ".") + field.Name;
            if (field.Accessor.GetValue(message) is not IMessage inner || choices[i] % 5 == 0
                || !inner.Descriptor.Fields.InDeclarationOrder().Any(f => !f.IsRepeated && f.Accessor.HasValue(inner)))
            {
                field.Accessor.Clear(message);
                return path;
            }

            message = inner;
        }
    }

    /// <summary>
    /// What is before a place and what is behind it make up the whole shorter text, but for a value that was replaced:
    /// one line, or the message of a oneof whose place another one took.
    /// </summary>
    private static void AssertOnlyOnePlaceChanged(string before, string after, bool tookAPlace = false)
    {
        int start = before.Zip(after, (a, b) => a == b).TakeWhile(same => same).Count();
        int end = before.Reverse().Zip(after.Reverse(), (a, b) => a == b).TakeWhile(same => same).Count();
        int lost = before.Length - Math.Min(before.Length, start + end);
        string value = before.Substring(start, lost);
        Assert.True(lost == 0 || tookAPlace || (!value.Contains('\n', StringComparison.Ordinal) && !value.Contains('{', StringComparison.Ordinal)), value);
    }

    private static string Read(string name)
    {
        using Stream stream = BuiltInConfigs.TryOpen(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Styles(string text)
    {
        string canonical = CanonicalPrinter.Print(Binding.Pipeline(text).Message);
        string angles = canonical.Replace('{', '<').Replace('}', '>');
        return
        [
            text, text.ReplaceLineEndings("\r\n"), canonical, angles, string.Join("", angles.Split('\n').Select(line => line.Trim() + " ")),
            string.Join('\n', canonical.Split('\n').Select(line => line.EndsWith('{') || line.Length == 0 ? line : line + ";")),
        ];
    }
}
