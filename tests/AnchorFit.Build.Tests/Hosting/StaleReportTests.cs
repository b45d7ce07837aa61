using System;
using System.IO;
using AnchorFit.Hosting;
using AnchorFit.Reporting.Page;
using AnchorFit.Tests.Reporting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class StaleReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Report => Path.Combine(_folder.Path, "anchorfit.html");

    [Fact]
    public void AReportIsTakenAway()
    {
        File.WriteAllText(Report, HtmlReport.Write(SampleReport.NoAnchors()));

        StaleReport.Remove(Report);

        Assert.False(File.Exists(Report));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html>\n<html><head><meta name=\"generator\" content=\"Another\" /></head></html>")]
    public void APageOfSomebodyElseStays(string content)
    {
        File.WriteAllText(Report, content);

        StaleReport.Remove(Report);

        Assert.Equal(content, File.ReadAllText(Report));
    }

    [Fact]
    public void WhereThereIsNoneNothingHappens() => StaleReport.Remove(Report);

    public void Dispose() => _folder.Dispose();
}
