using Eqnn.Algebra.Groups;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Verification;

/// <summary>The group as the list of its elements, closed from the generators of the document; element 0 is the identity.</summary>
/// <remarks>No stabiliser chain, no class algorithm of the library: images are multiplied, and looked up.</remarks>
internal sealed class ListedGroup
{
    private readonly List<int[]> _elements = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    private ListedGroup(IReadOnlyList<int[]> generators, int degree)
    {
        Degree = degree;
        Generators = generators;
        Add([.. Enumerable.Range(0, degree)]);
        Left = [.. generators.Select(_ => new List<int>())];
        Steps.Add((-1, -1));
        for (var i = 0; i < _elements.Count; i++)
        {
            for (var s = 0; s < generators.Count; s++)
            {
                var product = Compose(generators[s], _elements[i]);
                if (!_positions.TryGetValue(KeyOf(product), out var position))
                {
                    position = Add(product);
                    Steps.Add((s, i));
                }

                Left[s].Add(position);
            }
        }

        Inverse = [.. _elements.Select(element => PositionOf(Invert(element)))];
    }

    public int Degree { get; }

    public IReadOnlyList<int[]> Generators { get; }

    public int Order => _elements.Count;

    /// <summary>For each generator s and element i the position of s · i.</summary>
    public IReadOnlyList<List<int>> Left { get; }

    /// <summary>For each element but the identity a generator and an earlier element of which it is the product.</summary>
    public List<(int Generator, int Element)> Steps { get; } = [];

    /// <summary>The positions of the inverses.</summary>
    public IReadOnlyList<int> Inverse { get; }

    /// <summary>The class of each element, once <see cref="ReadClasses"/> has run.</summary>
    public int[] ClassOf { get; private set; } = [];

    public int[] ClassSizes { get; private set; } = [];

    /// <summary>An element of each class.</summary>
    public int[] Representatives { get; private set; } = [];

    public bool IsAbelian => ClassSizes.Length == Order;

    public int[] Element(int i) => _elements[i];

    public int PositionOf(int[] images) => _positions.GetValueOrDefault(KeyOf(images), -1);

    public int Multiply(int i, int j) => PositionOf(Compose(_elements[i], _elements[j]));

    public static int[] Compose(int[] a, int[] b) => Array.ConvertAll(b, x => a[x]);

    /// <summary>Reads the section <c>group</c> and closes the generators.</summary>
    public static ListedGroup Read(JObject document)
    {
        var record = document["group"]!;
        var degree = record.Int("degree");
        var generators = record.Items("generators").Select(g => Images(g, degree)).ToList();
        var named = FiniteGroup.Parse(document["inputs"]!.Text("group"));
        record["name"].Is(named.Name);
        record["degree"].Is(named.Degree);
        Claims.Each(record["generators"]!, named.Generators, (claim, g) => claim.Is([.. g.Images.Select(x => x + 1)]));
        var claimed = record.Int("order");
        record["order"]!.Require(claimed <= CatalogLimits.MaxOrder, FormattableString.Invariant($"above the limit of the catalog, {CatalogLimits.MaxOrder}"));
        record["order"].Is((long)named.Order);
        var group = new ListedGroup(generators, degree);
        record["order"].Is(group.Order);
        return group;
    }

    /// <summary>Checks the section <c>classes</c> against conjugation by the generators.</summary>
    public void ReadClasses(JObject document)
    {
        var records = document.Items("classes");
        var orders = _elements.ConvertAll(OrderOf);
        ClassOf = [.. Enumerable.Repeat(-1, Order)];
        ClassSizes = new int[records.Count];
        Representatives = new int[records.Count];
        foreach (var (c, record) in records.Index())
        {
            record["class"].Is(c + 1);
            var start = PositionOf(Images(record["representative"]!, Degree));
            record["representative"]!.Require(start >= 0, "is not in the group");
            record["representative"]!.Require(ClassOf[start] < 0, FormattableString.Invariant($"lies in class {ClassOf[start] + 1}"));
            record["representative"]!.Require((c == 0) == (start == 0), "the class of the identity is the first");
            var members = new List<int> { start };
            ClassOf[start] = c;
            for (var i = 0; i < members.Count; i++)
            {
                foreach (var (s, g) in Generators.Index())
                {
                    var conjugate = PositionOf(Compose(_elements[Left[s][members[i]]], Invert(g)));
                    if (ClassOf[conjugate] < 0)
                    {
                        ClassOf[conjugate] = c;
                        members.Add(conjugate);
                    }
                }
            }

            record["size"].Is(members.Count);
            record["order"].Is(orders[start]);
            ClassSizes[c] = members.Count;
            Representatives[c] = start;
        }

        document["classes"]!.Require(!ClassOf.Contains(-1), "elements are in no class");
        document["group"]!["exponent"].Is(orders.Aggregate(1L, NumberTheory.Lcm));
    }

    /// <summary>Reads an image list on 1..n.</summary>
    public static int[] Images(JToken list, int size)
    {
        var images = list.Select(item => (int)item - 1).ToArray();
        list.Require(images.Length == size && images.Order().SequenceEqual(Enumerable.Range(0, size)), FormattableString.Invariant($"is no permutation of 1..{size}"));
        return images;
    }

    private static long OrderOf(int[] images)
    {
        var order = 1L;
        var seen = new bool[images.Length];
        for (var x = 0; x < images.Length; x++)
        {
            var length = 0;
            for (var y = x; !seen[y]; y = images[y])
            {
                seen[y] = true;
                length++;
            }

            order = length > 1 ? NumberTheory.Lcm(order, length) : order;
        }

        return order;
    }

    private static int[] Invert(int[] images)
    {
        var inverse = new int[images.Length];
        for (var x = 0; x < images.Length; x++)
        {
            inverse[images[x]] = x;
        }

        return inverse;
    }

    private static string KeyOf(int[] images) => string.Create(images.Length, images, static (key, source) =>
    {
        for (var x = 0; x < key.Length; x++)
        {
            key[x] = (char)source[x];
        }
    });

    private int Add(int[] images)
    {
        _positions.Add(KeyOf(images), _elements.Count);
        _elements.Add(images);
        return _elements.Count - 1;
    }
}
