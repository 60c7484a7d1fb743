namespace Eqnn.Catalog.Database;

/// <summary>What a document answers on networks, as rows of the tables; empty for documents that were built before there were answers.</summary>
internal sealed record AnswerFacts(IReadOnlyList<EnergyShareRow> Energies, IReadOnlyList<SeparationRow> Separations, IReadOnlyList<HiddenLayerRow> HiddenLayers);

/// <summary>A row of <c>energies</c>.</summary>
internal sealed record EnergyShareRow(string Set, string Source, string Target, double Share, string Decimals);

/// <summary>A row of <c>separations</c>.</summary>
internal sealed record SeparationRow(string Set, int Tuples, int Layers, string First, string Second, bool IsSeparated, bool IsAtEveryDepth);

/// <summary>A row of <c>hidden_layers</c>; null is what nobody has decided, or no degree.</summary>
internal sealed record HiddenLayerRow(string Set, int Hidden, long Points, long ClosureOrder, bool IsNormal, bool IsUniversal, bool? Separates, int? FirstMissed);
