using System;
using System.IO;
using System.Security;
using AnchorFit.Diagnostics;
using AnchorFit.Run;

namespace AnchorFit.Hosting;

/// <summary>Gets the bytes of the base config that a project names.</summary>
internal static class BaseConfigFile
{
    /// <summary>The config, or null and one diagnostic.</summary>
    public static BaseConfigSource? Load(RawSettings settings, ProjectPaths project, DiagnosticBag diagnostics)
    {
        BaseConfigName name = BaseConfigName.Parse(settings.BaseConfig);
        if (name.IsBuiltIn)
        {
            BaseConfigSource? builtIn = BaseConfigSource.FromBuiltIn(name);
            if (builtIn is null)
            {
                diagnostics.Add(SettingDiagnostics.UnknownBuiltIn(settings.ProjectFile, name.Value, BaseConfigName.BuiltInNames));
            }

            return builtIn;
        }

        try
        {
            return new BaseConfigSource(name.Value, File.ReadAllBytes(project.Absolute(name.Value)), IsBuiltIn: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException)
        {
            string reason = exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : exception.Message;
            diagnostics.Add(SettingDiagnostics.BaseConfigUnreadable(settings.ProjectFile, name.Value, reason));
            return null;
        }
    }
}
