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

post() {
    curl -sSf --max-time 300 -H "@$headers" -H 'Content-Type: application/json' -d "$2" "$api$1"
}

folder=curl/$(cksum <"$picture" | tr ' ' -)
output=$folder/cutout.png
# The API has two dialects, and says by what it answers which one it speaks. A refusal costs nothing.
uploaded=$(curl -sS --max-time 60 -H "@$headers" -F "files=@-;filename=picture" -F "upload_path=$folder" \
    "$api/v3/file-ops/upload/" <"$picture")
input=$(field file_paths "$uploaded")
# Process is paid: no --retry here, and no second call if an answer is lost.
if [ -n "$input" ]; then
    post /v3/tools/ai/remove-bg/process/ \
        "{\"input_file_path\": \"$input\", \"output_variants\": [{\"output_file_path\": \"$output\"}]}" >/dev/null
    curl -sSf --max-time 60 -H "@$headers" -o "$cutout" "$api/v3/files/$output"
else
    input=$folder/picture
    curl -sSf --max-time 60 -H "@$headers" -o /dev/null -F "key=$input" -F "file=@-;filename=picture" \
        "$api/v3/file-ops/upload/" <"$picture"
    post /v3/tools/ai/remove-bg/process/ \
        "{\"input_key\": \"$input\", \"output_variants\": [{\"output_key\": \"$output\"}]}" >/dev/null
    url=$(field url "$(post /v3/file-ops/get-public-url/ "{\"key\": \"$output\"}")" | sed 's/\\u0026/\&/g; s/\\//g')
    # The URL is a secret, too, and goes without the token: it may lead to another host.
    printf 'url = "%s"\n' "$url" | curl -sSf --max-time 60 -K - -o "$cutout"
fi
echo "$cutout"
