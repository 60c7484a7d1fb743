# Writes arithmetic.json: operands, results and conductors of random cyclotomic expressions, as GAP prints them. Run it in this folder.
SizeScreen([4096,100000]);;
Reset(GlobalMersenneTwister, 20240801);;
conds:=[1,3,4,5,7,8,9,12,15,16,20,21,24,25,27,28,32,35,36,40,45,60,63,72,84,105,120];;
S:=function(x) return Concatenation("\"",String(x),"\""); end;;
RandCyc:=function(n,t,sz,den) local x,i; x:=0; for i in [1..t] do x:=x+Random(-sz,sz)*E(n)^Random(0,n-1); od; return x/Random(1,den); end;;
out:=OutputTextFile("arithmetic.json",false);; SetPrintFormattingStatus(out,false);;
PrintTo(out,"{\n\"format\": \"cyclotomic-oracle/1\",\n\"tool\": \"GAP\",\n\"version\": \"",GAPInfo.Version,"\",\n\"command\": \"gap -q -b --quitonbreak generate.g < /dev/null\",\n\"arithmetic\": [\n");
first:=true;;
Case:=function(a,b) local q,k,n,inv,txt;
 n:=Conductor(a); k:=Random(Filtered([1..n],i->Gcd(i,n)=1));
 if Gcd(k,n)<>1 then k:=1; fi;
 if not first then PrintTo(out,",\n"); fi; first:=false;
 txt:=Concatenation("{\"a\":",S(a),",\"b\":",S(b),",\"conductorA\":",String(n),",\"sum\":",S(a+b),",\"difference\":",S(a-b),",\"product\":",S(a*b),
 ",\"conductorProduct\":",String(Conductor(a*b)),",\"k\":",String(k),",\"galois\":",S(GaloisCyc(a,k)),",\"conjugate\":",S(ComplexConjugate(a)),",\"less\":",String(a<b),
 ",\"denominator\":",String(DenominatorCyc(a)),",\"degree\":",String(Length(Set(Conjugates(a)))));
 if a<>0 and Phi(n)<=16 and not (Length(CoeffsCyc(a,n))>40 ) then Append(txt,Concatenation(",\"inverse\":",S(1/a))); if Phi(Lcm(n,Conductor(b)))<=32 then Append(txt,Concatenation(",\"quotient\":",S(b/a))); fi; fi;
 Append(txt,"}"); PrintTo(out,txt);
end;;
for n in conds do for j in [1..6] do Case(RandCyc(n,Random(1,4),5,3),RandCyc(n,Random(1,4),5,3)); od;
 Case(E(n)^Random(1,n),E(n)^Random(1,n)); Case(E(2*n),RandCyc(n,2,10^12,10^6)); od;
for j in [1..120] do repeat n:=Random(conds);m:=Random(conds); until Lcm(n,m)<=1300; Case(RandCyc(n,Random(0,3),9,4),RandCyc(m,Random(0,3),9,4)); od;
for j in [1..20] do n:=Random([5,8,12,15,24]);m:=Random([3,4,5,7,9]); Case(RandCyc(n,3,10^30,10^25),RandCyc(m,3,10^19,10^18)); od;
PrintTo(out,"\n],\n\"roots\": [\n");
for n in [1..120] do if n>1 then PrintTo(out,",\n"); fi; PrintTo(out,"{\"n\":",n,",\"powers\":[",JoinStringsWithSeparator(List([0..n-1],k->S(E(n)^k)),","),"]}"); od;
PrintTo(out,"\n],\n\"squareRoots\": [\n");
for n in [-60..120] do if n>-60 then PrintTo(out,",\n"); fi; PrintTo(out,"{\"k\":",n,",\"root\":",S(Sqrt(n)),"}"); od;
PrintTo(out,"\n]\n}\n"); CloseStream(out);;
