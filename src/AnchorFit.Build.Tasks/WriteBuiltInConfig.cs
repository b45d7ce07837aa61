using System;
using System.IO;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>Writes a built-in config into the project's folder, as it is before any fit. It never overwrites a file.</summary>
[MSBuildMultiThreadableTask]
public sealed class WriteBuiltInConfig : Microsoft.Build.Utilities.Task
{
    /// <summary>The project's file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>The property AnchorFitBaseConfig: <c>builtin:</c> and a name, or empty for the default one.</summary>
    public string BaseConfig { get; set; } = string.Empty;

    /// <inheritdoc />
    public override bool Execute()
    {
        var diagnostics = new DiagnosticLogger(this, ProjectFile);
        if (Write() is { } fault)
        {
            diagnostics.Log([fault]);
        }

        return !Log.HasLoggedErrors;
    }

    private Diagnostic? Write()
    {
        BaseConfigName name = BaseConfigName.Parse(BaseConfig);
        if (!name.IsBuiltIn)
        {
            return BuildDiagnostics.NoBuiltInNamed(ProjectFile, name.Value, BaseConfigName.BuiltInNames);
        }

        if (BaseConfigSource.FromBuiltIn(name) is not { } source)
        {
            return SettingDiagnostics.UnknownBuiltIn(ProjectFile, name.Value, BaseConfigName.BuiltInNames);
        }

        string path = new ProjectPaths(Path.GetDirectoryName(ProjectFile)!).Absolute(name.Value + ".config");
        if (File.Exists(path) || Directory.Exists(path))
        {
            return BuildDiagnostics.BuiltInExists(path);
        }

        try
        {
            AtomicFile.Write(path, source.Content);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return BuildDiagnostics.OutputNotWritten(path, exception.Message);
        }

        Log.LogMessage(MessageImportance.High, "{0} -> {1} (AnchorFit: {2}; set AnchorFitBaseConfig to its name)", Path.GetFileNameWithoutExtension(ProjectFile), path, name);
        return null;
    }
}
