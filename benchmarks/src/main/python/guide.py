# SPDX-License-Identifier: Apache-2.0
"""The flow of the vendor's integration guide with requests, a thread for each picture, so many at a time."""

import os
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import requests

arguments = dict(argument.split("=", 1) for argument in sys.argv[1:])
BASE = arguments["baseUrl"]
HEADERS = {"Authorization": "Token benchmark"}
CONCURRENCY = int(arguments["concurrency"])


def one(session, picture, result):
    with open(picture, "rb") as content:
        uploaded = session.post(
            f"{BASE}/v3/file-ops/upload/",
            headers=HEADERS,
            files={"files": content},
            data={"upload_path": "my-project"},
            timeout=60,
        )
    uploaded.raise_for_status()
    processed = session.post(
        f"{BASE}/v3/tools/ai/remove-bg/process/",
        headers=HEADERS,
        json={
            "input_file_path": uploaded.json()["file_paths"][0],
            "output_variants": [{"output_file_path": f"my-project/{os.path.basename(picture)}.png"}],
        },
        timeout=300,
    )
    processed.raise_for_status()
    path = processed.json()["output_file_paths"][0]
    with session.get(f"{BASE}/v3/files/{path}", headers=HEADERS, stream=True, timeout=60) as answer:
        answer.raise_for_status()
        with open(result, "wb") as file:
            for chunk in answer.iter_content(64 * 1024):
                file.write(chunk)


def all_of(inbox, outbox):
    # One session for all threads, so that connections are used again.
    with requests.Session() as session:
        session.mount(BASE, requests.adapters.HTTPAdapter(pool_maxsize=CONCURRENCY))
        with ThreadPoolExecutor(CONCURRENCY) as threads:
            names = sorted(os.listdir(inbox))
            done = [
                threads.submit(one, session, os.path.join(inbox, name), os.path.join(outbox, name)) for name in names
            ]
            for picture in done:
                picture.result()


all_of(arguments["warmUpInbox"], arguments["outbox"])
wall, cpu = time.monotonic(), time.process_time()
all_of(arguments["inbox"], arguments["outbox"])
wall, cpu = time.monotonic() - wall, time.process_time() - cpu
pictures = int(arguments["pictures"])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
print(f"RESULT cpuMillis={cpu * 1000 / pictures:.4f} picturesPerSecond={pictures / wall:.4f} peakRssMb={peak:.4f}")
