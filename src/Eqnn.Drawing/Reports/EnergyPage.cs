namespace Eqnn.Drawing.Reports;

/// <summary>What a page about energies in simple representations shows: the figures and texts, without their layout. <see cref="EnergyPageHtml"/> makes the page.</summary>
/// <param name="Name">What the page is about.</param>
/// <param name="Lead">A sentence on it.</param>
/// <param name="Cards">Figures that stand first.</param>
/// <param name="Coloured">The names of the simples that have a colour of their own, in the order of the colours.</param>
/// <param name="HasOthers">Whether there are further simples.</param>
/// <param name="Bars">The states from left to right.</param>
/// <param name="Planes">Spectra on the plane of frequencies; may be empty.</param>
/// <param name="States">The states one by one.</param>
/// <param name="Transfers">What activations do; may be empty.</param>
/// <param name="Maps">The linear maps.</param>
/// <param name="Origin">Where group and simples come from.</param>
public sealed record EnergyPage(
    string Name, string Lead, IReadOnlyList<EnergyCard> Cards, IReadOnlyList<string> Coloured, bool HasOthers, IReadOnlyList<EnergyBar> Bars, IReadOnlyList<EnergyPlane> Planes, IReadOnlyList<StateTable> States,
    IReadOnlyList<TransferMatrix> Transfers, IReadOnlyList<MapBlocks> Maps, string Origin)
{
    /// <summary>The number of simples that have a colour of their own at most.</summary>
    public static int ColourCount => ReportText.ColourCount;
}

/// <summary>A figure with its meaning.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Text">What it counts.</param>
public sealed record EnergyCard(string Figure, string Text);

/// <summary>A state as a bar divided among the simples.</summary>
/// <param name="Caption">Which state.</param>
/// <param name="Space">Its space.</param>
/// <param name="Total">The energy.</param>
/// <param name="Labels">The labels of the coloured simples.</param>
/// <param name="Shares">Their shares.</param>
/// <param name="Activation">The activation before it; empty for the first.</param>
/// <param name="Weights">The number of weights before it.</param>
public sealed record EnergyBar(string Caption, string Space, double Total, IReadOnlyList<string> Labels, IReadOnlyList<double> Shares, string Activation, long Weights);

/// <summary>A spectrum on the plane of frequencies.</summary>
/// <param name="Caption">Which state.</param>
/// <param name="Space">Its space.</param>
/// <param name="Shares">Row a, column b: the share at the frequencies (a, b).</param>
public sealed record EnergyPlane(string Caption, string Space, IReadOnlyList<IReadOnlyList<double>> Shares);

/// <summary>A state, simple by simple.</summary>
/// <param name="Caption">Which state.</param>
/// <param name="Space">Its space.</param>
/// <param name="Rows">The simples that are shown.</param>
/// <param name="HiddenCount">How many are not.</param>
/// <param name="HiddenShare">Their share.</param>
/// <param name="ByChannel">Channel by channel; null where there is one, or too many.</param>
public sealed record StateTable(string Caption, string Space, IReadOnlyList<StateRow> Rows, int HiddenCount, double HiddenShare, ShareMatrix? ByChannel);

/// <summary>A simple in a state.</summary>
/// <param name="Colour">Its place among the coloured ones; −1 for the others.</param>
/// <param name="Name">Its name.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Share">Its share of the energy; 0 for none.</param>
/// <param name="Effective">The number of copies that the data fills.</param>
/// <param name="Copies">The number of copies.</param>
/// <param name="Mark">What there is to say.</param>
public sealed record StateRow(int Colour, string Name, string Dimension, double Share, double Effective, string Copies, EnergyMark Mark);

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
/// <param name="Rows">The names of the rows.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Shares">The shares; null where a theorem forbids one.</param>
public sealed record ShareMatrix(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double?>> Shares);

/// <summary>What an activation sends where.</summary>
/// <param name="Caption">Which layer.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Shares">Row L, column K; the last two rows are what sources create jointly and the sums.</param>
public sealed record TransferMatrix(string Caption, string Activation, ShareMatrix Shares);

/// <summary>A linear map, block by block.</summary>
/// <param name="Caption">From where to where in the network.</param>
/// <param name="Tags">Its spaces, weights and rank.</param>
/// <param name="Norm">Its norm, to which singular values are drawn.</param>
/// <param name="Rows">The blocks that are shown.</param>
/// <param name="HiddenCount">How many are not.</param>
/// <param name="HiddenShare">Their share of the squared norm.</param>
public sealed record MapBlocks(string Caption, IReadOnlyList<string> Tags, double Norm, IReadOnlyList<BlockRow> Rows, int HiddenCount, double HiddenShare);

/// <summary>A block of a linear map.</summary>
/// <param name="Colour">The place of its simple among the coloured ones; −1 for the others.</param>
/// <param name="Name">The name of its simple.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Parameters">The number of parameters.</param>
/// <param name="Share">Its share of the squared norm.</param>
/// <param name="Norm">Its norm.</param>
/// <param name="Rank">Its rank.</param>
/// <param name="SingularValues">Its singular values, descending.</param>
public sealed record BlockRow(int Colour, string Name, string Shape, string Parameters, double Share, double Norm, string Rank, IReadOnlyList<double> SingularValues);
