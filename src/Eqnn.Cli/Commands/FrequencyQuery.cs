using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>Which questions are answered by frequencies in place of a character table, and what their answers have in common.</summary>
internal static class FrequencyQuery
{
    /// <summary>Above this number simples are shown in classes of one kernel.</summary>
    private const int ShownSingly = 1000;

    /// <summary>Above this number of orbits their lengths are counted.</summary>
    private const int OrbitsShown = 40;

    /// <summary>The decomposition of the functions on the G-set of <c>--on</c>.</summary>
    public static AbelianDecomposition Decomposition(FiniteGroup group, Query query) =>
        AbelianDecomposition.Of(AbelianDual.Of(group), Inputs.Set(group, query.Value(CommonOptions.On), "--on"), query.CancellationToken);

    /// <summary>The simple that was named.</summary>
    public static AbelianSimple Simple(AbelianDecomposition decomposition, string label) => Border.Read("simple", () => decomposition.Dual.SimpleNamed(label));

    /// <summary>The simple that was named, which must occur.</summary>
    public static AbelianSimple Occurring(AbelianDecomposition decomposition, string label, string option)
    {
        var simple = Simple(decomposition, label);
        return decomposition.Multiplicity(simple).IsZero ? throw new InputException($"{option}: {simple.Label} does not occur in {decomposition.Set.Name}") : simple;
    }

    /// <summary>Whether the simples are shown one by one.</summary>
    public static bool IsShort(AbelianDecomposition decomposition) => decomposition.ComponentCount <= ShownSingly;

    /// <summary>The lengths of the orbits: one by one while there are few, else each length with the number of orbits.</summary>
    public static Prose Orbits(IReadOnlyList<KeyValuePair<BigInteger, BigInteger>> lengths) =>
        lengths.Aggregate(BigInteger.Zero, (sum, pair) => sum + pair.Value) <= OrbitsShown
            ? Prose.List(lengths.SelectMany(pair => Enumerable.Repeat(FormattableString.Invariant($"{pair.Key}"), (int)pair.Value)))
            : Prose.List(lengths.Select(pair => FormattableString.Invariant($"{pair.Key}{(pair.Value.IsOne ? "" : FormattableString.Invariant($" ({pair.Value} orbits)"))}")));

    /// <summary>The simples of a class as a text: the label of the only one, or of the first with the number of the others.</summary>
    public static string Members(AbelianKernelClass members) =>
        members.SimpleCount.IsOne ? members.First.Label : FormattableString.Invariant($"{members.First.Label} and {members.SimpleCount - 1} more");

    /// <summary>Classes of simples with one kernel are called by the order of the image, with their number where several have it.</summary>
    public static IReadOnlyList<string> ClassNames(IReadOnlyList<AbelianKernelClass> classes)
    {
        var alike = classes.GroupBy(members => members.ImageOrder).ToDictionary(group => group.Key, group => group.Count());
        return [.. classes.Select((members, i) => FormattableString.Invariant($"{members.ImageOrder}{(alike[members.ImageOrder] == 1 ? "" : FormattableString.Invariant($"#{i + 1}"))}"))];
    }

    /// <summary>What a table says of classes of simples with one kernel, which have these names.</summary>
    public static RecordColumns<(int Index, AbelianKernelClass Item)> OfClasses(RecordColumns<(int Index, AbelianKernelClass Item)> columns, IReadOnlyList<string> names) => columns
        .Right("image", members => names[members.Index])
        .Left("simples", members => Members(members.Item))
        .Right("number", members => members.Item.SimpleCount)
        .Left("type", members => members.Item.Type.Letter())
        .Right("dimension", members => members.Item.First.Dimension)
        .Right("multiplicity", members => members.Item.Multiplicity)
        .Right("kernel", members => members.Item.First.KernelOrder);

    /// <summary>A list, or an empty cell.</summary>
    public static Prose NamesOrNothing(IEnumerable<string> names)
    {
        var list = names.ToList();
        return list.Count == 0 ? "" : Prose.List(list);
    }

    /// <summary>A G-set with its orbits by lengths and numbers: a list of all lengths could be as long as the set.</summary>
    public static void Set(JsonOutput json, AbelianDecomposition decomposition) => json.Record("on", () =>
    {
        json.Field("name", decomposition.Set.Name);
        json.Field("size", decomposition.Set.Size);
        json.List("orbitLengths", decomposition.OrbitLengths, pair => json.Row([pair.Key, pair.Value]));
    });

    /// <summary>The fields <c>label, type, dimension, frequencies, kernel{order}</c> of a simple.</summary>
    public static void WriteSimple(JsonOutput json, AbelianSimple simple)
    {
        json.Field("label", simple.Label);
        json.Field("type", simple.Type.Letter());
        json.Field("dimension", simple.Dimension);
        json.Row("frequencies", simple.Frequencies.Select(a => a.ToString()));
        json.Record("kernel", () => json.Field("order", simple.KernelOrder));
    }

    /// <summary>Other names.</summary>
    public static string Also(AbelianSimple simple) => simple.IsTrivial ? "trivial" : simple.Dual.IsCyclic && simple.ImageOrder == 2 ? "sign" : "";
}
