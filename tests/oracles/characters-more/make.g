# Character tables of further groups, as files in the format of README.md here.
# gap -q --nointeract make.g   (in this folder; GAP 4.12 with the packages smallgrp and ctbllib not used for tables)
SetInfoLevel(InfoWarning, 0);
LadderGens := function(name)
  # ../../Eqnn.Benchmarks/ladder.json has one group on each line.
  local stream, line, key, pos;
  key := Concatenation("\"", name, "\":");
  stream := InputTextFile("../../Eqnn.Benchmarks/ladder.json");
  repeat
    line := ReadLine(stream);
    if line = fail then Error("no group ", name); fi;
    pos := PositionSublist(line, key);
  until pos <> fail;
  CloseStream(stream);
  line := line{[pos + Length(key) .. Length(line)]};
  line := Chomp(line);
  if line[Length(line)] = ',' then line := line{[1 .. Length(line) - 1]}; fi;
  return List(EvalString(line), PermList);
end;
Gens := function(group)
  local iso, image;
  # The source is named: for SL(n,q) the homomorphism can be that of GL(n,q).
  iso := IsomorphismPermGroup(group);
  image := Image(iso, group);
  image := Image(SmallerDegreePermutationRepresentation(image));
  image := Action(image, MovedPoints(image));
  return SmallGeneratingSet(image);
end;
Holomorphic := function(p, d)
  # x -> x + 1 and x -> r x on Z/p, r of order d.
  local r;
  r := PrimitiveRootMod(p) ^ ((p - 1) / d) mod p;
  return [PermList(List([0 .. p - 1], x -> (x + 1) mod p + 1)), PermList(List([0 .. p - 1], x -> (r * x) mod p + 1))];
end;
# GAP prints a list that it knows as a range as [1..9].
List2String := function(l)
  if IsList(l) then
    return Concatenation("[", JoinStringsWithSeparator(List(l, List2String), ","), "]");
  fi;
  return String(l);
end;
Write := function(file, name, gens)
  local group, degree, tbl, classes, rows, orders, stream, images, indicators, simples, i, j, normal, automorphisms;
  group := Group(gens);
  degree := LargestMovedPoint(group);
  images := g -> List2String(ListPerm(g, degree));
  tbl := CharacterTable(group);
  rows := List(Irr(tbl), ValuesOfClassFunction);
  classes := ConjugacyClasses(tbl);
  # Exact row orthogonality, in GAP.
  if ForAny([1 .. Length(rows)], i -> ForAny([1 .. i], j ->
      Sum([1 .. Length(rows)], c -> SizesConjugacyClasses(tbl)[c] * rows[i][c] * ComplexConjugate(rows[j][c])) <> Size(group) * Number([0], x -> i = j))) then
    Error("not orthogonal: ", name);
  fi;
  orders := Collected(List(NormalSubgroups(group), Size));
  normal := Set(List(NormalSubgroups(group), n -> Filtered([1 .. Length(classes)], c -> Representative(classes[c]) in n)));
  # Simple real representations: type, dimension, constituents.
  indicators := Indicator(tbl, Irr(tbl), 2);
  simples := [];
  for i in [1 .. Length(rows)] do
    j := Position(rows, List(rows[i], ComplexConjugate));
    if indicators[i] = 1 then Add(simples, ["R", rows[i][1], [i]]);
    elif indicators[i] = -1 then Add(simples, ["H", 2 * rows[i][1], [i]]);
    elif i < j then Add(simples, ["C", 2 * rows[i][1], [i, j]]);
    fi;
  od;
  automorphisms := 0;
  if Length(rows) <= 30 then automorphisms := Size(AutomorphismsOfTable(tbl)); fi;
  stream := OutputTextFile(Concatenation(file, ".json"), false);
  SetPrintFormattingStatus(stream, false);
  PrintTo(stream, "{\"format\":\"character-table/1\",\n\"tool\":\"GAP ", GAPInfo.Version, "\",\n\"command\":\"gap -q --nointeract make.g\",\n\"name\":\"", name, "\",\n\"order\":", Size(group),
    ",\n\"degree\":", degree, ",\n\"generators\":[", JoinStringsWithSeparator(List(gens, images), ","), "],\n\"classRepresentatives\":[",
    JoinStringsWithSeparator(List(classes, c -> images(Representative(c))), ","), "],\n\"classSizes\":", List2String(SizesConjugacyClasses(tbl)),
    ",\n\"powerMaps\":{", JoinStringsWithSeparator(List(Set(Factors(Size(group))), p -> Concatenation("\"", String(p), "\":", List2String(PowerMap(tbl, p)))), ","),
    "},\n\"indicators\":", List2String(indicators), ",\n\"kernels\":", List2String(List(Irr(tbl), ClassPositionsOfKernel)), ",\n\"simples\":[",
    JoinStringsWithSeparator(List(simples, s -> Concatenation("[\"", s[1], "\",", String(s[2]), ",", List2String(s[3]), "]")), ","), "]",
    ",\n\"tableAutomorphisms\":", String(automorphisms), ",\n\"normalSubgroups\":", List2String(Filtered(normal, n -> Length(normal) <= 400)), ",\n\"normalSubgroupOrders\":", List2String(orders), ",\n\"rows\":[\n",
    JoinStringsWithSeparator(List(rows, row -> Concatenation("[", JoinStringsWithSeparator(List(row, v -> Concatenation("\"", String(v), "\"")), ","), "]")), ",\n"), "]}\n");
  CloseStream(stream);
