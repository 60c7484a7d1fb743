namespace Eqnn.Drawing.Reports;

/// <summary>What a page about energies in simple representations shows: the figures and texts, without their layout. <see cref="EnergyPageHtml"/> makes the page.</summary>
/// <param name="name">What the page is about.</param>
/// <param name="lead">A sentence on it.</param>
/// <param name="cards">Figures that stand first.</param>
/// <param name="coloured">The names of the simples that have a colour of their own, in the order of the colours.</param>
/// <param name="hasOthers">Whether there are further simples.</param>
/// <param name="bars">The states from left to right.</param>
/// <param name="planes">Spectra on the plane of frequencies; may be empty.</param>
/// <param name="states">The states one by one.</param>
/// <param name="transfers">What activations do; may be empty.</param>
/// <param name="maps">The linear maps.</param>
/// <param name="origin">Where group and simples come from.</param>
public sealed class EnergyPage(string name, string lead, IReadOnlyList<EnergyCard> cards, IReadOnlyList<string> coloured, bool hasOthers, IReadOnlyList<EnergyBar> bars, IReadOnlyList<EnergyPlane> planes, IReadOnlyList<StateTable> states, IReadOnlyList<TransferMatrix> transfers, IReadOnlyList<MapBlocks> maps, string origin)
{
    internal string Name { get; } = name;
    internal string Lead { get; } = lead;
    internal IReadOnlyList<EnergyCard> Cards { get; } = cards;
    internal IReadOnlyList<string> Coloured { get; } = coloured;
    internal bool HasOthers { get; } = hasOthers;
    internal IReadOnlyList<EnergyBar> Bars { get; } = bars;
    internal IReadOnlyList<EnergyPlane> Planes { get; } = planes;
    internal IReadOnlyList<StateTable> States { get; } = states;
    internal IReadOnlyList<TransferMatrix> Transfers { get; } = transfers;
    internal IReadOnlyList<MapBlocks> Maps { get; } = maps;
    internal string Origin { get; } = origin;

    /// <summary>The number of simples that have a colour of their own at most.</summary>
    public static int ColourCount => ReportText.ColourCount;
}

/// <summary>A figure with its meaning.</summary>
/// <param name="figure">The figure.</param>
/// <param name="text">What it counts.</param>
public sealed class EnergyCard(string figure, string text)
{
    internal string Figure { get; } = figure;
    internal string Text { get; } = text;
}

/// <summary>A state as a bar divided among the simples.</summary>
/// <param name="caption">Which state.</param>
/// <param name="space">Its space.</param>
/// <param name="total">The energy.</param>
/// <param name="labels">The labels of the coloured simples.</param>
/// <param name="shares">Their shares.</param>
/// <param name="activation">The activation before it; empty for the first.</param>
/// <param name="weights">The number of weights before it.</param>
public sealed class EnergyBar(string caption, string space, double total, IReadOnlyList<string> labels, IReadOnlyList<double> shares, string activation, long weights)
{
    internal string Caption { get; } = caption;
    internal string Space { get; } = space;
    internal double Total { get; } = total;
    internal IReadOnlyList<string> Labels { get; } = labels;
    internal IReadOnlyList<double> Shares { get; } = shares;
    internal string Activation { get; } = activation;
    internal long Weights { get; } = weights;
}

/// <summary>A spectrum on the plane of frequencies.</summary>
/// <param name="caption">Which state.</param>
/// <param name="space">Its space.</param>
/// <param name="shares">Row a, column b: the share at the frequencies (a, b).</param>
public sealed class EnergyPlane(string caption, string space, IReadOnlyList<IReadOnlyList<double>> shares)
{
    internal string Caption { get; } = caption;
    internal string Space { get; } = space;
    internal IReadOnlyList<IReadOnlyList<double>> Shares { get; } = shares;
}

/// <summary>A state, simple by simple.</summary>
/// <param name="caption">Which state.</param>
/// <param name="space">Its space.</param>
/// <param name="rows">The simples that are shown.</param>
/// <param name="hiddenCount">How many are not.</param>
/// <param name="hiddenShare">Their share.</param>
/// <param name="byChannel">Channel by channel; null where there is one, or too many.</param>
public sealed class StateTable(string caption, string space, IReadOnlyList<StateRow> rows, int hiddenCount, double hiddenShare, ShareMatrix? byChannel)
{
    internal string Caption { get; } = caption;
    internal string Space { get; } = space;
    internal IReadOnlyList<StateRow> Rows { get; } = rows;
    internal int HiddenCount { get; } = hiddenCount;
    internal double HiddenShare { get; } = hiddenShare;
    internal ShareMatrix? ByChannel { get; } = byChannel;
}

