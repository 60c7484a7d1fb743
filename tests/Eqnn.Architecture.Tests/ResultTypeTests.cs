using System.Reflection;
using System.Runtime.CompilerServices;

namespace Eqnn.Architecture.Tests;

/// <summary>Results are made by the code that proves them: outside its room nobody can construct a verdict, a count, a certificate or a measure, or change a copy of one.</summary>
public sealed class ResultTypeTests
{
    /// <summary>What a user makes, each with the reason; everything else that is public has no public constructor and no public <c>init</c>.</summary>
    private static readonly IReadOnlyDictionary<string, string> MadeByUsers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Eqnn.Numbers.Rational"] = "a number",
        ["Eqnn.Numbers.WorkProgress"] = "said, not proved: whoever works reports it",
        ["Eqnn.Numbers.AlgebraFormatException"] = "thrown by every room",
        ["Eqnn.Numbers.CertificateException"] = "thrown by every room",
        ["Eqnn.Numbers.LimitExceededException"] = "thrown by every room",
        ["Eqnn.Algebra.GroupLimits"] = "options",
        ["Eqnn.Algebra.Characters.SmallGroupFilter"] = "options",
        ["Eqnn.Numbers.DisjointSets"] = "a structure that its owner fills",
        ["Eqnn.Numbers.Numbering`1"] = "values to number, filled by whoever asks",
        ["Eqnn.Numbers.TextCursor"] = "a structure that its owner moves",
        ["Eqnn.Networks.Symmetry.DiscoveryOptions"] = "options",
        ["Eqnn.Networks.UnitOrder"] = "said of a file, checked when it is made",
        ["Eqnn.Numbers.Modular.ModularSubspace"] = "a structure that its owner fills",
        ["Eqnn.Algebra.SmallGroups.GapException"] = "thrown by whoever speaks to GAP",
        ["Eqnn.Algebra.SmallGroups.GapLibrary"] = "a place on the machine",
        ["Eqnn.Algebra.SmallGroups.OrderRange"] = "input",
        ["Eqnn.Algebra.SmallGroups.SmallGroupId"] = "a name",
        ["Eqnn.PiecewiseLinear.Arrangements.ChamberSearchOptions"] = "options",
        ["Eqnn.Checking.Reading.CertificateCheckOptions"] = "options",
        ["Eqnn.PiecewiseLinear.Depth.DepthOptions"] = "options",
        ["Eqnn.PiecewiseLinear.Energies.EnergyOptions"] = "options",
        ["Eqnn.PiecewiseLinear.Explorations.ExplorationLimits"] = "options",
        ["Eqnn.PiecewiseLinear.Regions.RegionCertificate+Feasible"] = "a proposal of any solver; Verify decides",
        ["Eqnn.PiecewiseLinear.Regions.RegionCertificate+Infeasible"] = "a proposal of any solver; Verify decides",
        ["Eqnn.PiecewiseLinear.Composites.CyclicComposites"] = "a place where results are kept",
        ["Eqnn.PiecewiseLinear.Separation.CompletenessOptions"] = "options",
        ["Eqnn.PiecewiseLinear.Separation.IntegerBias"] = "plain data of a network",
        ["Eqnn.PiecewiseLinear.Separation.IntegerLayer"] = "plain data of a network",
        ["Eqnn.PiecewiseLinear.Separation.IntegerWeight"] = "plain data of a network",
        ["Eqnn.PiecewiseLinear.Universality.UniversalityOptions"] = "options",
        ["Eqnn.Records.Json.JsonOutput"] = "a document that its owner writes",
        ["Eqnn.Drawing.Reports.EnergyPage"] = "what a page shows, said by whoever draws it",
        ["Eqnn.Drawing.Reports.EnergyCard"] = "what a page shows, said by whoever draws it",
        ["Eqnn.Drawing.Reports.EnergyBar"] = "what a page shows, said by whoever draws it",
        ["Eqnn.Drawing.Reports.EnergyPlane"] = "what a page shows, said by whoever draws it",
        ["Eqnn.Drawing.Reports.StateTable"] = "what a page shows, said by whoever draws it",
        ["Eqnn.Drawing.Reports.StateRow"] = "what a page shows, said by whoever draws it",
        ["Eqnn.Drawing.Reports.ShareMatrix"] = "what a page shows, said by whoever draws it",
        ["Eqnn.Drawing.Reports.TransferMatrix"] = "what a page shows, said by whoever draws it",
        ["Eqnn.Drawing.Reports.MapBlocks"] = "what a page shows, said by whoever draws it",
        ["Eqnn.Drawing.Reports.BlockRow"] = "what a page shows, said by whoever draws it",
        ["Eqnn.Networks.EquivariantNetwork"] = "input, checked",
        ["Eqnn.Networks.SampleAxes"] = "input, checked",
        ["Eqnn.Networks.Onnx.OnnxExportOptions"] = "options",
        ["Eqnn.Networks.Onnx.OnnxImportOptions"] = "options",
        ["Eqnn.Networks.FeatureSpace"] = "input, checked",
        ["Eqnn.Networks.LayerTerm"] = "input",
        ["Eqnn.Networks.NetworkLayer"] = "input, checked",
        ["Eqnn.Networks.RandomNetworkOptions"] = "options",
        ["Eqnn.Networks.Files.NpyFile"] = "an array",
        ["Eqnn.Catalog.Folders.CatalogFolder"] = "a place on the disk",
        ["Eqnn.Catalog.Folders.StagedFile"] = "a file to be written",
    };

    private static IEnumerable<Type> Types => Product.PublicTypes().Where(type => !type.IsEnum && !type.IsInterface && !typeof(Delegate).IsAssignableFrom(type) && !(type.IsAbstract && type.IsSealed));

    [Fact]
    public void Results_have_no_public_constructor() =>
        Broken.None("a result is made by the code that proves it: its constructor is internal (what users make stands in MadeByUsers, with the reason)", Types.Where(type => IsMade(type) && !MadeByUsers.ContainsKey(type.FullName!)).Select(Product.NameOf));

    [Fact]
    public void Results_have_no_public_init() =>
        Broken.None("a result cannot be changed by 'with': its properties have no public init", Types.Where(type => !MadeByUsers.ContainsKey(type.FullName!)).SelectMany(Inits).Select(Product.NameOf));

    [Fact]
    public void The_list_of_inputs_names_only_what_needs_it()
    {
        var needed = Types.Where(type => IsMade(type) || Inits(type).Any()).Select(type => type.FullName!).ToHashSet(StringComparer.Ordinal);
        Broken.None("every entry of the list is a public type that users make", MadeByUsers.Keys.Where(name => !needed.Contains(name)));
    }

    /// <summary>The copy constructor of a record is there for every room: what closes an abstract record is a member that only its own room can override.</summary>
    [Fact]
    public void Nobody_adds_a_case_to_a_verdict() =>
        Broken.None("a public abstract record has a member that only its room can override, so that no other room writes one more case", Types.Where(IsOpen).Select(Product.NameOf));

    /// <summary>A class of this room, fed to the rule, is found: the rule sees constructors and init.</summary>
    [Fact]
    public void The_rule_is_seen_to_fire()
    {
        Assert.True(IsMade(typeof(MadeUp)));
        Assert.Equal(["Count"], Inits(typeof(MadeUp)).Select(property => property.Name));
        Assert.False(IsMade(typeof(Proved)));
        Assert.Empty(Inits(typeof(Proved)));
        Assert.True(IsOpen(typeof(Open)));
        Assert.False(IsOpen(typeof(Closed)));
    }

    private static bool IsOpen(Type type) => type.IsAbstract && type.GetMethod("<Clone>$") is not null
        && !type.GetMethods(BindingFlags.NonPublic | BindingFlags.Instance).Any(method => method.IsAbstract && (method.IsFamilyAndAssembly || method.IsAssembly));

    private static bool IsMade(Type type) => type is { IsAbstract: false } && type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Length > 0;

    private static IEnumerable<PropertyInfo> Inits(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.SetMethod is { IsPublic: true } setter && setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));

    private sealed record MadeUp(int Count);

    private abstract record Open;

    private abstract record Closed
    {
        private protected abstract bool Holds();
    }

    private sealed record Proved
    {
        internal Proved(int count) => Count = count;

        public int Count { get; }
    }
}