end;
for name in ["S7", "A7", "A8", "M11", "PSL(2,11)", "PSL(2,13)", "PSL(2,16)", "PSL(2,17)", "PSL(3,3)", "SU(3,3)", "SL(2,5)", "S4xS4", "S3wrS3", "C2wrS4", "S4wrC2", "2^{1+6}_+", "SmallGroup(64,4)",
    "SmallGroup(64,32)", "SmallGroup(64,73)", "SmallGroup(128,36)", "SmallGroup(128,417)", "SmallGroup(256,400)", "C31:C5", "AGL(1,8)", "AGL(1,9)", "AGL(1,16)", "AGL(1,25)", "AGL(1,27)", "Dih_order60",
    "Sz(8)", "C2wrS5", "M22", "M23", "M24"] do
  Write(ReplacedString(ReplacedString(ReplacedString(Filtered(name, c -> not c in "(){}^"), ",", "_"), ":", "_"), "21+6_+", "ES128_plus"), name, LadderGens(name));
od;
Write("GL2_5", "GL(2,5)", Gens(GL(2,5)));
Write("SL2_7", "SL(2,7)", Gens(SL(2,7)));
Write("GL2_7", "GL(2,7)", Gens(GL(2,7)));
Write("PGL2_7", "PGL(2,7)", Gens(PGL(2,7)));
Write("ES32_plus", "2^{1+4}_+", Gens(ExtraspecialGroup(32, "+")));
Write("ES125_plus", "5^{1+2}_+", Gens(ExtraspecialGroup(125, "+")));
Write("Dic5", "Dic5", Gens(SmallGroup(20,1)));
Write("Dic6", "Dic6", Gens(SmallGroup(24,4)));
Write("Q32", "Q32", Gens(QuaternionGroup(32)));
Write("SD32", "SD32", Gens(SmallGroup(32,19)));
Write("M32", "M32", Gens(SmallGroup(32,17)));
Write("C7_C6", "C7:C6", Holomorphic(7, 6));
Write("C13_C4", "C13:C4", Holomorphic(13, 4));
Write("C19_C9", "C19:C9", Holomorphic(19, 9));
Write("S4xS3", "S4 x S3", Gens(DirectProduct(SymmetricGroup(4), SymmetricGroup(3))));
Write("S4xC3", "S4 x C3", Gens(DirectProduct(SymmetricGroup(4), CyclicGroup(3))));
Write("C3xQ8", "C3 x Q8", Gens(DirectProduct(CyclicGroup(3), QuaternionGroup(8))));
Write("Q8xQ8", "Q8 x Q8", Gens(DirectProduct(QuaternionGroup(8), QuaternionGroup(8))));
Write("SL2_3xC5", "SL(2,3) x C5", Gens(DirectProduct(SL(2,3), CyclicGroup(5))));
Write("S3wrC2", "S3 wr C2", Gens(WreathProduct(SymmetricGroup(3), CyclicGroup(IsPermGroup, 2))));
Write("C4wrC2", "C4 wr C2", Gens(WreathProduct(CyclicGroup(IsPermGroup, 4), CyclicGroup(IsPermGroup, 2))));
Write("C3wrS3", "C3 wr S3", Gens(WreathProduct(CyclicGroup(IsPermGroup, 3), SymmetricGroup(3))));
Write("BinaryOctahedral", "2.S4-", Gens(SmallGroup(48,28)));
Write("WF4", "W(F4)", Gens(WeylGroup(RootSystem(SimpleLieAlgebra("F",4,Rationals)))));
# 2-groups and central products.
Write("D16", "D16", Gens(DihedralGroup(32)));
Write("Q64", "Q64", Gens(QuaternionGroup(64)));
for pair in [[16,3], [16,4], [16,13], [32,6], [32,8], [32,15], [32,27], [32,31], [32,44], [32,50], [64,134], [64,149], [64,266], [128,71]] do
  Write(Concatenation("SmallGroup", String(pair[1]), "_", String(pair[2])), Concatenation("SmallGroup(", String(pair[1]), ",", String(pair[2]), ")"), Gens(SmallGroup(pair)));