/// <summary>A simple in a state.</summary>
/// <param name="colour">Its place among the coloured ones; −1 for the others.</param>
/// <param name="name">Its name.</param>
/// <param name="dimension">Its dimension.</param>
/// <param name="share">Its share of the energy; 0 for none.</param>
/// <param name="effective">The number of copies that the data fills.</param>
/// <param name="copies">The number of copies.</param>
/// <param name="mark">What there is to say.</param>
public sealed class StateRow(int colour, string name, string dimension, double share, double effective, string copies, EnergyMark mark)
{
    internal int Colour { get; } = colour;
    internal string Name { get; } = name;
    internal string Dimension { get; } = dimension;
    internal double Share { get; } = share;
    internal double Effective { get; } = effective;
    internal string Copies { get; } = copies;
    internal EnergyMark Mark { get; } = mark;
}

/// <summary>What there is to say of a simple in a state.</summary>
public enum EnergyMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It could have energy and has none.</summary>
    Silent,

    /// <summary>A theorem forbids energy in it.</summary>
    Forbidden,

    /// <summary>No later layer reads it.</summary>
    Unread,
}

/// <summary>Shares by row and column.</summary>
/// <param name="rows">The names of the rows.</param>
/// <param name="columns">The names of the columns.</param>
/// <param name="shares">The shares; null where a theorem forbids one.</param>
public sealed class ShareMatrix(IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<double?>> shares)
{
    internal IReadOnlyList<string> Rows { get; } = rows;
    internal IReadOnlyList<string> Columns { get; } = columns;
    internal IReadOnlyList<IReadOnlyList<double?>> Shares { get; } = shares;
}

/// <summary>What an activation sends where.</summary>
/// <param name="caption">Which layer.</param>
/// <param name="activation">The activation.</param>
/// <param name="shares">Row L, column K; the last two rows are what sources create jointly and the sums.</param>
public sealed class TransferMatrix(string caption, string activation, ShareMatrix shares)
{
    internal string Caption { get; } = caption;
    internal string Activation { get; } = activation;
    internal ShareMatrix Shares { get; } = shares;
}

/// <summary>A linear map, block by block.</summary>
/// <param name="caption">From where to where in the network.</param>
/// <param name="tags">Its spaces, weights and rank.</param>
/// <param name="norm">Its norm, to which singular values are drawn.</param>
/// <param name="rows">The blocks that are shown.</param>
/// <param name="hiddenCount">How many are not.</param>
/// <param name="hiddenShare">Their share of the squared norm.</param>
public sealed class MapBlocks(string caption, IReadOnlyList<string> tags, double norm, IReadOnlyList<BlockRow> rows, int hiddenCount, double hiddenShare)
{
    internal string Caption { get; } = caption;
    internal IReadOnlyList<string> Tags { get; } = tags;
    internal double Norm { get; } = norm;
    internal IReadOnlyList<BlockRow> Rows { get; } = rows;
    internal int HiddenCount { get; } = hiddenCount;
    internal double HiddenShare { get; } = hiddenShare;
}

/// <summary>A block of a linear map.</summary>
/// <param name="colour">The place of its simple among the coloured ones; −1 for the others.</param>
/// <param name="name">The name of its simple.</param>
/// <param name="shape">Its shape.</param>
/// <param name="parameters">The number of parameters.</param>
/// <param name="share">Its share of the squared norm.</param>
/// <param name="norm">Its norm.</param>
/// <param name="rank">Its rank.</param>
/// <param name="singularValues">Its singular values, descending.</param>
public sealed class BlockRow(int colour, string name, string shape, string parameters, double share, double norm, string rank, IReadOnlyList<double> singularValues)
{
    internal int Colour { get; } = colour;
    internal string Name { get; } = name;
    internal string Shape { get; } = shape;
    internal string Parameters { get; } = parameters;
    internal double Share { get; } = share;
    internal double Norm { get; } = norm;
    internal string Rank { get; } = rank;
    internal IReadOnlyList<double> SingularValues { get; } = singularValues;
}
