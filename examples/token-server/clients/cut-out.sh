#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Cuts one picture out with a token of the token server: cut-out.sh <picture> <cutout.png> [<token server>]
# Needs curl and sed. It holds no API key.
set -eu
picture=$1
cutout=$2
server=${3:-http://127.0.0.1:8080}

# The value of a field of a flat JSON document, or the first item of a list of that name.
field() {
    printf %s "$2" | sed -n "s/.*\"$1\": *\[\{0,1\} *\"\([^\"]*\)\".*/\1/p"
}

minted=$(curl -sSf --max-time 20 -X POST -H "Origin: $server" "$server/api/backgroundcut-token")
api=$(field apiBase "$minted")

# The header goes through a file that only this user can read: others on this machine can see a program's arguments.
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
printf 'Authorization: AccessToken %s\n' "$(field accessToken "$minted")" >"$headers"

folder=curl/$(cksum <"$picture" | tr ' ' -)
uploaded=$(curl -sSf --max-time 60 -H "@$headers" -F "files=@-;filename=picture" -F "upload_path=$folder" \
    "$api/v3/file-ops/upload/" <"$picture")
output=$folder/cutout.png
# Paid: no --retry here, and no second call if an answer is lost.
curl -sSf --max-time 300 -H "@$headers" -H 'Content-Type: application/json' -o /dev/null \
    -d "{\"input_file_path\": \"$(field file_paths "$uploaded")\", \"output_variants\": [{\"output_file_path\": \"$output\"}]}" \
    "$api/v3/tools/ai/remove-bg/process/"
curl -sSf --max-time 60 -H "@$headers" -o "$cutout" "$api/v3/files/$output"
echo "$cutout"
