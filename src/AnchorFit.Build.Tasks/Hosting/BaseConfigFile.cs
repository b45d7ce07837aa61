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

        if (NamedFile.TryRead(project.Absolute(name.Value), out string reason) is { } content)
        {
            return new BaseConfigSource(name.Value, project.Relative(name.Value), content, IsBuiltIn: false);
        }

        diagnostics.Add(SettingDiagnostics.BaseConfigUnreadable(settings.ProjectFile, name.Value, reason));
        return null;
    }
}
