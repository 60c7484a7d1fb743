namespace Eqnn.Catalog.Database;

/// <summary>What a document says, as rows of the tables: the only thing that the database knows of documents.</summary>
internal sealed record DocumentFacts(
    GroupRow Group, IReadOnlyList<SimpleRow> Simples, IReadOnlyList<NormalSubgroupRow> NormalSubgroups, IReadOnlyList<(int Lower, int Upper)> Covers, IReadOnlyList<PairRow> Pairs, IReadOnlyList<SetRow> Sets,
    IReadOnlyList<(string Set, string Simple, long Multiplicity)> Multiplicities, IReadOnlyList<DepthRow> Depths, IReadOnlyList<FanRow> Fans, IReadOnlyList<MapRow> Maps, AnswerFacts Answers, IReadOnlyList<LimitRow> Limits);

/// <summary>A row of <c>groups</c>.</summary>
internal sealed record GroupRow(string Name, long Order, int? SmallId, string? Description, long Exponent, int Degree, int Classes, bool IsAbelian, long CentreOrder, long DerivedOrder, string File, string Hash);

/// <summary>A row of <c>simples</c>; the kernel by its number among the normal subgroups.</summary>
internal sealed record SimpleRow(string Label, string Type, long Dimension, int Kernel, long KernelOrder);

/// <summary>A row of <c>normal_subgroups</c>.</summary>
internal sealed record NormalSubgroupRow(int Subgroup, long Order, bool HasAbelianQuotient, bool IsMinimal, bool IsMaximal);

/// <summary>A row of <c>pairs</c>.</summary>
internal sealed record PairRow(string Source, string Target, bool Exists, bool EqualKernels);

/// <summary>A row of <c>sets</c>; whether one layer on the set tells all orbits of inputs apart is null where it is not known.</summary>
internal sealed record SetRow(string Set, long Size, int Orbits, bool? IsComplete);

/// <summary>A row of <c>depths</c>; null is never, where it is not open.</summary>
internal sealed record DepthRow(string Set, string Activation, string Source, string Target, int? Least, int? Attained, int? Decided, bool IsOpen);

/// <summary>A row of <c>fans</c>; null where a limit stopped it.</summary>
internal sealed record FanRow(string Set, string Source, long? Hyperplanes, long? Chambers, long? Rays, bool? IsSimplicial);

/// <summary>A row of <c>maps</c>; null where a limit stopped it.</summary>
internal sealed record MapRow(string Set, string Source, string Target, long? Dimension, long? Linear, long? OneLayer);

/// <summary>A row of <c>limits</c>.</summary>
internal sealed record LimitRow(string Section, string? Set, string? Source, string? Target, string Says);
