using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Run;
using Xunit;

namespace AnchorFit.Tests.Run;

public class ClassCountTests
{
    [Fact]
    public void CountsNames() => Assert.Equal(new ClassCount(2, "annotations"), Decide(NumClassesSetting.Auto, "cat", "dog"));

    [Fact]
    public void TakesTheLargestIdWhereAllNamesAreIds() => Assert.Equal(new ClassCount(9, "annotations"), Decide(NumClassesSetting.Auto, "2", "9"));

    [Fact]
    public void CountsWhereOnlySomeNamesAreIds() => Assert.Equal(new ClassCount(2, "annotations"), Decide(NumClassesSetting.Auto, "9", "dog"));

    [Fact]
    public void CountsWhereAnIdIsZero() => Assert.Equal(new ClassCount(2, "annotations"), Decide(NumClassesSetting.Auto, "0", "5"));

    [Fact]
    public void LeavesTheConfigWhereThereAreNoNames() => Assert.Equal(new ClassCount(null, "base_config"), Decide(NumClassesSetting.Auto));

    [Fact]
    public void KeepsOnRequest() => Assert.Equal(new ClassCount(null, "base_config"), Decide(new(NumClassesKind.Keep, 0), "cat"));

    [Fact]
    public void TakesTheGivenNumber() => Assert.Equal(new ClassCount(37, "setting"), Decide(new(NumClassesKind.Given, 37), "cat"));

    [Theory]
    [InlineData("auto", 5, "label_map")]
    [InlineData("keep", null, "base_config")]
    [InlineData("3", 3, "setting")]
    public void ALabelMapDecidesWhereNobodyElseDoes(string setting, int? value, string source) => Assert.Equal(
        new ClassCount(value, source),
        ClassCount.Decide(
            new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitNumClasses", setting)).Values.NumClasses,
            ClassIds.Assign(["cat", "dog"]),
            new LabelMap("map.pbtxt", [new LabelMapItem(5, "cat", null)])));

    private static ClassCount Decide(NumClassesSetting setting, params string[] names) =>
        ClassCount.Decide(setting, ClassIds.Assign(names), labelMap: null);
}
