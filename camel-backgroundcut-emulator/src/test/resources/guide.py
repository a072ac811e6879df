# SPDX-License-Identifier: Apache-2.0
# The calls of the integration guide, in its order: with the API key, then with an access token.
import sys

import requests

API_KEY = "YOUR_API_KEY"
API_BASE = sys.argv[1]
HEADERS = {"Authorization": f"Token {API_KEY}"}
JSON_HEADERS = {**HEADERS, "Content-Type": "application/json"}


def upload(headers):
    with open("photo.jpg", "rb") as f:
        return requests.post(
            f"{API_BASE}/v3/file-ops/upload/",
            headers=headers,
            files={"files": f},
            data={"upload_path": "my-project"},
            timeout=60,
        ).json()


def process(headers, path):
    return requests.post(
        f"{API_BASE}/v3/tools/ai/remove-bg/process/",
        headers={**headers, "Content-Type": "application/json"},
        json={"input_file_path": path, "output_variants": [{"output_file_path": "my-project/result.png"}]},
        timeout=300,
    ).json()


print(process(HEADERS, upload(HEADERS)["file_paths"][0])["output_file_paths"][0])

token = requests.post(
    f"{API_BASE}/v3/auth/access-token/",
    headers=JSON_HEADERS,
    json={
        "paths": ["/v3/file-ops/upload/", "/v3/tools/ai/remove-bg/process/", "/v3/files/*"],
        "expires_in": 600,
    },
    timeout=10,
).json()["access_token"]
client = {"Authorization": f"AccessToken {token}"}

result = process(client, upload(client)["file_paths"][0])["output_file_paths"][0]
picture = requests.get(f"{API_BASE}/v3/files/{result}", headers=client, timeout=60)
picture.raise_for_status()
print("downloaded a PNG" if picture.content.startswith(b"\x89PNG") else "downloaded something else")
print("out of scope:", requests.get(f"{API_BASE}/v3/file-ops/usage/", headers=client, timeout=10).status_code)
