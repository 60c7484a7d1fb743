using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Eqnn.Mutation;

/// <summary>The tests of some assemblies, run one by one in this process.</summary>
internal sealed class TestBench
{
    private readonly Dictionary<string, (ITestCase Case, ITestFrameworkExecutor Executor)> _cases = new(StringComparer.Ordinal);

    /// <summary>Finds the tests.</summary>
    /// <param name="assemblies">The names of the assemblies of tests.</param>
    /// <param name="words">A test belongs here if its full name holds one of these words.</param>
    public TestBench(IEnumerable<string> assemblies, IReadOnlyList<string> words)
    {
        foreach (var name in assemblies)
        {
            var assembly = Assembly.Load(name);
            using var framework = new XunitTestFramework(new Listener());
            using var found = new Listener();
            framework.GetDiscoverer(Reflector.Wrap(assembly)).Find(includeSourceInformation: false, found, new Options());
            found.Finished.Wait();
            var executor = new XunitTestFramework(new Listener()).GetExecutor(assembly.GetName());
            foreach (var test in found.Cases.Where(test => !IsSlow(test) && words.Any(test.DisplayName.Contains)))
            {
                _cases[test.UniqueID] = (test, executor);
            }
        }
    }

    /// <summary>The tests, by the names that xunit gives them.</summary>
    public IReadOnlyCollection<string> Ids => _cases.Keys;

    /// <summary>The name that people read.</summary>
    public string NameOf(string id) => _cases[id].Case.DisplayName;

    /// <summary>Runs tests of one assembly or several until one fails.</summary>
    /// <returns>The first that failed, or null.</returns>
    public string? FirstFailure(IReadOnlyList<string> ids)
    {
        foreach (var group in ids.Where(_cases.ContainsKey).GroupBy(id => _cases[id].Executor))
        {
            using var listener = new Listener();
            group.Key.RunTests(group.Select(id => _cases[id].Case), listener, new Options());
            listener.Finished.Wait();
            if (listener.Failed is { } failed)
            {
                return failed;
            }
        }

        return null;
    }

    private static bool IsSlow(ITestCase test) => test.Traits.TryGetValue("speed", out var speeds) && speeds.Contains("slow");

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal)
        {
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
            ["xunit.discovery.PreEnumerateTheories"] = true,
        };

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }

    /// <summary>Hears what xunit says; after the first failure it asks to stop.</summary>
#pragma warning disable xUnit3000 // The analyzer asks for a base class that exists for application domains only.
    private sealed class Listener : IMessageSink, IDisposable
#pragma warning restore xUnit3000
    {
        public List<ITestCase> Cases { get; } = [];

        public string? Failed { get; private set; }

        public ManualResetEventSlim Finished { get; } = new();

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage discovered:
                    Cases.Add(discovered.TestCase);
                    break;
                case ITestFailed failed:
                    Failed ??= failed.TestCase.UniqueID;
                    break;
                case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                    Finished.Set();
                    break;
            }

            return Failed is null;
        }

        public void Dispose() => Finished.Dispose();
    }
}
