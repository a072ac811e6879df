# SPDX-License-Identifier: Apache-2.0
# The calls of an integration by keys: with the API key, then with an access token.
import sys

import requests

API_KEY = "YOUR_API_KEY"
API_BASE = sys.argv[1]
HEADERS = {"Authorization": f"Token {API_KEY}"}


def post(path, headers, body, timeout):
    return requests.post(f"{API_BASE}{path}", headers=headers, json=body, timeout=timeout)


def upload(headers, key):
    with open("photo.jpg", "rb") as f:
        answer = requests.post(
            f"{API_BASE}/v3/file-ops/upload/",
            headers=headers,
            files={"file": f},
            data={"key": key},
            timeout=60,
        ).json()
    assert answer == {"success": True}, answer


def process(headers, key):
    body = {"input_key": key, "output_variants": [{"output_key": "my-project/result.png"}]}
    return post("/v3/tools/ai/remove-bg/process/", headers, body, 300).json()


def public_url(headers, key):
    return post("/v3/file-ops/get-public-url/", headers, {"key": key}, 30).json()["url"]


upload(HEADERS, "my-project/photo.jpg")
print(process(HEADERS, "my-project/photo.jpg")["output_keys"][0])

token = post(
    "/v3/auth/access-token/",
    HEADERS,
    {
        "paths": [
            "/v3/file-ops/upload/",
            "/v3/tools/ai/remove-bg/process/",
            "/v3/file-ops/get-public-url/",
        ],
        "expires_in": 600,
    },
    10,
).json()["access_token"]
client = {"Authorization": f"AccessToken {token}"}

upload(client, "my-project/photo.jpg")
result = process(client, "my-project/photo.jpg")["output_keys"][0]
picture = requests.get(public_url(client, result), timeout=60)
picture.raise_for_status()
print("downloaded a PNG" if picture.content.startswith(b"\x89PNG") else "downloaded something else")
print("out of scope:", requests.get(f"{API_BASE}/v3/file-ops/usage/", headers=client, timeout=10).status_code)

segmented = post(
    "/v3/tools/ai/ai-cut/segment/",
    HEADERS,
    {
        "input_key": "my-project/photo.jpg",
        "output_key": "my-project/segmented.jpg",
        "foreground_points": [{"x": 10, "y": 10}],
        "background_points": [],
    },
    30,
).json()
print("segmented:", segmented["output_key"])

refused = post("/v3/tools/ai/remove-bg/process/", HEADERS, {"input_file_path": "my-project/photo.jpg"}, 300)
print("by paths:", refused.status_code, refused.json()["detail"])
