using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary>
/// <c>AnchorFitClassPattern</c>: takes the class of a file's objects from the file's name, for data sets that keep it
/// there (<c>object_detection/dataset_tools/create_pet_tf_record.py</c> does so with the breed).
/// </summary>
internal sealed class ClassPattern
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;
    private readonly string _projectFile;

    private ClassPattern(Regex regex, string projectFile)
    {
        _regex = regex;
        _projectFile = projectFile;
    }

    /// <summary>The pattern; null where none is set, or where it isn't valid, which a diagnostic says.</summary>
    public static ClassPattern? Parse(string text, string projectFile, DiagnosticBag diagnostics)
    {
        string pattern = text.Trim();
        if (pattern.Length == 0)
        {
            return null;
        }

        try
        {
            return new ClassPattern(new Regex(pattern, RegexOptions.CultureInvariant, TimeLimit), projectFile);
        }
        catch (ArgumentException exception)
        {
            diagnostics.Add(ClassSettingDiagnostics.InvalidClassPattern(projectFile, pattern, exception.Message));
            return null;
        }
    }

    /// <summary>
    /// Finds the class in a file's name without folder and extension: what group 1 matched, else the whole match.
    /// </summary>
    /// <param name="path">The file's path.</param>
    /// <param name="className">The class; null where the pattern doesn't match, or matches no text.</param>
    /// <param name="timeout">Set where the match took longer than a second: no other file should be tried.</param>
    public bool TryMatch(string path, out string? className, out Diagnostic? timeout)
    {
        className = null;
        timeout = null;
        try
        {
            Match match = _regex.Match(NameOf(path));
            string found = (match.Groups[1].Success ? match.Groups[1].Value : match.Value).Trim();
            className = found.Length == 0 ? null : found;
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            timeout = ClassSettingDiagnostics.ClassPatternTooSlow(_projectFile, _regex.ToString(), NameOf(path));
            return false;
        }
    }

    /// <summary>Says that the pattern finds no class for an image.</summary>
    /// <param name="path">The annotation file.</param>
    /// <param name="image">The image's file, or the annotation file again where it stands for its one image.</param>
    public Diagnostic NoMatch(string path, string image) => AnnotationClassDiagnostics.NoClassInFileName(path, NameOf(image), _regex.ToString());

    /// <summary>
    /// The faults of the files, where the pattern found a class in any of them; where it found none, one error in place of
    /// as many warnings as there are files.
    /// </summary>
    /// <param name="pattern">Null where none is set.</param>
    /// <param name="boxes">What was gathered with it.</param>
    /// <param name="faults">What is wrong with the files.</param>
    public static IEnumerable<Diagnostic> Judge(ClassPattern? pattern, BoxPopulation boxes, DiagnosticBag faults)
    {
        bool foundNone = pattern is not null && !boxes.Classes.Names.Any() && boxes.OtherClasses.Count == 0;
        Diagnostic? first = foundNone ? faults.FirstOrDefault(fault => fault.Rule == AnnotationClassDiagnostics.NoClassInFileNameRule) : null;
        return first is null ? faults :
        [
            ClassSettingDiagnostics.ClassPatternWithoutMatch(pattern!._projectFile, pattern._regex.ToString(), NameOf(first.Path!)),
            .. faults.Where(fault => fault.Rule != first.Rule),
        ];
    }

    // Items of MSBuild may have either separator on any system.
    private static string NameOf(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        int dot = name.LastIndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }
}
