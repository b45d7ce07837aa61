#!/usr/bin/env bash
# Builds under load, with a figure a line: many at once, a hundred thousand files, ten million rows, interrupts and kills.
# Each step checks what it leaves; the script ends with an error at the first that is wrong. Run by hand, on a machine with
# nothing else to do if the seconds are to mean anything:
#
#   benchmarks/load.sh [at-once|files|rows|interrupts|kills]...      BUILDS=20 FILES=100000 ROWS=10000000 KILLS=50
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
builds=${BUILDS:-20} files=${FILES:-100000} rows=${ROWS:-10000000} kills=${KILLS:-50}
obj=obj/Debug/net10.0

say() { printf '%-72s %s\n' "$1" "$2"; }
fail() { echo "wrong: $1" >&2; exit 1; }
now() { date +%s.%N; }
since() { echo "$(now) $1" | awk '{ printf "%.1f s", $1 - $2 }'; }

version=0.1.0-load.$$
dotnet pack "$repository/src/AnchorFit.Build.Tasks" -c Release -o "$work/feed" -p:PackageVersion=$version -v:q > "$work/pack.log" || { cat "$work/pack.log"; exit 1; }
cat > "$work/NuGet.config" <<CONFIG
<configuration><config><add key="globalPackagesFolder" value="$work/packages" /></config>
<packageSources><clear /><add key="feed" value="$work/feed" /></packageSources></configuration>
CONFIG
for name in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' > "$work/$name"; done

# project NAME ITEMS [PROPERTIES]
project() {
    mkdir -p "$work/$1"
    cat > "$work/$1/$1.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><EnableDefaultItems>false</EnableDefaultItems>$3</PropertyGroup>
  <ItemGroup><PackageReference Include="AnchorFit.Build" Version="$version" PrivateAssets="all" />$2</ItemGroup>
</Project>
PROJECT
    dotnet restore "$work/$1" -v:q
}

fit() { dotnet build "$work/$1/$1.csproj" -t:AnchorFitGenerate --no-restore -nr:false -tl:off "${@:2}"; }

voc() { # FOLDER COUNT
    mkdir -p "$1"
    awk -v folder="$1" -v count="$2" 'BEGIN { for (i = 0; i < count; i++) { file = folder "/" i ".xml"
        printf "<annotation><size><width>1000</width><height>1000</height></size><object><name>c%d</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>%d</xmax><ymax>%d</ymax></bndbox></object></annotation>\n", i % 5, 2 + i * 7 % 900, 2 + i * 13 % 700 > file; close(file) } }'
}

no_leftovers() { [ -z "$(find "$work/$1" -name '.*.tmp')" ] || fail "temporary files in $1"; }

at_once() {
    voc "$work/shared" 500
    project one '<AnchorAnnotations Include="../shared/*.xml" />' ''
    project two '<AnchorAnnotations Include="../shared/*.xml" />' '<AnchorFitAspectRatioCount>6</AnchorFitAspectRatioCount>'
    fit one > /dev/null; fit two > /dev/null
    cp "$work/one/$obj/pipeline.config" "$work/one.expected"; cp "$work/two/$obj/pipeline.config" "$work/two.expected"
    for names in "one" "one two"; do
        rm -rf "$work"/{one,two}/obj/Debug
        local start; start=$(now); local running=()
        for i in $(seq "$builds"); do for name in $names; do fit "$name" > "$work/$name.$i.log" 2>&1 & running+=($!); done; done
        for process in "${running[@]}"; do wait "$process" || fail "a build at the same time as others: $(grep -h error "$work"/*.log | head -1)"; done
        for name in $names; do
            cmp "$work/$name/$obj/pipeline.config" "$work/$name.expected" || fail "the config of $name"
            no_leftovers "$name"
            fit "$name" > /dev/null; fit "$name" -question > /dev/null || fail "$name isn't up to date after its next build"
        done
        say "$builds builds at once of: $names" "$(since "$start")"
    done
}

many_files() {
    voc "$work/many" "$files"
    project files '' "<AnchorAnnotationsDirectory>../many</AnchorAnnotationsDirectory>"
    for step in "first fit" "nothing changed" "one file changed"; do
        [ "$step" != "one file changed" ] || sed -i 's/<xmax>[0-9]*/<xmax>999/' "$work/many/7.xml"
        local start; start=$(now); fit files > "$work/log" || { cat "$work/log"; fail "$step"; }
        say "$files files: $step" "$(since "$start")"
    done
}

many_rows() {
    awk -v rows="$rows" 'BEGIN { print "box_width,box_height,count,class"; for (i = 0; i < rows; i++) printf "%d.%d,%d,%d,c%d\n", 1 + i % 300, i % 997, 1 + i * 7 % 900, 1 + i % 3, i % 5 }' > "$work/shapes.csv"
    project rows '<AnchorAnnotations Include="../shapes.csv" />' ''
    local start; start=$(now); /usr/bin/env time -f '%M' -o "$work/memory" dotnet build "$work/rows/rows.csproj" -t:AnchorFitGenerate --no-restore -nr:false -tl:off > "$work/log" || { cat "$work/log"; fail rows; }
    say "$rows rows of shapes, $(tail -1 "$work/memory" | awk '{ print int($1 / 1024) }') MB at most" "$(since "$start")"
}

