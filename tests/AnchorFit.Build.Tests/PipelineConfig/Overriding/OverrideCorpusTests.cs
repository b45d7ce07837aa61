using System.IO;
using System.Linq;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Protos;
using AnchorFit.Tests.PipelineConfig.Schema;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Overriding;

public class OverrideCorpusTests
{
    [CorpusFact]
    public void ABatchSizeChangesInEveryRealConfigAndNothingElse()
    {
        foreach (string path in Corpus.Configs())
        {
            string text = File.ReadAllText(path);
            TrainEvalPipelineConfig expected = Binding.Pipeline(text).Message.Clone();
            bool hasTrainConfig = expected.TrainConfig is not null;
            (expected.TrainConfig ??= new TrainConfig()).BatchSize = 77;

            string result = OverrideAssert.Apply(text, ("train_config.batch_size", "77"));

            Assert.Equal(expected, Binding.Pipeline(result).Message);
            string[] before = text.Split('\n');
            string[] after = result.Split('\n');
            Assert.InRange(after.Length - before.Length, 0, hasTrainConfig ? 1 : 3);
            Assert.Single(after.Except(before), line => !line.Contains("train_config", System.StringComparison.Ordinal));
        }
    }

    [CorpusFact]
    public void AFieldThatIsNotThereGoesIntoEveryRealConfig()
    {
        foreach (string path in Corpus.Configs())
        {
            string text = File.ReadAllText(path);
            TrainEvalPipelineConfig expected = Binding.Pipeline(text).Message.Clone();
            expected.GraphRewriter ??= new GraphRewriter();
            expected.GraphRewriter.Quantization ??= new Quantization();
            expected.GraphRewriter.Quantization.Delay = 12345;

            string result = OverrideAssert.Apply(text, ("graph_rewriter.quantization.delay", "12345"));

            BoundConfig<TrainEvalPipelineConfig> bound = Binding.Pipeline(result);
            Assert.Equal(expected, bound.Message);
            string[] before = text.Split('\n');
            int kept = 0;
            foreach (string line in result.Split('\n'))
            {
                kept += kept < before.Length && before[kept] == line ? 1 : 0;
            }

            bool wasThere = text.Contains("delay:", System.StringComparison.Ordinal);
            Assert.True(wasThere || kept == before.Length, path);
        }
    }
}
