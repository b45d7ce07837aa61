using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Protos;
using AnchorFit.Run;
using AnchorFit.Tests.PipelineConfig.Schema;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary><c>AnchorFitConfigStyle</c>.</summary>
public class ConfigStyleTests
{
    private const string Golden = "tests/AnchorFit.Build.Tests/Run/Golden/canonical.";

    [Fact]
    public void CanonicalMatchesTheGoldenFile()
    {
        FitOutcome outcome = Fit.Run(
            Repository.Read(Golden + "base.config"), [("a.xml", Voc.Xml("cat", (100, 50), (40, 80)))], s => s.With(("AnchorFitConfigStyle", "canonical"), ("AnchorFitAspectRatioCount", "2")));

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(Repository.Read(Golden + "expected.config"), Fit.Text(outcome));
    }

    [Theory]
    [InlineData("")]
    [InlineData("warn")]
    [InlineData("error")]
    [InlineData("ignore")]
    public void CanonicalRefusesWhatItWouldLose(string unknownFields)
    {
        FitOutcome outcome = Fit.Run(
            "mine: 1\n" + Fit.Config + "[other.extension]: 2\n", [("a.xml", "<annotation>")], s => s.With(("AnchorFitConfigStyle", "canonical"), ("AnchorFitUnknownFields", unknownFields)));

        Assert.Null(outcome.Result);
        Assert.Equal(
            [
                "base.config(1,1): error AFB4012: canonical output cannot hold 'mine', because the schema does not have it; set AnchorFitConfigStyle to preserve, or remove the field",
                "base.config(13,1): error AFB4012: canonical output cannot hold '[other.extension]', because the schema does not have it; set AnchorFitConfigStyle to preserve, or remove the field",
            ],
            outcome.Diagnostics.Select(d => d.ToString()));
    }

    [CorpusFact]
    public void BothStylesSayTheSameForEveryRealConfig() => Assert.All(Corpus.Configs(), config =>
    {
        string preserved = Fit.Text(Fit.RunFolder(config, Corpus.RaccoonAnnotations(), 3, "preserve", most: 12));
        string canonical = Fit.Text(Fit.RunFolder(config, Corpus.RaccoonAnnotations(), 3, "canonical", most: 12));

        Assert.NotEqual(File.ReadAllText(config), preserved);
        Assert.Equal(Binding.Clean<TrainEvalPipelineConfig>(preserved), Binding.Clean<TrainEvalPipelineConfig>(canonical));
        Assert.DoesNotContain('#', canonical);
        Assert.All(Encoding.UTF8.GetBytes(canonical), b => Assert.InRange(b, (byte)'\n', (byte)'~'));
    });
}
