# What the checks on moto share: a moto of their own on a free port, a directory to work in, and what to say. Sourced with the check's
# name in `check` and the program in `deploy`; afterwards `judge` holds the judge's scripts and `python` runs them.
root="$PWD"
python="${STRATA_PYTHON:-python3}"
judge="$root/Tests/Integration"
export NO_COLOR=1 AWS_DEFAULT_REGION=us-east-1 AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
"$python" -c 'import moto, boto3' || { echo "$check: moto is missing; install Tests/Integration/requirements.txt" >&2; exit 1; }
work="$(mktemp -d)"
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"

fail() { printf '%s: %s\n' "$check" "$1" >&2; [ -f out ] && tail -60 out >&2; exit 1; }
ok() { printf '  %s\n' "$1"; }

# start_moto [program…]: an empty moto; `moto` is its address, and `url` until something stands before it
start_moto() {
  if [ $# = 0 ]; then set -- -m moto.server; fi
  local port
  port="$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
  moto="http://127.0.0.1:$port"
  url="$moto"
  MOTO_IAM_LOAD_MANAGED_POLICIES=true "$python" "$@" -H 127.0.0.1 -p "$port" >moto.log 2>&1 &
  servers+=($!)
  for _ in $(seq 1 150); do
    "$python" -c "import urllib.request as r; r.urlopen('$url/moto-api/config', timeout=1)" 2>/dev/null && return
    kill -0 "${servers[-1]}" || { cat moto.log >&2; exit 1; }
    sleep 0.2
  done
  fail "moto does not start"
}

# state_of <environment> <url>: the file that holds what was deployed there
state_of() { printf '%s/.strata/%s@%s/state.json' "$work" "$1" "$(printf '%s' "${2#http://}" | tr : -)"; }

# expect <exit code> <text that the output must hold> <arguments…>
expect() {
  local code=$1 text=$2 got=0; shift 2
  "$deploy" "$@" --target "$url" >out 2>&1 </dev/null || got=$?
  [ "$got" = "$code" ] || fail "'deploy $*' ended with $got, not $code"
  grep -qF -- "$text" out || fail "'deploy $*' does not say '$text'"
  ok "deploy $*"
}

# note_what_stands: writes what is there, before anything is deployed, to before.json
note_what_stands() { "$python" "$judge/inventory.py" --endpoint "$moto" --output before.json; }

# boto3_sees <environment> [arguments…]: boto3 finds every declared property of what was deployed to `url`, and nothing beside it
boto3_sees() {
  local state; state="$(state_of "$1" "$url")"; shift
  "$python" "$judge/verify_deployment.py" --endpoint "$moto" --state "$state" --before before.json "$@" ||
    fail "boto3 sees something else than was declared"
}

# nothing_left: boto3 finds what stood before, and nothing else
nothing_left() { "$python" "$judge/verify_absence.py" --endpoint "$moto" --before before.json || fail "something is left"; }
