// SPDX-License-Identifier: Apache-2.0

import { CallFailed, send } from './http.js';

const PROCESS_PATIENCE = 300_000;
const MOST_WAITS = 5;
const LONGEST_WAIT = 120_000;

/** The three calls of the API, each with a valid token, and repeated after a 429 as the API asks. */
export class Api {
  #tokens;

  /** @param {import('./tokens.js').Tokens} tokens */
  constructor(tokens) {
    this.#tokens = tokens;
  }

  /** @returns {Promise<string>} where the file is stored */
  async upload(file, name, folder, watch) {
    const form = new FormData();
    form.append('files', file, name);
    form.append('upload_path', folder);
    const answer = await this.#call(watch, {
      step: 'upload', method: 'POST', path: '/v3/file-ops/upload/', body: form, onSent: watch.onSent,
    });
    return first(answer.file_paths, 'upload');
  }

  /** Costs credits. @returns {Promise<string>} where the cutout is stored */
  async process(input, variant, watch) {
    const answer = await this.#call(watch, {
      step: 'process', method: 'POST', path: '/v3/tools/ai/remove-bg/process/', patience: PROCESS_PATIENCE,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ input_file_path: input, output_variants: [variant] }),
    });
    return first(answer.output_file_paths, 'process');
  }

  /** @returns {Promise<Blob>} */
  download(path, watch) {
    return this.#call(watch, {
      step: 'download', method: 'GET', type: 'blob', onReceived: watch.onReceived,
      path: '/v3/files/' + path.split('/').map(encodeURIComponent).join('/'),
    });
  }

  async #call(watch, call) {
    let fresh = true;
    for (let waits = 0; ;) {
      let token;
      try {
        token = await this.#tokens.get();
        return await send({
          ...call, signal: watch.signal, url: token.apiBase + call.path,
          headers: { ...call.headers, Authorization: `AccessToken ${token.accessToken}` },
        });
      } catch (error) {
        if (watch.signal.aborted || !(error instanceof CallFailed)) throw error;
        if (token && fresh && (error.status === 401 || error.status === 403)) {
          // Most likely it has expired. Nothing was done for it, so the step is repeated, once, with a new one.
          fresh = false;
          await this.#tokens.refused(token);
        } else if (error.status === 429 && waits < MOST_WAITS) {
          waits++;
          // By then the token may have expired.
          fresh = true;
          await pause(Math.min(error.retryAfter ?? 1000 * 2 ** waits, LONGEST_WAIT), watch);
        } else {
          throw error;
        }
      }
    }
  }
}

function first(paths, step) {
  if (!Array.isArray(paths) || typeof paths[0] !== 'string') throw new CallFailed(step, 0, 'malformed');
  return paths[0];
}

async function pause(milliseconds, watch) {
  const end = performance.now() + milliseconds;
  let first = true;
  while (!watch.signal.aborted && performance.now() < end) {
    watch.onWait(Math.ceil((end - performance.now()) / 1000), first);
    first = false;
    await new Promise(resolve => setTimeout(resolve, Math.min(1000, Math.max(1, end - performance.now()))));
  }
  watch.onWait(0);
  watch.signal.throwIfAborted();
}
