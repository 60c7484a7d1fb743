using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Certificates.Checking;

/// <summary>A group whose elements the checker has listed from the generators, with the conjugacy classes it has found itself.</summary>
internal sealed class CheckedGroup
{
    private readonly Dictionary<Permutation, int> _places;

    private CheckedGroup(IReadOnlyList<Permutation> generators, List<Permutation> elements, List<(int From, int Generator)> origins, Dictionary<Permutation, int> places)
    {
        Generators = generators;
        Elements = elements;
        Origins = origins;
        _places = places;
        ClassOf = new int[elements.Count];
    }

    public IReadOnlyList<Permutation> Generators { get; }

    /// <summary>All elements, the identity first; each later one is a generator times an earlier one.</summary>
    public IReadOnlyList<Permutation> Elements { get; }

    /// <summary>For each element the earlier one and the generator.</summary>
    public IReadOnlyList<(int From, int Generator)> Origins { get; }

    /// <summary>The class of each element, in the order of the certificate.</summary>
    public int[] ClassOf { get; }

    /// <summary>The members of each class.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Classes { get; private set; } = [];

    /// <summary>The place of an element.</summary>
    public int PlaceOf(Permutation element) => _places.TryGetValue(element, out var place) ? place : -1;

    public static CheckedGroup Check(CertificateNode node, CertificateCheckOptions options, List<string> claims, CancellationToken cancellationToken)
    {
        var degree = node["degree"].Number(0, 1_000_000);
        var generators = node["generators"].Items().Select(item => item.Permutation(degree)).ToArray();
        var elements = new List<Permutation> { Permutation.Identity(degree) };
        var origins = new List<(int, int)> { (-1, -1) };
        var places = new Dictionary<Permutation, int> { [elements[0]] = 0 };
        for (var next = 0; next < elements.Count; next++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var g = 0; g < generators.Length; g++)
            {
                var product = generators[g] * elements[next];
                if (places.TryAdd(product, elements.Count))
                {
                    elements.Add(product);
                    origins.Add((next, g));
                }
            }

            if (elements.Count > options.MaxGroupOrder)
            {
                throw new LimitExceededException("group elements that the checker lists", options.MaxGroupOrder, "more", "CertificateCheckOptions.MaxGroupOrder", options.MaxGroupOrder > long.MaxValue / 10 ? long.MaxValue : options.MaxGroupOrder * 10L);
            }
        }

        node["order"].RequireCount(elements.Count);
        var group = new CheckedGroup(generators, elements, origins, places);
        group.CheckClasses(node["classes"], degree);
        claims.Add(FormattableString.Invariant($"the generators generate {elements.Count} permutations in {group.Classes.Count} conjugacy classes"));
        return group;
    }

    private void CheckClasses(CertificateNode list, int degree)
    {
        Array.Fill(ClassOf, -1);
        var inverses = Generators.Select(g => g.Inverse()).ToArray();
        var classes = new List<IReadOnlyList<int>>();
        foreach (var node in list.Items())
        {
            var start = PlaceOf(node["representative"].Permutation(degree));
            node["representative"].Require(start >= 0, () => "not an element of the group");
            node["representative"].Require(ClassOf[start] < 0, () => "an element of a class before");
            var members = new List<int> { start };
            ClassOf[start] = classes.Count;
            for (var next = 0; next < members.Count; next++)
            {
                for (var g = 0; g < inverses.Length; g++)
                {
                    var image = PlaceOf(Generators[g] * Elements[members[next]] * inverses[g]);
                    if (ClassOf[image] < 0)
                    {
                        ClassOf[image] = classes.Count;
                        members.Add(image);
                    }
                }
            }

            node["size"].RequireCount(members.Count);
            classes.Add(members);
        }

        list.Require(classes.Count > 0 && ClassOf[0] == 0, () => "the first class is that of the identity");
        list.Require(!ClassOf.Contains(-1), () => "the classes listed do not cover the group");
        Classes = classes;
    }
}
