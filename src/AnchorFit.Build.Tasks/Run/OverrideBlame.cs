using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.Run;

/// <summary>
/// Finds whose fault it is when a config with overrides has no model that can be fitted. A field that an override set
/// tells that itself; one that an override removed has no place any more, so the overrides are gone through again: the
/// first one with which the fault is there is to blame.
/// </summary>
internal static class OverrideBlame
{
    /// <param name="faults">What is wrong with the model of the result.</param>
    /// <param name="original">The config before the overrides.</param>
    /// <param name="overrides">Those that were done.</param>
    /// <returns>The same, at the item where an override brought the fault about.</returns>
    public static IEnumerable<Diagnostic> Assign(
        IReadOnlyList<Diagnostic> faults, ConfigDocument original, IReadOnlyList<AppliedOverride> overrides)
        => faults.Select(fault => fault.Path == original.Source.Path && overrides.Count > 0 ? Assign(fault, original, overrides) : fault);

    private static Diagnostic Assign(Diagnostic fault, ConfigDocument original, IReadOnlyList<AppliedOverride> overrides)
    {
        AppliedOverride? first = Has(original, fault) ? null : overrides.FirstOrDefault(item => Has(item.After, fault));
        return first is null ? fault : OverrideDiagnostics.OfValue(first.Item.Locate(), first.Item.Path, fault);
    }

    private static bool Has(ConfigDocument document, Diagnostic fault)
    {
        DiagnosticBag found = [];
        ModelSectionReader.Read(PipelineSchema.BindPipeline(document, UnknownFieldPolicy.Ignore), found);
        return found.Any(item => item.Code == fault.Code && item.Message == fault.Message);
    }
}
