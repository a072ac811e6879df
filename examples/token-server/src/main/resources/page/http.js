// SPDX-License-Identifier: Apache-2.0

/** One HTTP call. With XMLHttpRequest, because fetch reports no upload progress. */

/** A call that got no usable answer. `status` is 0 if there was none at all. */
export class CallFailed extends Error {
  constructor(step, status, detail, retryAfter) {
    super(detail || `HTTP ${status}`);
    this.step = step;
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

const STALLED_AFTER = 60_000;

/**
 * @param {{step: string, method: string, url: string, headers?: object, body?: any, type?: string, patience?: number,
 *     signal?: AbortSignal, onSent?: (share: number) => void, onReceived?: (share: number) => void}} call
 *     `patience`: milliseconds without any progress before the call is given up
 * @returns {Promise<any>} the body: JSON unless `type` is "blob"
 */
export function send(call) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    let timer;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(new CallFailed(call.step, 0, 'timeout')), call.patience ?? STALLED_AFTER);
    };
    const abort = () => end(new DOMException('Removed', 'AbortError'));
    const end = (error, value) => {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', abort);
      xhr.onload = xhr.onerror = xhr.onabort = null;
      if (error) {
        xhr.abort();
        reject(error);
      } else {
        resolve(value);
      }
    };
    xhr.open(call.method, call.url);
    xhr.responseType = 'blob';
    for (const [name, value] of Object.entries(call.headers ?? {})) {
      xhr.setRequestHeader(name, value);
    }
    xhr.upload.onprogress = event => {
      alive();
      if (event.lengthComputable && event.total) call.onSent?.(event.loaded / event.total);
    };
    xhr.onprogress = event => {
      alive();
      if (event.lengthComputable && event.total) call.onReceived?.(event.loaded / event.total);
    };
    xhr.onerror = xhr.onabort = () => end(new CallFailed(call.step, 0, 'network'));
    xhr.onload = () => read(xhr, call).then(value => end(null, value), end);
    call.signal?.addEventListener('abort', abort);
    if (call.signal?.aborted) {
      abort();
      return;
    }
    alive();
    xhr.send(call.body ?? null);
  });
}

async function read(xhr, call) {
  if (xhr.status < 200 || xhr.status > 299) {
    throw new CallFailed(call.step, xhr.status, await detailOf(xhr.response), waitOf(xhr.getResponseHeader('Retry-After')));
  }
  if (call.type === 'blob') return xhr.response;
  try {
    return JSON.parse(await xhr.response.text());
  } catch {
    throw new CallFailed(call.step, 0, 'malformed');
  }
}

async function detailOf(blob) {
  const text = (await blob.slice(0, 2000).text()).trim();
  try {
    const detail = JSON.parse(text).detail;
    return typeof detail === 'string' ? detail : '';
  } catch {
    return text.startsWith('<') ? '' : text.slice(0, 200);
  }
}

/** Milliseconds; of seconds or of an HTTP date. Undefined if there is no such header. */
export function waitOf(header) {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
