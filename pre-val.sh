#!/usr/bin/env bash
# Checks a running server, and the folder it was made from, before you train on it or push it.
# Usage: bash pre-val.sh URL [DIR]      needs bash and curl; uses docker and openenv where they are there
# Exit code 0: all that could be checked holds; 1: something does not; 2: wrong usage.
set -u
shopt -s extglob

if [[ $# -lt 1 || $# -gt 2 || ! ${1:-} =~ ^https?:// ]]; then
  echo "Usage: bash pre-val.sh URL [DIR]     for example: bash pre-val.sh http://localhost:7860 ." >&2
  exit 2
fi
url=${1%/}
dir=${2:-}
passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pass() {
  echo "PASS  $1"
  passed=$((passed + 1))
}

# What does not hold, what was found, what to do.
flunk() {
  echo "FAIL  $1"
  [[ -n ${2:-} ]] && echo "      found: ${2:0:300}"
  echo "      to do: $3"
  failed=$((failed + 1))
}

skip() { echo "SKIP  $1: $2"; }

# Asks the server: METHOD PATH [BODY]. Sets $status and $body.
ask() {
  local args=(-sS --max-time 60 -X "$1" -o "$work/body" -w '%{http_code}')
  [[ $# -gt 2 ]] && args+=(-H 'content-type: application/json' --data "$3")
  status=$(curl "${args[@]}" "$url$2" 2>"$work/error") || status="no answer: $(<"$work/error")"
  body=$(cat "$work/body" 2>/dev/null)
  : >"$work/body"
}

# Holds if the last answer has status $2 and a body that matches $3; else says what to do: $4.
expect() {
  if [[ $status == "$2" && $body =~ $3 ]]; then pass "$1"; else flunk "$1" "$status $body" "$4"; fi
}

check_server() {
  echo "== The server at $url"
  ask GET /health
  expect "/health answers" 200 '"status":"healthy"' "Start the server (npm start), or correct the URL. A Space may still be building or asleep."
  if [[ $status != 200 ]]; then
    echo "Nothing else can be checked without it."
    return
  fi
  ask GET /metadata
  expect "/metadata names the environment" 200 '"name":"tracefix_rl"' "Another program listens at this URL: correct it."
  ask GET /schema
  expect "/schema publishes actions, observations and state" 200 '"action":.*"observation":.*"state":' "The server is older than this script: update it."
  ask GET /openapi.json
  local mode=simulation
  [[ $status == 200 && ! $body =~ '"/reset"' ]] && mode=production
  expect "/openapi.json has a version" 200 '"version":"1\.' "The server is older than this script: update it."
  ask POST /mcp '{}'
  expect "/mcp answers in JSON-RPC" 200 '"jsonrpc":"2\.0"' "A proxy may drop the request: let POST /mcp through."
  if [[ $mode == production ]]; then
    skip "/reset, /step and /state" "the server is in production mode, where they are not there"
  else
    check_episode
  fi
  check_solve
  check_web
}

check_episode() {
  local id="pre-val-$$-$RANDOM"
  ask POST /reset "{\"episode_id\": \"$id\", \"task_name\": \"binary_search_off_by_one\", \"seed\": 7}"
  expect "/reset begins an episode" 200 "\"episode_id\":\"$id\"" "Read the detail above: a 503 means that all sessions are taken."
  ask POST /step "{\"episode_id\": \"$id\", \"action\": {\"action_type\": \"RUN_TESTS\"}}"
  expect "/step runs its tests" 200 '"done":false' "Read the server's log: the sandbox may not have started."
  ask GET "/state?episode_id=$id"
  expect "/state has counted the step" 200 '"step_count":1' "Requests may reach several servers: let one episode stay on one."
  ask POST /step "{\"episode_id\": \"$id\", \"action\": {\"action_type\": \"SUBMIT\"}}"
  expect "SUBMIT ends it" 200 '"done":true' "Read the server's log."
}

# Sends the lines of standard input as text frames, waits for an answer after each, and prints the answers.
# curl speaks HTTP here; the frames are written by hand over bash's own TCP, or by openssl for https.
socket_talk() {
  local rest=${url#*://} scheme=${url%%://*} host port path
  host=${rest%%/*}
  path=/${rest#"$host"}
  path=${path//\/\//\/}
  port=$([[ $scheme == https ]] && echo 443 || echo 80)
  [[ $host =~ [^:]:([0-9]+)$ ]] && port=${BASH_REMATCH[1]}
  local name=${host%:+([0-9])}
  name=${name#[}
  name=${name%]}
  if [[ $scheme == https ]]; then
    command -v openssl >/dev/null || return 3
    coproc TLS { openssl s_client -quiet -connect "$name:$port" -servername "$name" 2>/dev/null; }
    exec 3<&"${TLS[0]}" 4>&"${TLS[1]}"
  else
    exec 3<>"/dev/tcp/$name/$port" || return 4
    exec 4>&3
  fi
  printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: cHJlLXZhbC1wcmUtdmFsLg==\r\n\r\n' "${path%/}/ws" "$host" >&4
  local line first=
  while IFS= read -r -t 20 -u 3 line; do
    line=${line%$'\r'}
    first=${first:-$line}
    [[ -z $line ]] && break
  done
  [[ $first == *" 101 "* ]] || { echo "$first"; return 5; }
  while IFS= read -r line; do
    send_frame "$line"
    read_frame || return 6
  done
  exec 3<&- 4>&-
}

# Prints the bytes of the numbers given.
bytes() { printf '%b' "$(printf '\\x%02x' "$@")"; }

# A masked text frame; the mask is zero, so that the text stays as it is.
send_frame() {
  local LC_ALL=C text=$1 length
  length=${#text}
  if ((length < 126)); then bytes 129 $((128 + length)) >&4; else bytes 129 254 $((length >> 8)) $((length & 255)) >&4; fi
  bytes 0 0 0 0 >&4
  printf '%s' "$text" >&4
}

# One byte of the connection as a number, in $byte.
read_byte() {
  local LC_ALL=C char
  IFS= read -r -d '' -n 1 -t 60 -u 3 char || [[ -z $char ]] || return 1
  printf -v byte '%d' "'$char"
  ((byte < 0)) && byte=$((byte + 256))
  return 0
}

# Prints the next text frame; answers of pings are not needed for so short a talk.
read_frame() {
  local LC_ALL=C kind length count text byte
  while true; do
    read_byte || return 1
    kind=$((byte & 15))
    read_byte || return 1
    length=$byte
    if ((length == 126)); then
      read_byte && length=$((byte << 8)) && read_byte && length=$((length + byte))
    elif ((length == 127)); then
      length=0
      for count in 1 2 3 4 5 6 7 8; do read_byte && length=$(((length << 8) + byte)); done
    fi
    text=
    ((length > 0)) && { IFS= read -r -d '' -N "$length" -t 60 -u 3 text || return 1; }
    ((kind == 1)) && { printf '%s\n' "$text"; return 0; }
    ((kind == 8)) && return 1
  done
}

check_solve() {
  local answers
  answers=$(
    socket_talk <<'FRAMES' 2>"$work/error"
{"type": "reset", "data": {"task_name": "binary_search_off_by_one", "seed": 7}}
{"type": "step", "data": {"action_type": "RUN_TESTS"}}
{"type": "step", "data": {"action_type": "REPLACE_LINES", "start_line": 4, "end_line": 4, "new_code_block": "    while size > 0:"}}
{"type": "step", "data": {"action_type": "RUN_TESTS"}}
{"type": "step", "data": {"action_type": "SUBMIT"}}
FRAMES
  )
  local code=$?
  if [[ $code -eq 3 ]]; then
    skip "an episode is solved over /ws" "openssl is not there, which https needs"
  elif [[ $answers == *'"solved":true'* && $answers == *'"done":true'* ]]; then
    pass "an episode is solved over /ws"
  else
    flunk "an episode is solved over /ws" "${answers##*$'\n'} $(<"$work/error")" "Let WebSockets through every proxy before the server; then read the server's log."
  fi
}

check_web() {
  ask GET /web
  if [[ $status == 404 ]]; then
    skip "the page" "ENABLE_WEB_INTERFACE is false"
    return
  fi
  expect "/web leads to the page" 307 '' "Let the proxy pass redirects on."
  ask GET /web/
  expect "/web/ is a page" 200 '<html' "Build the page: npm run build."
  ask GET /web/state
  expect "/web/state answers" 200 '"step_count"' "The server is older than this script: update it."
}

check_folder() {
  echo "== The folder $dir"
  if [[ ! -d $dir ]]; then
    flunk "the folder is there" "$dir" "Give the folder of the repository."
    return
  fi
  local file
  for file in openenv.yaml README.md Dockerfile validation/runtime.json package.json package-lock.json LICENSE \
    pyproject.toml __init__.py client.py models.py server/app.py; do
    if [[ -s $dir/$file ]]; then pass "$file is there"; else flunk "$file is there" "" "Restore it: git checkout -- $file"; fi
  done
  holds "openenv.yaml names tracefix_rl" '^name: tracefix_rl$' openenv.yaml
  holds "openenv.yaml has a validation block" '^validation:$' openenv.yaml
  holds "README.md begins with a Space's front matter" '^sdk: docker$' README.md
  holds "README.md names the port of a Space" '^app_port: 7860$' README.md
  check_image
  check_openenv
}

# The file $3 has a line like $2.
holds() {
  if grep -Eq "$2" "$dir/$3" 2>/dev/null; then pass "$1"; else flunk "$1" "no line like $2" "Restore it: git checkout -- $3"; fi
}

check_image() {
  if ! docker info >/dev/null 2>&1; then
    skip "the image builds" "no Docker engine is running here"
  elif docker build --quiet --tag tracefix-rl:pre-val "$dir" >"$work/build" 2>&1; then
    pass "the image builds"
  else
    flunk "the image builds" "$(tail -n 3 "$work/build")" "Run docker build $dir and read its output."
  fi
}

check_openenv() {
  if ! command -v openenv >/dev/null; then
    skip "openenv validate" "it is not installed (pip install openenv)"
    return
  fi
  # The validator refuses links, which node_modules is full of: it gets what git would export.
  local copy=$dir
  if git -C "$dir" rev-parse --verify --quiet HEAD >/dev/null 2>&1; then
    mkdir -p "$work/export"
    git -C "$dir" archive HEAD | tar -x -C "$work/export"
    copy=$work/export
  fi
  local how=()
  if ! docker info >/dev/null 2>&1 && openenv validate --help 2>&1 | grep -q -- --skip-build; then how=(--skip-build); fi
  if openenv validate "$copy" "${how[@]}" >"$work/validate" 2>&1; then
    pass "openenv validate finds no fault with the folder"
  else
    flunk "openenv validate finds no fault with the folder" "$(tail -n 5 "$work/validate")" "Run openenv validate on a git archive of the folder."
  fi
  if openenv validate --url "$url" >"$work/validate" 2>&1; then
    pass "openenv validate finds no fault with the server"
  else
    flunk "openenv validate finds no fault with the server" "$(tail -n 5 "$work/validate")" "Run openenv validate --url $url."
  fi
}

check_server
[[ -n $dir ]] && check_folder
echo "$passed passed, $failed failed"
[[ $failed -eq 0 && $passed -gt 0 ]]
