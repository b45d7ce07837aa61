using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using AnchorFit.Diagnostics;
using Xunit;

namespace AnchorFit.Tests.Fuzzing;

/// <summary>
/// Feeds a parser with inputs and fails on those that make it throw, take a second, take memory out of proportion, or name
/// a place that the input doesn't have.
/// </summary>
internal sealed class FuzzRun
{
    // What is left when an input was read, and what was asked for meanwhile, which is let go again.
    private const int HeldFactor = 50;
    private const int AllocatedFactor = 500;
    private const long OwnMemory = 4 << 20;
    private const int MostFindings = 10;
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_hangs = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_tellsEvery = TimeSpan.FromSeconds(10);

    private readonly FuzzTarget _target;
    private readonly Action<string>? _tell;
    private readonly Mutator _mutator;
    private readonly List<(ulong Number, string Fault, byte[] Input)> _findings = [];
    private byte[] _input = [];
    private long _done;

    /// <param name="tell">Receives a line on how far it is, every ten seconds.</param>
    public FuzzRun(FuzzTarget target, Action<string>? tell = null)
    {
        _target = target;
        _tell = tell;
        _mutator = new Mutator(target.Seeds, target.Tokens);
    }

    /// <param name="first">The number of the first input.</param>
    /// <param name="count">How many.</param>
    public void Run(ulong first, long count)
    {
        // On a thread of its own: an input that never ends must not take the test run with it.
        var thread = new Thread(() => Try(first, count)) { IsBackground = true };
        thread.Start();
        var time = Stopwatch.StartNew();
        var since = Stopwatch.StartNew();
        long seen = -1;
        while (!thread.Join(s_tellsEvery))
        {
            long done = Interlocked.Read(ref _done);
            _tell?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {count:N0} inputs, {done / time.Elapsed.TotalSeconds:N0} a second"));
            if (done != seen)
            {
                (seen, since) = (done, Stopwatch.StartNew());
            }

            Assert.True(since.Elapsed < s_hangs, $"input {first + (ulong)seen} hangs: {Convert.ToBase64String(_input)}");
        }

        Assert.True(_findings.Count == 0, string.Join("\n", _findings.Select(f => $"input {f.Number}: {f.Fault}\n{Convert.ToBase64String(f.Input)}")));
    }

    private void Try(ulong first, long count)
    {
        // What the parser makes once for all inputs is no input's.
        foreach (byte[] seed in _target.Seeds)
        {
            _target.Read(seed);
        }

        while (_done < count && _findings.Count < MostFindings)
        {
            ulong number = first + (ulong)_done;
            _input = _mutator.Make(number);
            if (FindFault() is { } fault && !_findings.Any(f => Kind(f.Fault) == Kind(fault)))
            {
                _findings.Add((number, fault, _input));
            }

            Interlocked.Increment(ref _done);
        }
    }

    // Of one kind one is enough.
    private static string Kind(string fault) => new([.. fault.Where(c => !char.IsDigit(c)).Take(60)]);

    private string? FindFault()
    {
        TimeSpan start = ThreadClock.Now;
        long before = GC.GetAllocatedBytesForCurrentThread();
        IEnumerable<Diagnostic> diagnostics;
        try
        {
            diagnostics = _target.Read(_input);
        }
#pragma warning disable CA1031 // Any exception is what is sought.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }

        TimeSpan time = ThreadClock.Now - start;
        long memory = GC.GetAllocatedBytesForCurrentThread() - before;
        if (memory > (HeldFactor * (long)_input.Length) + OwnMemory
            && (memory > (AllocatedFactor * (long)_input.Length) + (4 * OwnMemory) || Held(attempts: 3) > (HeldFactor * (long)_input.Length) + OwnMemory))
        {
            return $"{memory} bytes of memory for an input of {_input.Length}";
        }

        if (time > s_slow)
        {
            return $"{time.TotalSeconds} s for an input of {_input.Length} bytes";
        }

        var places = new InputPlaces(_input, _target.IsText);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (diagnostic.Path == _target.Path && !(places.Has(diagnostic.Start) && places.Has(diagnostic.End)))
            {
                return "a place outside of the input: " + diagnostic;
            }
        }

        return null;
    }

    // Other tests may take memory at the same time: the least of some attempts counts.
    private long Held(int attempts)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        IEnumerable<Diagnostic> result = _target.Read(_input);
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(result);
        return attempts > 1 ? Math.Min(held, Held(attempts - 1)) : held;
    }
}