# interrupt NAME AWAITED LABEL ARGUMENTS...: from SIGINT to the end of the build
interrupt() {
    rm -rf "$work/$1/obj/Debug"
    fit "$1" "${@:4}" > "$work/log" 2>&1 & local build=$!
    until [ -e "$work/$1/$2" ] || ! kill -0 $build 2> /dev/null; do sleep 0.02; done
    sleep 0.3
    # As a terminal does: to the whole group of the job.
    local start; start=$(now); kill -INT -- -$build 2> /dev/null || true; wait $build && local code=0 || local code=$?
    [ $code -ne 0 ] || fail "the interrupt $3 came too late"
    no_leftovers "$1"
    [ -e "$work/$1/$obj/pipeline.config" ] && ! [ -e "$work/$1/$obj/anchorfit.stamp" ] && fail "half a result"
    say "Ctrl-C $3 (exit code $code)" "$(since "$start")"
}

interrupts() {
    [ $((0x$(awk '/^SigIgn/ { print $2 }' /proc/self/status) & 2)) -eq 0 ] || fail "SIGINT is ignored here, as in a job that a script started in the background: run this in the foreground"
    # A script's own background jobs ignore SIGINT unless job control is on.
    set -m
    voc "$work/some" 20000
    project files2 '' '<AnchorAnnotationsDirectory>../some</AnchorAnnotationsDirectory>'
    awk 'BEGIN { print "box_width,box_height"; for (i = 0; i < 1000000; i++) printf "%.4f,%.4f\n", 1 + i * 0.7 % 313, 1 + i * 1.3 % 911 }' > "$work/million.csv"
    project million '<AnchorAnnotations Include="../million.csv" />' ''
    interrupt files2 obj/project.assets.json "while MSBuild starts"
    interrupt files2 $obj/anchorfit.cache "while 20,000 files are read"
    interrupt million $obj/anchorfit.cache "while a million rows are read"
    interrupt million $obj/anchorfit.manifest "while a million ratios are fitted" -p:AnchorFitAspectRatioCount=100
    interrupt million $obj/anchorfit.manifest "while the average IoU of a million is fitted" -p:AnchorFitObjective=MeanIoU -p:AnchorFitAspectRatioCount=20
    interrupt files2 $obj/anchorfit.manifest "while drawn anchors are searched" -p:AnchorFitObjective=DrawnAnchors -p:AnchorFitBudget=100000000
    set +m
}

killed() {
    voc "$work/kill" 2000
    project kill '<AnchorAnnotations Include="../kill/*.xml" />' '<AnchorFitPipelineConfig>out/pipeline.config</AnchorFitPipelineConfig>'
    local start; start=$(now); fit kill > /dev/null; local whole; whole=$(echo "$(now) $start" | awk '{ print $1 - $2 }')
    cp "$work/kill/out/pipeline.config" "$work/kill.old"
    local left=0
    for i in $(seq "$kills"); do
        sed -i "s/<xmax>[0-9]*/<xmax>$((100 + i))/" "$work/kill/$i.xml"
        setsid dotnet build "$work/kill/kill.csproj" -t:AnchorFitGenerate --no-restore -nr:false -tl:off > /dev/null 2>&1 & local build=$!
        sleep "$(awk -v whole="$whole" -v seed="$i" 'BEGIN { srand(seed); print whole * (0.3 + 0.8 * rand()) }')"
        kill -9 -- -$build 2> /dev/null || true; wait $build 2> /dev/null || true
        left=$((left + $(find "$work/kill" -name '.*.tmp' | wc -l)))
        cmp -s <(tail -n 20 "$work/kill/out/pipeline.config") <(tail -n 20 "$work/kill.old") || fail "a torn config after kill $i"
        fit kill > "$work/log" || { cat "$work/log"; fail "the build after kill $i"; }
        no_leftovers kill
    done
    rm -rf "$work/kill/obj/Debug"; cp "$work/kill/out/pipeline.config" "$work/kill.new"; fit kill > /dev/null
    cmp "$work/kill.new" "$work/kill/out/pipeline.config" || fail "the config after kills differs from that of a fit from nothing"
    say "$kills kills at random moments, $left temporary files left and removed" "$(since "$start")"
}

[ $# -gt 0 ] || set -- at-once files rows interrupts kills
for step in "$@"; do
    case $step in
        at-once) at_once ;;
        files) many_files ;;
        rows) many_rows ;;
        interrupts) interrupts ;;
        kills) killed ;;
        *) fail "there is no step $step" ;;
    esac
done
