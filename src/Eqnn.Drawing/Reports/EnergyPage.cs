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
    /// <summary>What the page is about.</summary>
    public string Name { get; } = name;

    /// <summary>A sentence on it.</summary>
    public string Lead { get; } = lead;

    /// <summary>Figures that stand first.</summary>
    public IReadOnlyList<EnergyCard> Cards { get; } = cards;

    /// <summary>The names of the simples that have a colour of their own, in the order of the colours.</summary>
    public IReadOnlyList<string> Coloured { get; } = coloured;

    /// <summary>Whether there are further simples.</summary>
    public bool HasOthers { get; } = hasOthers;

    /// <summary>The states from left to right.</summary>
    public IReadOnlyList<EnergyBar> Bars { get; } = bars;

    /// <summary>Spectra on the plane of frequencies; may be empty.</summary>
    public IReadOnlyList<EnergyPlane> Planes { get; } = planes;

    /// <summary>The states one by one.</summary>
    public IReadOnlyList<StateTable> States { get; } = states;

    /// <summary>What activations do; may be empty.</summary>
    public IReadOnlyList<TransferMatrix> Transfers { get; } = transfers;

    /// <summary>The linear maps.</summary>
    public IReadOnlyList<MapBlocks> Maps { get; } = maps;

    /// <summary>Where group and simples come from.</summary>
    public string Origin { get; } = origin;

    /// <summary>The number of simples that have a colour of their own at most.</summary>
    public static int ColourCount => ReportText.ColourCount;
}

/// <summary>A figure with its meaning.</summary>
/// <param name="figure">The figure.</param>
/// <param name="text">What it counts.</param>
public sealed class EnergyCard(string figure, string text)
{
    /// <summary>The figure.</summary>
    public string Figure { get; } = figure;

    /// <summary>What it counts.</summary>
    public string Text { get; } = text;
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
    /// <summary>Which state.</summary>
    public string Caption { get; } = caption;

    /// <summary>Its space.</summary>
    public string Space { get; } = space;

    /// <summary>The energy.</summary>
    public double Total { get; } = total;

    /// <summary>The labels of the coloured simples.</summary>
    public IReadOnlyList<string> Labels { get; } = labels;

    /// <summary>Their shares.</summary>
    public IReadOnlyList<double> Shares { get; } = shares;

    /// <summary>The activation before it; empty for the first.</summary>
    public string Activation { get; } = activation;

    /// <summary>The number of weights before it.</summary>
    public long Weights { get; } = weights;
}

/// <summary>A spectrum on the plane of frequencies.</summary>
/// <param name="caption">Which state.</param>
/// <param name="space">Its space.</param>
/// <param name="shares">Row a, column b: the share at the frequencies (a, b).</param>
public sealed class EnergyPlane(string caption, string space, IReadOnlyList<IReadOnlyList<double>> shares)
{
    /// <summary>Which state.</summary>
    public string Caption { get; } = caption;

    /// <summary>Its space.</summary>
    public string Space { get; } = space;

    /// <summary>Row a, column b: the share at the frequencies (a, b).</summary>
    public IReadOnlyList<IReadOnlyList<double>> Shares { get; } = shares;
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
    /// <summary>Which state.</summary>
    public string Caption { get; } = caption;

    /// <summary>Its space.</summary>
    public string Space { get; } = space;

    /// <summary>The simples that are shown.</summary>
    public IReadOnlyList<StateRow> Rows { get; } = rows;

    /// <summary>How many are not.</summary>
    public int HiddenCount { get; } = hiddenCount;

    /// <summary>Their share.</summary>
    public double HiddenShare { get; } = hiddenShare;

    /// <summary>Channel by channel; null where there is one, or too many.</summary>
    public ShareMatrix? ByChannel { get; } = byChannel;
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
    /// <summary>Its place among the coloured ones; −1 for the others.</summary>
    public int Colour { get; } = colour;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its dimension.</summary>
    public string Dimension { get; } = dimension;

    /// <summary>Its share of the energy; 0 for none.</summary>
    public double Share { get; } = share;

    /// <summary>The number of copies that the data fills.</summary>
    public double Effective { get; } = effective;

    /// <summary>The number of copies.</summary>
    public string Copies { get; } = copies;

    /// <summary>What there is to say.</summary>
    public EnergyMark Mark { get; } = mark;
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
    /// <summary>The names of the rows.</summary>
    public IReadOnlyList<string> Rows { get; } = rows;

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>The shares; null where a theorem forbids one.</summary>
    public IReadOnlyList<IReadOnlyList<double?>> Shares { get; } = shares;
}

/// <summary>What an activation sends where.</summary>
/// <param name="caption">Which layer.</param>
/// <param name="activation">The activation.</param>
/// <param name="shares">Row L, column K; the last two rows are what sources create jointly and the sums.</param>
public sealed class TransferMatrix(string caption, string activation, ShareMatrix shares)
{
    /// <summary>Which layer.</summary>
    public string Caption { get; } = caption;

    /// <summary>The activation.</summary>
    public string Activation { get; } = activation;

    /// <summary>Row L, column K; the last two rows are what sources create jointly and the sums.</summary>
    public ShareMatrix Shares { get; } = shares;
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
    /// <summary>From where to where in the network.</summary>
    public string Caption { get; } = caption;

    /// <summary>Its spaces, weights and rank.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;

    /// <summary>Its norm, to which singular values are drawn.</summary>
    public double Norm { get; } = norm;

    /// <summary>The blocks that are shown.</summary>
    public IReadOnlyList<BlockRow> Rows { get; } = rows;

    /// <summary>How many are not.</summary>
    public int HiddenCount { get; } = hiddenCount;

    /// <summary>Their share of the squared norm.</summary>
    public double HiddenShare { get; } = hiddenShare;
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
    /// <summary>The place of its simple among the coloured ones; −1 for the others.</summary>
    public int Colour { get; } = colour;

    /// <summary>The name of its simple.</summary>
    public string Name { get; } = name;

    /// <summary>Its shape.</summary>
    public string Shape { get; } = shape;

    /// <summary>The number of parameters.</summary>
    public string Parameters { get; } = parameters;

    /// <summary>Its share of the squared norm.</summary>
    public double Share { get; } = share;

    /// <summary>Its norm.</summary>
    public double Norm { get; } = norm;

    /// <summary>Its rank.</summary>
    public string Rank { get; } = rank;

    /// <summary>Its singular values, descending.</summary>
    public IReadOnlyList<double> SingularValues { get; } = singularValues;
}