od;
# Groups of odd order, Frobenius groups, metacyclic groups with simples of all types.
Write("C3wrC3", "C3 wr C3", Gens(WreathProduct(CyclicGroup(IsPermGroup, 3), CyclicGroup(IsPermGroup, 3))));
Write("SmallGroup81_10", "SmallGroup(81,10)", Gens(SmallGroup(81,10)));
Write("SmallGroup243_37", "SmallGroup(243,37)", Gens(SmallGroup(243,37)));
Write("SmallGroup75_2", "5^2:3", Gens(SmallGroup(75,2)));
Write("SmallGroup36_9", "3^2:4", Gens(SmallGroup(36,9)));
Write("SmallGroup72_41", "3^2:Q8", Gens(SmallGroup(72,41)));
Write("C3_C8", "C3:C8", Gens(SmallGroup(24,1)));
Write("C5_C8", "C5:C8", Gens(SmallGroup(40,3)));
Write("Dic7", "Dic7", Gens(SmallGroup(28,1)));
Write("C15_C4", "C15:C4", Gens(SmallGroup(60,7)));
Write("AGammaL1_8", "AGammaL(1,8)", Gens(PrimitiveGroup(8,2)));
Write("AGammaL1_9", "AGammaL(1,9)", Gens(PrimitiveGroup(9,6)));
Write("AGL2_3", "AGL(2,3)", Gens(PrimitiveGroup(9,7)));
Write("AGL3_2", "AGL(3,2)", Gens(PrimitiveGroup(8,3)));
# Products.
Write("Q8xS3", "Q8 x S3", Gens(DirectProduct(QuaternionGroup(8), SymmetricGroup(3))));
Write("Q8xA4", "Q8 x A4", Gens(DirectProduct(QuaternionGroup(8), AlternatingGroup(4))));
Write("C4xS4", "C4 x S4", Gens(DirectProduct(CyclicGroup(4), SymmetricGroup(4))));
Write("D4xD5xC3", "D4 x D5 x C3", Gens(DirectProduct(DihedralGroup(8), DihedralGroup(10), CyclicGroup(3))));
Write("F21xC2xC2", "F21 x C2^2", Gens(DirectProduct(SmallGroup(21,1), ElementaryAbelianGroup(4))));
Write("A5xS3", "A5 x S3", Gens(DirectProduct(AlternatingGroup(5), SymmetricGroup(3))));
Write("A5xA4", "A5 x A4", Gens(DirectProduct(AlternatingGroup(5), AlternatingGroup(4))));
Write("S5xC4", "S5 x C4", Gens(DirectProduct(SymmetricGroup(5), CyclicGroup(4))));
Write("SL2_3xS3", "SL(2,3) x S3", Gens(DirectProduct(SL(2,3), SymmetricGroup(3))));
Write("SL2_5xC3", "SL(2,5) x C3", Gens(DirectProduct(SL(2,5), CyclicGroup(3))));
Write("A4wrC2", "A4 wr C2", Gens(WreathProduct(AlternatingGroup(4), CyclicGroup(IsPermGroup, 2))));
Write("C2wrD4", "C2 wr D4", Gens(WreathProduct(CyclicGroup(IsPermGroup, 2), DihedralGroup(IsPermGroup, 8))));
Write("S3wrC3", "S3 wr C3", Gens(WreathProduct(SymmetricGroup(3), CyclicGroup(IsPermGroup, 3))));
Write("Q8wrC2", "Q8 wr C2", Gens(WreathProduct(Image(IsomorphismPermGroup(QuaternionGroup(8))), CyclicGroup(IsPermGroup, 2))));
# Groups that are not solvable.
Write("SL2_8_3", "PGammaL(2,8)", Gens(PGammaL(2,8)));
Write("SL2_9", "SL(2,9)", Gens(SL(2,9)));
Write("GL2_9", "GL(2,9)", Gens(GL(2,9)));
Write("PGL2_9", "PGL(2,9)", Gens(PGL(2,9)));
Write("M10", "M10", Gens(PrimitiveGroup(10,6)));
Write("GL2_4", "GL(2,4)", Gens(GL(2,4)));
Write("PSL2_19", "PSL(2,19)", Gens(PSL(2,19)));
Write("S8", "S8", Gens(SymmetricGroup(8)));
Write("M12", "M12", Gens(MathieuGroup(12)));
Write("2.S5-", "2.S5-", Gens(SmallGroup(240,89)));
Write("PSU3_4", "PSU(3,4)", Gens(PSU(3,4)));
Write("PSp4_3", "PSp(4,3)", Gens(PSp(4,3)));
# Further groups: maximal class, free actions of 2.A4 and 2.A5, perfect groups that do not split, sporadic groups, the cubes.
for name in ["Cube2x2x2_21points", "Cube2x2x2_24points", "W(E6)", "PSL(2,23)"] do
  Write(ReplacedString(Filtered(name, c -> not c in "()"), ",", "_"), name, LadderGens(name));
