using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Certificates;

/// <summary>The check of a certificate of kind <c>separation</c>: that some network of a shape has different outputs for two inputs, or that all agree.</summary>
/// <remarks>
/// <para>The sets are given by permutations, one for each generator; the statement holds for the group that these generate together, whatever its name.</para>
/// <para><b>Told apart:</b> the network is evaluated, orbital by orbital: the orbit of the pair that is written with a weight is walked under the generators, so that every layer is equivariant whatever is written.</para>
/// <para><b>Not told apart:</b> equal numbers on the first layer imply equal sums over all orbitals, equal numbers on the next ones equal counts of the numbers before, and on the last set the numbers of both inputs agree. By induction the values of every network are functions of the numbers.</para>
/// </remarks>
internal static class CheckedSeparation
{
    /// <summary>The most pairs of points that are walked.</summary>
    private const long MaxPairs = 100_000_000;

    public static string Check(Claim root, List<string> claims, CancellationToken cancellationToken)
    {
        CertificateShape.RequireSeparation(root);
        var sets = Sets(root["sets"]);
        var inputs = root["inputs"].Items(2).Select(copy => copy.Items().Select(channel => channel.RealVector(sets[0].Size)).ToArray()).ToArray();
        root["inputs"].Require(inputs[0].Length > 0 && inputs[0].Length == inputs[1].Length, () => "both inputs need equally many channels, at least one");
        claims.Add(FormattableString.Invariant($"{sets.Length} sets of {string.Join(", ", sets.Select(set => set.Size))} points, each with {sets[0].Generators.Length} permutations, and 2 inputs of {inputs[0].Length} channels"));
        var biases = root["biases"].Truth();
        if (root["separated"].Truth())
        {
            return Separated(root, sets, inputs, biases, claims, cancellationToken);
        }

        root["biases"].Require(biases, () => "without biases colours prove less than is said; there is no such certificate");
        return Indistinguishable(root["colours"], sets, inputs, claims, cancellationToken);
    }

    /// <summary>The same for a record in a document of the catalog, with biases, on sets that it does not write out.</summary>
    public static void CheckOn(Claim record, PointSet[] sets, CancellationToken cancellationToken)
    {
        var inputs = record["inputs"].Items(2).Select(copy => copy.Items(1).Select(channel => channel.RealVector(sets[0].Size)).ToArray()).ToArray();
        _ = record["separated"].Truth() ? Separated(record, sets, inputs, true, [], cancellationToken) : Indistinguishable(record["colours"], sets, inputs, [], cancellationToken);
    }

    private static PointSet[] Sets(Claim node)
    {
        var items = node.Items();
        node.Require(items.Count >= 3, () => "an input set, at least one hidden set and an output set are expected");
        var generators = items[0]["generators"].Items().Count;
        return [.. items.Select(item =>
        {
            var size = item["size"].Number(1, 2_000_000);
            return new PointSet(size, [.. item["generators"].Items(generators).Select(g => g.Permutation(size).Images.ToArray())]);
        })];
    }

    private static string Separated(Claim root, PointSet[] sets, Cyclotomic[][][] inputs, bool biases, List<string> claims, CancellationToken cancellationToken)
    {
        var network = root["network"];
        var (below, above) = (network["activation"]["below"].Value(), network["activation"]["above"].Value());
        network["activation"].Require(below.IsReal && above.IsReal && below != above, () => "two different real slopes are expected");
        var layers = network["layers"].Items(sets.Length - 1);
        var values = inputs;
        for (var i = 0; i < layers.Count; i++)
        {
            values = Apply(layers[i], sets[i + 1], sets[i], values, biases && i < layers.Count - 1, cancellationToken);
            if (i < layers.Count - 1)
            {
                values = [.. values.Select(copy => copy.Select(channel => channel.Select(value => (value.Sign < 0 ? below : above) * value).ToArray()).ToArray())];
            }
        }

        layers[^1]["channels"].Require(values[0].Length == 1, () => "one channel is expected in the output");
        var outputs = root["outputs"].Items(2);
        for (var copy = 0; copy < 2; copy++)
        {
            var claimed = outputs[copy].Items(sets[^1].Size);
            for (var z = 0; z < claimed.Count; z++)
            {
                claimed[z].Require(claimed[z].Value() == values[copy][0][z], () => $"the network gives {values[copy][0][z]}");
            }
        }

        var point = root["point"].Position(sets[^1].Size);
        root["point"].Require(values[0][0][point] != values[1][0][point], () => "the two outputs agree at this point");
        claims.Add(FormattableString.Invariant($"a network with {string.Join(", ", layers.Select(layer => layer["channels"].Count()))} channels, evaluated exactly, gives {values[0][0][point]} and {values[1][0][point]} at point {point + 1} of the output"));
        return FormattableString.Invariant($"the two inputs are told apart by an equivariant network with {sets.Length - 2} hidden layers{(biases ? "" : " without biases")}");
    }

