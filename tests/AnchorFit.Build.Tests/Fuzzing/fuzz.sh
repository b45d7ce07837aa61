#!/usr/bin/env bash
# Feeds every parser, or those that are named, with changed files, each in a process of its own:
#
#   tests/AnchorFit.Build.Tests/Fuzzing/fuzz.sh [PARSER...]      INPUTS=10000000 FIRST=1 PROCESSES=2
#
# Tells every ten seconds how far each is. Ends with an error and the inputs, as base64, that broke a parser. The same number
# is the same input everywhere, so that FIRST goes on where another run ended.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tests=$here/../bin/Release/net10.0/AnchorFit.Build.Tests.dll
dotnet build "$here/.." -c Release -v:q -nologo
[ $# -gt 0 ] || set -- $(sed -n 's/^ *\["\([A-Za-z]*\)"\] = .*/\1/p' "$here/FuzzTargets.cs")
export ANCHORFIT_FUZZ_INPUTS=${INPUTS:-10000000} ANCHORFIT_FUZZ_FIRST=${FIRST:-1} DOTNET_gcServer=0 DOTNET_TieredPGO=1
fuzz() {
    local start=$SECONDS out
    if out=$(ANCHORFIT_FUZZ_PARSERS=$2 dotnet "$1" -noLogo -noColor -class AnchorFit.Tests.Fuzzing.FuzzTests); then
        echo "$2: $ANCHORFIT_FUZZ_INPUTS inputs from $ANCHORFIT_FUZZ_FIRST on in $((SECONDS - start)) s, no finding"
    else
        echo "$out"; echo "$2: findings"; return 1
    fi
}
export -f fuzz
printf '%s\n' "$@" | xargs -P "${PROCESSES:-2}" -I PARSER bash -c 'fuzz "$@"' _ "$tests" PARSER
