using System.Linq;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public class ItemPlaceTests
{
    private const string Project = """
        <?xml version="1.0"?>
        <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
          <ItemGroup>
            <!-- <PipelineConfigOverride Include="once" /> -->
            <PipelineConfigOverride Include="once" Value="1" />
            <PipelineConfigOverride Include="a; b[0] ;c" Value="2" />
            <PipelineConfigOverride Include="twice" Value="3" />
            <PipelineConfigOverride Include="twice">
              <Value> 4 </Value>
            </PipelineConfigOverride>
            <PipelineConfigOverride Include="same" Value="5" />
            <PipelineConfigOverride Include="same" Value="5" />
            <PipelineConfigOverride Include="$(Prefix).path" Value="6" />
            <PipelineConfigOverride Include="escaped%5b0%5d" Value="7" />
          </ItemGroup>
        </Project>
        """;

    [Theory]
    [InlineData("once", "1", 5)]
    [InlineData("once", "another, from metadata set elsewhere", 5)]
    [InlineData("b[0]", "2", 6)]
    [InlineData("c", "2", 6)]
    [InlineData("twice", "3", 7)]
    [InlineData("twice", "4", 8)]
    [InlineData("twice", "5", 0)]
    [InlineData("same", "5", 0)]
    [InlineData("x.path", "6", 0)]
    [InlineData("escaped[0]", "7", 14)]
    public void IsTheOneElementThatTheItemCanHaveComeFrom(string path, string value, int line)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("p.csproj", Project);

        Assert.Equal(line == 0 ? LinePosition.None : new LinePosition(line, 5), ItemPlace.Find(file, path, value));
    }

    [Theory]
    [InlineData("<PipelineConfigOverride Include='a.*.b' Value='1' />", "a.*.b 1:21")]
    [InlineData("<PipelineConfigOverride Include='ok; a?;b[*]' />", "a? 1:21;b[*] 1:21")]
    [InlineData("<PipelineConfigOverride Include='%2a;$(Any).*;@(None->*)' />", "")]
    [InlineData("<PipelineConfigOverride Include='a*' Condition='false' />", "a* 1:21?")]
    [InlineData("<X Condition='false'><PipelineConfigOverride Include='a*' /></X><PipelineConfigOverride Include='b*' />", "a* 1:42?;b* 1:85")]
    [InlineData("<X Condition='false' /><PipelineConfigOverride Include='b*' />", "b* 1:44")]
    [InlineData("<Target Name='x'><ItemGroup><PipelineConfigOverride Include='a*' /></ItemGroup></Target>", "a* 1:49?")]
    [InlineData("<Compile Include='*.cs' />", "")]
    [InlineData("<PipelineConfigOverride Include='*'", "")]
    public void WildcardsAreFoundAndWhetherAConditionMayLeaveThemOut(string items, string expected)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("p.csproj", "<Project><ItemGroup>" + items + "</ItemGroup></Project>");

        Assert.Equal(expected, string.Join(";", ItemPlace.FindWildcards(file).Select(found => $"{found.Pattern} {found.Place.Line}:{found.Place.Column}{(found.IsConditional ? "?" : string.Empty)}")));
        Assert.Empty(ItemPlace.FindWildcards(folder.Path + "/none.csproj"));
    }

    [Theory]
    [InlineData("<Project")]
    [InlineData("<!DOCTYPE x><Project />")]
    [InlineData("<Project><PipelineConfigOverride Include='a'><Value><b/></Value></PipelineConfigOverride></Project>")]
    public void IsUnknownInAFileThatCantBeRead(string text)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(LinePosition.None, ItemPlace.Find(folder.Write("p.csproj", text), "a", "1"));
        Assert.Equal(LinePosition.None, ItemPlace.Find(folder.Path + "/none.csproj", "a", "1"));
    }
}