    private static Cyclotomic[][][] Apply(Claim layer, PointSet target, PointSet source, Cyclotomic[][][] values, bool biases, CancellationToken cancellationToken)
    {
        var channels = layer["channels"].Number(1, 1_000_000);
        layer["channels"].Require((long)channels * target.Size <= MaxPairs, () => "too many values");
        var result = values.Select(_ => Enumerable.Range(0, channels).Select(_ => new Cyclotomic[target.Size]).ToArray()).ToArray();
        var walked = 0L;
        foreach (var node in layer["weights"].Items())
        {
            var (to, from) = (node["to"].Position(channels), node["from"].Position(values[0].Length));
            var pair = node["pair"].Items(2);
            var weight = Integer(node["weight"]);
            foreach (var (y, x) in PairOrbit(target, source, pair[0].Position(target.Size), pair[1].Position(source.Size)))
            {
                if ((++walked & 0xFFFF) == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                RequireFew(walked);
                for (var copy = 0; copy < values.Length; copy++)
                {
                    result[copy][to][y] += weight * values[copy][from][x];
                }
            }
        }

        var list = layer["biases"].Items();
        layer["biases"].Require(biases || list.Count == 0, () => "no biases are expected here");
        foreach (var node in list)
        {
            var to = node["to"].Position(channels);
            var value = Integer(node["value"]);
            foreach (var y in target.OrbitOf(node["point"].Position(target.Size)))
            {
                for (var copy = 0; copy < values.Length; copy++)
                {
                    result[copy][to][y] += value;
                }
            }
        }

        return result;
    }

    private static string Indistinguishable(Claim node, PointSet[] sets, Cyclotomic[][][] inputs, List<string> claims, CancellationToken cancellationToken)
    {
        var layers = node.Items(sets.Length - 1);
        int[][]? before = null;
        for (var i = 0; i < layers.Count; i++)
        {
            var (target, source) = (sets[i + 1], sets[i]);
            var own = layers[i].Items(2).Select(copy => copy.Items(target.Size).Select(item => item.Number(1, 2 * target.Size)).ToArray()).ToArray();
            RequireFew((long)target.Size * source.Size);
            var orbitals = Orbitals(target, source, cancellationToken);
            var representative = new Dictionary<int, object>();
            for (var copy = 0; copy < 2; copy++)
            {
                for (var y = 0; y < target.Size; y++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    object seen = before is null ? Sums(orbitals, y, inputs[copy]) : Counts(orbitals, y, source.Size, before[copy]);
                    if (!representative.TryAdd(own[copy][y], seen))
                    {
                        var (place, point) = (layers[i].Items()[copy].Items()[y], y);
                        place.Require(Same(representative[own[copy][y]], seen),
                            () => FormattableString.Invariant($"colour {own[copy][point]} stands at points that see different {(before is null ? "sums" : "counts")}"));
                    }
                }
            }

            claims.Add(FormattableString.Invariant($"on set {i + 2} points of both inputs with one of the {representative.Count} colours have {(before is null ? "equal sums" : "equal counts of the colours before")} over every orbital"));
            before = own;
        }

        var last = layers[^1].Items();
        for (var z = 0; z < sets[^1].Size; z++)
        {
            last[1].Items()[z].Require(before![0][z] == before[1][z], () => "the colours of the two inputs differ at this point of the output set");
        }

        claims.Add("on the output set both inputs have the same colour at every point");
        return FormattableString.Invariant($"all equivariant networks with these {sets.Length - 2} hidden sets agree on the two inputs, whatever their widths, weights, invariant biases and activations");
    }

    private static (int Orbital, Cyclotomic[] Sums)[] Sums(int[] orbitals, int y, Cyclotomic[][] channels)
    {
        var (size, sums) = (channels[0].Length, new SortedDictionary<int, Cyclotomic[]>());
        for (var x = 0; x < size; x++)
        {
            var orbital = orbitals[((long)y * size) + x];
            if (!sums.TryGetValue(orbital, out var own))
            {
                sums.Add(orbital, own = new Cyclotomic[channels.Length]);
            }

            for (var c = 0; c < channels.Length; c++)
            {
                own[c] += channels[c][x];
            }
        }

        return [.. sums.Select(pair => (pair.Key, pair.Value))];
    }

    private static (int Orbital, int Colour)[] Counts(int[] orbitals, int y, int size, int[] colours)
    {
        var seen = new (int Orbital, int Colour)[size];
        for (var x = 0; x < size; x++)
        {
            seen[x] = (orbitals[((long)y * size) + x], colours[x]);
        }

        Array.Sort(seen);
        return seen;
    }

    private static bool Same(object first, object second) => (first, second) switch
    {
        ((int Orbital, int Colour)[] left, (int Orbital, int Colour)[] right) => left.AsSpan().SequenceEqual(right),
        ((int Orbital, Cyclotomic[] Sums)[] left, (int Orbital, Cyclotomic[] Sums)[] right) =>
            left.Length == right.Length && left.Zip(right).All(pair => pair.First.Orbital == pair.Second.Orbital && pair.First.Sums.AsSpan().SequenceEqual(pair.Second.Sums)),
        _ => false,
    };

    /// <summary>For each pair (y, x) the number of its orbit.</summary>
    private static int[] Orbitals(PointSet target, PointSet source, CancellationToken cancellationToken)
    {
        var orbitals = new int[(long)target.Size * source.Size];
        Array.Fill(orbitals, -1);
        var count = 0;
        var pending = new Stack<int>();
        for (var start = 0; start < orbitals.Length; start++)
        {
            if (orbitals[start] >= 0)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            orbitals[start] = count;
            pending.Push(start);
            while (pending.TryPop(out var pair))
            {
                var (y, x) = Math.DivRem(pair, source.Size);
                for (var g = 0; g < target.Generators.Length; g++)
                {
                    var image = (target.Generators[g][y] * source.Size) + source.Generators[g][x];
                    if (orbitals[image] < 0)
                    {
                        orbitals[image] = count;
                        pending.Push(image);
                    }
                }
            }

            count++;
        }

        return orbitals;
    }

    private static IEnumerable<(int Y, int X)> PairOrbit(PointSet target, PointSet source, int y, int x)
    {
        var seen = new HashSet<(int, int)> { (y, x) };
        var pending = new Queue<(int Y, int X)>([(y, x)]);
        while (pending.TryDequeue(out var pair))
        {
            yield return pair;
            for (var g = 0; g < target.Generators.Length; g++)
            {
                var image = (target.Generators[g][pair.Y], source.Generators[g][pair.X]);
                if (seen.Add(image))
                {
                    pending.Enqueue(image);
                }
            }
        }
    }

    private static void RequireFew(long pairs)
    {
        if (pairs > MaxPairs)
        {
            throw new LimitExceededException("pairs of points that the checker walks", MaxPairs, FormattableString.Invariant($"at least {pairs}"), "not adjustable; certify smaller sets");
        }
    }

    private static Cyclotomic Integer(Claim node)
    {
        var value = node.Value();
        node.Require(value.IsInteger, () => $"{value} is not a whole number");
        return value;
    }

    /// <summary>A set with one permutation for each generator.</summary>
    internal sealed record PointSet(int Size, int[][] Generators)
    {
        public static PointSet Of(int size, IEnumerable<int[]> generators) => new(size, [.. generators]);

        public static PointSet OnePoint(int generators) => new(1, [.. Enumerable.Range(0, generators).Select(_ => new int[1])]);

        /// <summary>The pairs (x, y), numbered x · |Y| + y.</summary>
        public static PointSet Product(PointSet left, PointSet right) => new(left.Size * right.Size, [.. left.Generators.Zip(right.Generators,
            (g, h) => Enumerable.Range(0, left.Size * right.Size).Select(pair => (g[pair / right.Size] * right.Size) + h[pair % right.Size]).ToArray())]);

        public IReadOnlyCollection<int> OrbitOf(int point)
        {
            var seen = new HashSet<int> { point };
            var pending = new Queue<int>([point]);
            while (pending.TryDequeue(out var next))
            {
                foreach (var images in Generators)
                {
                    if (seen.Add(images[next]))
                    {
                        pending.Enqueue(images[next]);
                    }
                }
            }

            return seen;
        }
    }
}
