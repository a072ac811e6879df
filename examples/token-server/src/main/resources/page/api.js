// SPDX-License-Identifier: Apache-2.0

import { KEYS, PATHS } from './dialects.js';
import { CallFailed, send } from './http.js';

const PROCESS_PATIENCE = 300_000;
const MOST_WAITS = 5;
const LONGEST_WAIT = 120_000;
const JSON_BODY = { 'Content-Type': 'application/json' };

/**
 * The calls of the API, each with a valid token, and repeated after a 429 as the API asks. They are made in the dialect that the
 * service speaks: while that is not known, what one dialect is refused is tried in the other.
 */
export class Api {
  #tokens;
  #dialect;

  /** @param {import('./tokens.js').Tokens} tokens */
  constructor(tokens) {
    this.#tokens = tokens;
  }

  /** @returns {Promise<string>} where the file is stored */
  upload(file, name, folder, watch) {
    return this.#inItsDialect(async dialect => {
      const { form, stored } = dialect.upload(file, name, folder);
      const answer = await this.#call(watch, {
        step: 'upload', method: 'POST', path: '/v3/file-ops/upload/', body: form, onSent: watch.onSent,
      });
      return stored(answer) ?? malformed('upload');
    });
  }

  /** Costs credits. @returns {Promise<string>} where the cutout is stored */
  process(input, output, variant, watch) {
    return this.#inItsDialect(async dialect => {
      const { body, made } = dialect.process(input, output, variant);
      const answer = await this.#call(watch, {
        step: 'process', method: 'POST', path: '/v3/tools/ai/remove-bg/process/', patience: PROCESS_PATIENCE,
        headers: JSON_BODY, body: JSON.stringify(body),
      });
      return made(answer) ?? malformed('process');
    });
  }

  /** A file that is not there is a 404 in both dialects. @returns {Promise<Blob>} */
  async download(path, watch) {
    if (this.#dialect) return this.#downloadIn(this.#dialect, path, watch);
    const refusals = [];
    for (const dialect of [PATHS, KEYS]) {
      try {
        const blob = await this.#downloadIn(dialect, path, watch);
        this.#dialect = dialect;
        return blob;
      } catch (error) {
        // A 404 does not tell the dialect: the file may be there in the other one.
        if (!isAbsent(error)) throw error;
        refusals.push(error);
      }
    }
    throw refusals[0];
  }

  #downloadIn(dialect, path, watch) {
    return dialect === PATHS ? this.#downloadPath(path, watch) : this.#downloadKey(path, watch);
  }

  #downloadPath(path, watch) {
    return this.#call(watch, {
      step: 'download', method: 'GET', type: 'blob', onReceived: watch.onReceived,
      path: '/v3/files/' + path.split('/').map(encodeURIComponent).join('/'),
    });
  }

  async #downloadKey(key, watch) {
    const { url } = await this.#call(watch, {
      step: 'download', method: 'POST', path: '/v3/file-ops/get-public-url/', headers: JSON_BODY, body: JSON.stringify({ key }),
    });
    if (!isFetchable(url, await this.#tokens.get())) malformed('download');
    try {
      // The URL is good for anybody: no token of ours goes to its host.
      return await send({
        step: 'download', method: 'GET', type: 'blob', signal: watch.signal, url, onReceived: watch.onReceived,
      });
    } catch (error) {
      // Storages answer 403 for what is not there.
      throw error.status === 403 ? new CallFailed('download', 404, error.detail) : error;
    }
  }

  /** A refusal costs nothing, so the other dialect is tried, once. What has worked is remembered until the page is left. */
  async #inItsDialect(attempt) {
    if (this.#dialect) return attempt(this.#dialect);
    let refused;
    try {
      const result = await attempt(PATHS);
      this.#dialect = PATHS;
      return result;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused = error;
    }
    try {
      const result = await attempt(KEYS);
      this.#dialect = KEYS;
      return result;
    } catch (error) {
      throw isRefusal(error) ? bothRefused(refused, error) : error;
    }
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

function malformed(step) {
  throw new CallFailed(step, 0, 'malformed');
}

/** A paid call whose answer makes no sense may have been carried out. */
function isRefusal(error) {
  return error.status === 400 || (error.step === 'upload' && error.detail === 'malformed');
}

/** No way to a file, in one of the dialects. */
function isAbsent(error) {
  return error.status >= 400 && error.status < 500 && error.status !== 429;
}

function bothRefused(first, second) {
  return !first.status || !second.detail || first.detail === second.detail
    ? first
    : new CallFailed(first.step, first.status, `${first.detail} In the other dialect: ${second.detail}`);
}

function isFetchable(url, { apiBase }) {
  const isHttps = address => address.startsWith('https:');
  return typeof url === 'string' && (isHttps(url) || (url.startsWith('http:') && !isHttps(apiBase)));
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
