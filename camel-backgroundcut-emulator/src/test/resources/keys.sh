# SPDX-License-Identifier: Apache-2.0
# The calls of an integration by keys, in curl. The plan has one credit and four calls a minute: the last two calls see it.
set -eu
api=$1
auth='Authorization: Token YOUR_API_KEY'
process() {
    curl -sS -H "$auth" -H 'Content-Type: application/json' "$@" \
        -d '{"input_key": "my-project/photo.jpg", "output_variants": [{"output_key": "my-project/result.png"}]}' \
        "$api/v3/tools/ai/remove-bg/process/"
}

curl -sS -H "$auth" -F file=@photo.jpg -F key=my-project/photo.jpg "$api/v3/file-ops/upload/"
echo
process
echo
url=$(curl -sS -H "$auth" -H 'Content-Type: application/json' -d '{"key": "my-project/result.png"}' \
    "$api/v3/file-ops/get-public-url/" | sed 's/.*"url":"\([^"]*\)".*/\1/')
curl -sSf -o result.png "$url"
process -o refused.json -w '%{http_code}\n'
process -o refused.json -w '%{http_code}\n'
