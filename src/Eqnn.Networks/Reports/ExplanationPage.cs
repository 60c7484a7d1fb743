using Eqnn.Drawing.Reports;
using Eqnn.Networks.Simples;

namespace Eqnn.Networks.Reports;

/// <summary>A <see cref="NetworkExplanation"/> as one HTML page with drawings: self-contained, no script, opens offline. Same explanation, same bytes.</summary>
public static class ExplanationPage
{
    private const int MaxRows = 40;
    private const int MaxChannels = 64;

    /// <summary>The page.</summary>
    /// <param name="explanation">What is explained.</param>
    /// <param name="name">The name of the network, for the title.</param>
    /// <param name="data">What the inputs are, in a few words.</param>
    public static string ToHtml(NetworkExplanation explanation, string name, string data) => EnergyPageHtml.ToHtml(Describe(explanation, name, data));

    /// <summary>What the page shows.</summary>
    /// <param name="explanation">What is explained.</param>
    /// <param name="name">The name of the network, for the title.</param>
    /// <param name="data">What the inputs are, in a few words.</param>
    internal static EnergyPage Describe(NetworkExplanation explanation, string name, string data)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(data);
        var (network, coloured) = (explanation.Network, Coloured(explanation));
        return new(
            name,
            $"An equivariant network of {network.Group.Name}: {string.Join(" → ", network.States.Select(state => state.ToString()))}, on {data}.{string.Concat(network.Notes.Select(note => $" Note: {note}."))}",
            Cards(explanation),
            [.. coloured.Select(Named)],
            coloured.Count < explanation.Simples.All.Count,
            [.. explanation.States.Select((state, i) => new EnergyBar(
                i == 0 ? "input" : FormattableString.Invariant($"layer {i}"), state.Space.ToString(), state.Total, [.. coloured.Select(simple => simple.Label)], [.. coloured.Select(state.ShareOf)],
                i == 0 ? "" : network.Layers[i - 1].Activation.ToString(), i == 0 ? 0 : explanation.Maps[i - 1].Sum(map => map.Map.ParameterCount)))],
            explanation.Simples.Grid.Count == 2 ? [.. explanation.States.Where(state => state.Space.Points > 1).Select(state => Plane(state, explanation.Simples))] : [],
            [.. explanation.States.Select(state => State(explanation, state, coloured))],
            [.. explanation.Transfers.Select(Transfer)],
            [.. Enumerable.Range(0, explanation.Maps.Count).SelectMany(i => Enumerable.Range(0, explanation.Maps[i].Count).Select(t => Map(explanation, i, t, coloured)))],
            explanation.Simples.Origin);
    }

    private static IReadOnlyList<EnergyCard> Cards(NetworkExplanation explanation)
    {
        var network = explanation.Network;
        var silent = explanation.States.Sum(state => explanation.Simples.All.Count(state.IsSilent));
        var forbidden = explanation.Transfers.Sum(transfer => transfer.ForbiddenCount);
        var worst = explanation.Transfers.Select(transfer => transfer.LargestForbidden).DefaultIfEmpty().Max();
        return
        [
            new($"{network.ParameterCount}", $"parameters, of {network.DenseParameterCount} of dense layers"),
            new($"{explanation.Simples.All.Count}", "simple representations"),
            new($"{forbidden}", forbidden == 0 ? "transfers forbidden by the theorem" : $"transfers forbidden by the theorem; measured there: {(worst == 0 ? "0" : FormattableString.Invariant($"below 1E{Math.Max(-12, Math.Floor(Math.Log10(worst)) + 1):0}"))} of the amplitude"),
            new($"{silent}", "simples without energy, over all states"),
        ];
    }

    /// <summary>The shares on the plane of frequencies; a simple has both its frequencies.</summary>
    private static EnergyPlane Plane(StateExplanation state, NetworkSimples simples)
    {
        var (n, m) = (simples.Grid[0], simples.Grid[1]);
        var shares = Enumerable.Range(0, n).Select(_ => new double[m]).ToArray();
        foreach (var simple in simples.All)
        {
            var (a, b) = (simple.Frequencies[0], simple.Frequencies[1]);
            var share = state.ShareOf(simple) / simple.Dimension;
            shares[a][b] = share;
            shares[(n - a) % n][(m - b) % m] = share;
        }

        return new(state.State == 0 ? "input" : FormattableString.Invariant($"layer {state.State}"), state.Space.ToString(), shares);
    }

    private static StateTable State(NetworkExplanation explanation, StateExplanation state, IReadOnlyList<NetworkSimple> coloured)
    {
        var present = explanation.Simples.All.Where(simple => state.Capacities[simple.Position] > 0).ToList();
        var shown = present.Count <= MaxRows ? present : [.. present.OrderByDescending(simple => state.Energies[simple.Position]).Take(MaxRows / 2).OrderBy(simple => simple.Position)];
        var rows = shown.ConvertAll(simple =>
        {
            var share = state.IsSilent(simple) ? 0 : state.ShareOf(simple);
            var mark = share == 0 ? state.Possible[simple.Position] ? EnergyMark.Silent : EnergyMark.Forbidden : !state.IsRead[simple.Position] ? EnergyMark.Unread : EnergyMark.None;
            return new StateRow(IndexOf(coloured, simple), Named(simple), $"{simple.Dimension}", share, state.EffectiveDimensions[simple.Position], $"{state.Capacities[simple.Position]}", mark);
        });
        var channels = state.Space.Channels is > 1 and <= MaxChannels && shown.Count > 1
            ? new ShareMatrix(
                [.. Enumerable.Range(1, state.Space.Channels).Select(channel => $"channel {channel}")], [.. shown.Select(simple => simple.Label)],
                [.. Enumerable.Range(0, state.Space.Channels).Select(channel => (IReadOnlyList<double?>)[.. shown.Select(simple => (double?)(state.Total > 0 ? state.EnergyAt(channel, simple) / state.Total : 0))])])
            : null;
        return new(state.State == 0 ? "Input" : $"Layer {state.State}", state.Space.ToString(), rows, present.Count - shown.Count, Math.Max(0, 1 - shown.Sum(state.ShareOf)), channels);
    }

    private static TransferMatrix Transfer(TransferExplanation transfer)
    {
        string[] names = [.. transfer.Sources.Select(simple => simple?.Label ?? "others")];
        var scale = Math.Max(double.Epsilon, transfer.Totals.Sum());
        var sources = names.Length;
        return new($"Layer {transfer.Layer}", transfer.Activation.ToString(), new ShareMatrix(
            [.. names, "jointly", "f(v)"], names,
            [.. Enumerable.Range(0, sources + 2).Select(row => (IReadOnlyList<double?>)[.. Enumerable.Range(0, sources).Select(column => row < sources && !transfer.IsAllowed(row, column)
                ? null
                : (double?)((row < sources ? transfer.EnergyOf(row, column) : row == sources ? transfer.Joint[column] : transfer.Totals[column]) / scale))])]));
    }

    private static MapBlocks Map(NetworkExplanation explanation, int layer, int term, IReadOnlyList<NetworkSimple> coloured)
    {
        var map = explanation.Maps[layer][term];
        var state = explanation.Network.Layers[layer].Terms[term].State;
        IReadOnlyList<SchurBlock> shown = map.Blocks.Count <= MaxRows ? map.Blocks : [.. map.Blocks.OrderByDescending(block => block.Energy).Take(MaxRows / 2).OrderBy(block => block.Simple.Position)];
        return new(
            $"Layer {layer + 1} from {(state == 0 ? "the input" : $"layer {state}")}",
            [$"{map.Map.Source} → {map.Map.Target}", $"{map.Map.ParameterCount} weights, dense {map.DenseParameterCount}", $"rank {map.Rank}"],
            map.Norm,
            [.. shown.Select(block => new BlockRow(
                IndexOf(coloured, block.Simple), Named(block.Simple), $"{block.Rows} × {block.Columns} over {block.Simple.EndomorphismDimension switch { 1 => "ℝ", 2 => "ℂ", _ => "ℍ" }}", $"{block.ParameterCount}",
                map.Energy > 0 ? block.Energy / map.Energy : 0, block.Norm, $"{block.RankAbove(MapDecomposition.RankTolerance * map.Norm)}", block.SingularValues))],
            map.Blocks.Count - shown.Count,
            Math.Max(0, 1 - (shown.Sum(block => block.Energy) / map.Energy)));
    }

    /// <summary>The simples that get a colour: those with the largest share in any state; where there are many, only those above one per cent.</summary>
    private static List<NetworkSimple> Coloured(NetworkExplanation explanation) => [.. explanation.Simples.All
        .Where(simple => explanation.Simples.All.Count <= EnergyPage.ColourCount || explanation.States.Any(state => state.ShareOf(simple) > 0.01))
        .OrderByDescending(simple => explanation.States.Max(state => state.ShareOf(simple))).Take(EnergyPage.ColourCount).OrderBy(simple => simple.Position)];

    private static int IndexOf(IReadOnlyList<NetworkSimple> list, NetworkSimple simple) => list.TakeWhile(other => other != simple).Count() is var at && at < list.Count ? at : -1;

    private static string Named(NetworkSimple simple) => simple.Alias.Length == 0 ? simple.Label : $"{simple.Label} ({simple.Alias})";
}