od;
# V : H for a group H of matrices over the field with p elements, on the vectors.
Affine := function(p, matrices)
  local d, vectors;
  d := Length(matrices[1]);
  vectors := Elements(GF(p)^d);
  return Concatenation(List(One(GF(p)) * IdentityMat(d), v -> PermList(List(vectors, x -> Position(vectors, x + v)))), List(matrices, m -> PermList(List(vectors, x -> Position(vectors, x * m)))));
end;
FreeSubgroup := function(p, order)
  # A subgroup of SL(2,p) of order prime to p is free on the nonzero vectors.
  local sl, iso, classes;
  sl := SL(2, p);
  iso := IsomorphismPermGroup(sl);
  classes := Filtered(ConjugacyClassesSubgroups(Image(iso, sl)), c -> Size(Representative(c)) = order);
  return List(SmallGeneratingSet(Representative(classes[1])), g -> PreImagesRepresentative(iso, g));
end;
Write("5_5_SL2_3", "5^2:SL(2,3)", Affine(5, FreeSubgroup(5, 24)));
Write("11_11_SL2_5", "11^2:SL(2,5)", Affine(11, FreeSubgroup(11, 120)));
# SL(2,11) on the vectors up to fifth roots of unity: on 24 points instead of 120.
Write("SL2_11", "SL(2,11)", SmallGeneratingSet(Action(SL(2,11), Orbit(SL(2,11), Set([1 .. 5], k -> Z(11)^(2*k) * [1,0] * Z(11)^0), OnSets), OnSets)));
Write("Q128", "Q128", Gens(QuaternionGroup(128)));
for pair in [[128,147], [243,28], [256,540], [256,430], [343,4], [729,99]] do
  Write(Concatenation("SmallGroup", String(pair[1]), "_", String(pair[2])), Concatenation("SmallGroup(", String(pair[1]), ",", String(pair[2]), ")"), Gens(SmallGroup(pair)));
od;
Write("ES125_minus", "5^{1+2}_-", Gens(ExtraspecialGroup(125, "-")));
Write("ES343_plus", "7^{1+2}_+", Gens(ExtraspecialGroup(343, "+")));
Write("SU3_2", "3^{1+2}_+:Q8", Gens(SU(3,2)));
Write("GU3_2", "GU(3,2)", Gens(GU(3,2)));
Write("C9_C6", "C9:C6", Gens(SmallGroup(54,6)));
Write("S3wrC4", "S3 wr C4", Gens(WreathProduct(SymmetricGroup(3), Group((1,2,3,4)))));
Write("Q8wrC3", "Q8 wr C3", Gens(WreathProduct(Image(IsomorphismPermGroup(QuaternionGroup(8))), CyclicGroup(IsPermGroup, 3))));
Write("S3xQ8xC3", "S3 x Q8 x C3", Gens(DirectProduct(SymmetricGroup(3), QuaternionGroup(8), CyclicGroup(3))));
Write("SL2_3xD5xC2", "SL(2,3) x D5 x C2", Gens(DirectProduct(SL(2,3), DihedralGroup(10), CyclicGroup(2))));
Write("A5xA5", "A5 x A5", Gens(DirectProduct(AlternatingGroup(5), AlternatingGroup(5))));
# PerfectGroup(order, number) of the library of Holt and Plesken.
for pair in [[960,1], [960,2], [1080,1], [1344,2], [1920,3], [1920,6], [2160,1], [5040,1], [7560,1]] do
  Write(Concatenation("Perfect", String(pair[1]), "_", String(pair[2])), Concatenation("PerfectGroup(", String(pair[1]), ",", String(pair[2]), ")"), SmallGeneratingSet(PerfectGroup(IsPermGroup, pair[1], pair[2])));
od;
Write("PSL3_4", "PSL(3,4)", Gens(PSL(3,4)));
Write("PSU3_5", "PSU(3,5)", Gens(PSU(3,5)));
Write("PGammaL2_9", "PGammaL(2,9)", Gens(PGammaL(2,9)));
Write("PSU3_3_2", "PSU(3,3):2", Gens(PrimitiveGroup(28, First([1 .. NrPrimitiveGroups(28)], i -> Size(PrimitiveGroup(28, i)) = 12096))));
Write("M12_2", "M12:2", Gens(AutomorphismGroup(MathieuGroup(12))));
Write("J1", "J1", Gens(PrimitiveGroup(266, First([1 .. NrPrimitiveGroups(266)], i -> Size(PrimitiveGroup(266, i)) = 175560))));
Write("J2", "J2", Gens(PrimitiveGroup(100, First([1 .. NrPrimitiveGroups(100)], i -> Size(PrimitiveGroup(100, i)) = 604800))));
QUIT;
