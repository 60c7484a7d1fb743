using Eqnn.Checking.Reading;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Checking.Groups;

/// <summary>A group as the list of its elements, closed from generators, with the conjugacy classes that are found again from them; element 0 is the identity.</summary>
/// <remarks>No stabiliser chain, no class algorithm: permutations are multiplied, and looked up.</remarks>
internal sealed class ListedGroup
{
    private readonly Dictionary<Permutation, int> _places = [];
    private readonly List<Permutation> _elements = [];
    private readonly Dictionary<(int, int), IReadOnlyList<(int Class, int Count)>> _products = [];
    private int[]? _inverse;

    private ListedGroup(IReadOnlyList<Permutation> generators, int degree, int[] needed)
    {
        Degree = degree;
        Generators = generators;
        Needed = needed;
        Left = [.. needed.Select(_ => new List<int>())];
    }

    public int Degree { get; }

    public IReadOnlyList<Permutation> Generators { get; }

    /// <summary>The numbers of the generators that do not lie in the group of those before them: at most log2 |G|, however many there are, and they generate the group.</summary>
    public IReadOnlyList<int> Needed { get; }

    /// <summary>For each generator its place.</summary>
    public IReadOnlyList<int> Places { get; private set; } = [];

    public int Order => _elements.Count;

    public IReadOnlyList<Permutation> Elements => _elements;

    /// <summary>For each needed generator s, in their order, and element i the place of s · i.</summary>
    public IReadOnlyList<List<int>> Left { get; }

    /// <summary>For each element but the identity a generator, by its number among all, and an earlier element of which it is the product.</summary>
    public List<(int Generator, int Element)> Steps { get; } = [(-1, -1)];

    /// <summary>The places of the inverses.</summary>
    public IReadOnlyList<int> Inverse => _inverse ?? LazyInitializer.EnsureInitialized(ref _inverse, () => [.. _elements.Select(element => PlaceOf(element.Inverse()))]);

    /// <summary>The class of each element, once <see cref="ReadClasses"/> has run.</summary>
    public int[] ClassOf { get; private set; } = [];

    /// <summary>The members of each class, the representative of the document first.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Classes { get; private set; } = [];

    public bool IsAbelian => Classes.Count == Order;

    /// <summary>The element of a class that the document names.</summary>
    public int Representative(int @class) => Classes[@class][0];

    /// <summary>The place of an element; -1 if there is none.</summary>
    public int PlaceOf(Permutation element) => _places.GetValueOrDefault(element, -1);

    /// <summary>The place of a product.</summary>
    public int Multiply(int i, int j) => PlaceOf(_elements[i] * _elements[j]);

    /// <summary>Closes generators, up to the order that is claimed and no further.</summary>
    /// <remarks>A generator that lies in the group of those before it is only looked up; each other one at least doubles the group, so the listings of all groups on the way cost twice the last one.</remarks>
    public static ListedGroup Close(IReadOnlyList<Permutation> generators, int degree, Claim order, CancellationToken cancellationToken)
    {
        var group = Listed(generators, degree, [], order, cancellationToken);
        for (var s = 0; s < generators.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            group = group.PlaceOf(generators[s]) >= 0 ? group : Listed(generators, degree, [.. group.Needed, s], order, cancellationToken);
        }

        order.RequireCount(group.Order);
        group.Places = [.. generators.Select(group.PlaceOf)];
        return group;
    }

    private static ListedGroup Listed(IReadOnlyList<Permutation> generators, int degree, int[] needed, Claim order, CancellationToken cancellationToken)
    {
        var claimed = order.Count();
        var group = new ListedGroup(generators, degree, needed);
        group.Add(Permutation.Identity(degree));
        for (var i = 0; i < group.Order; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var s = 0; s < needed.Length; s++)
            {
                var product = generators[needed[s]] * group._elements[i];
                if (!group._places.TryGetValue(product, out var place))
                {
                    order.Require(group.Order < claimed, () => FormattableString.Invariant($"claims {claimed}, the generators generate more"));
                    place = group.Add(product);
                    group.Steps.Add((needed[s], i));
                }

                group.Left[s].Add(place);
            }
        }

        return group;
    }

    /// <summary>Checks representatives and sizes of the classes against conjugation by the generators.</summary>
    public void ReadClasses(Section records)
    {
        ClassOf = [.. Enumerable.Repeat(-1, Order)];
        var inverses = Needed.Select(s => Generators[s].Inverse()).ToArray();
        var classes = new List<IReadOnlyList<int>>();
        foreach (var record in records.Records)
        {
            var representative = record["representative"];
            var start = PlaceOf(representative.Permutation(Degree));
            representative.Require(start >= 0, "not an element of the group");
            representative.Require(ClassOf[start] < 0, "an element of a class before");
            representative.Require((classes.Count == 0) == (start == 0), "the first class is that of the identity");
            var members = new List<int> { start };
            ClassOf[start] = classes.Count;
            for (var i = 0; i < members.Count; i++)
            {
                for (var s = 0; s < inverses.Length; s++)
                {
                    var conjugate = PlaceOf(_elements[Left[s][members[i]]] * inverses[s]);
                    if (ClassOf[conjugate] < 0)
                    {
                        ClassOf[conjugate] = classes.Count;
                        members.Add(conjugate);
                    }
                }
            }

            record["size"].RequireCount(members.Count);
            classes.Add(members);
        }

        records.Require(!ClassOf.Contains(-1), "the classes listed do not cover the group");
        Classes = classes;
    }

    /// <summary>The classes of the products x y, x in class i and y the representative of class j, with how often each comes.</summary>
    public IReadOnlyList<(int Class, int Count)> Products(int i, int j)
    {
        if (!_products.TryGetValue((i, j), out var products))
        {
            var counts = new Dictionary<int, int>();
            foreach (var x in Classes[i])
            {
                var k = ClassOf[Multiply(x, Representative(j))];
                counts[k] = counts.GetValueOrDefault(k) + 1;
            }

            _products.Add((i, j), products = [.. counts.Select(pair => (pair.Key, pair.Value))]);
        }

        return products;
    }

    private int Add(Permutation element)
    {
        _places.Add(element, _elements.Count);
        _elements.Add(element);
        return _elements.Count - 1;
    }
}
