// SPDX-License-Identifier: Apache-2.0

import { CallFailed } from './http.js';
import { digestOf, formatOf } from './pictures.js';

const FOLDER = 'token-server';
const EXTENSIONS = { png: 'png', webp: 'webp', jpeg: 'jpg' };

/** A file that the API would refuse, told before it is sent. */
export class Unusable extends Error {}

/** Paid calls under way, by output path: the same picture chosen twice is paid for once. */
const underWay = new Map();

/**
 * One picture's way: upload, process, download. What is done stays done: `run` goes on where it failed.
 *
 * <p>`watch` is told: onStep(name), onSent(share), onReceived(share), onWait(seconds); and has an AbortSignal.
 */
export class Cutout {
  #api;
  #digest;
  #input;

  constructor(file, api) {
    this.file = file;
    this.#api = api;
  }

  /** @returns {Promise<Blob>} */
  async run(settings, watch) {
    watch.onStep('read');
    if (!(await formatOf(this.file))) {
      throw new Unusable(this.file.size === 0 ? 'This file is empty.' : 'This is not a PNG, JPEG or WebP picture.');
    }
    this.#digest ??= await digestOf(this.file);
    const output = this.#output(settings);
    while (underWay.has(output)) {
      watch.onStep('process');
      await underWay.get(output).catch(() => {});
      watch.signal.throwIfAborted();
    }
    // Nothing may come between the question above and this: it is what keeps twins apart.
    const paying = this.#findOrPay(output, settings, watch).finally(() => underWay.delete(output));
    underWay.set(output, paying);
    return (await paying) ?? this.#download(output, watch);
  }

  /** The result if it was found; otherwise it has been made and can be downloaded. */
  async #findOrPay(output, settings, watch) {
    const known = wasSent(output) && (await this.#find(output, watch));
    if (known) return known;
    await this.#upload(watch);
    try {
      await this.#process(output, settings, watch);
      return undefined;
    } catch (error) {
      const found = isAmbiguous(error) && (await this.#find(output, watch).catch(() => undefined));
      if (found) return found;
      throw error;
    }
  }

  async #upload(watch) {
    if (this.#input) {
      watch.onSent(1);
      return;
    }
    watch.onStep('upload');
    this.#input = await this.#api.upload(this.file, 'picture', `${FOLDER}/${this.#digest}`, watch);
    watch.onSent(1);
  }

  async #process(output, { format, maxResolution, backgroundColor }, watch) {
    const variant = { format, max_resolution: maxResolution, background_color: backgroundColor };
    for (let again = false; ; again = true) {
      watch.onStep('process');
      remember(output);
      try {
        return await this.#api.process(this.#input, output, variant, watch);
      } catch (error) {
        // Stored files expire, and the API's regions don't share them: then it is uploaded again, once.
        if (again || error.status !== 404) throw error;
        this.#input = undefined;
        await this.#upload(watch);
      }
    }
  }

  /** The result of an earlier call, if it was carried out. */
  async #find(output, watch) {
    try {
      return await this.#download(output, watch);
    } catch (error) {
      if (error.status === 404) return undefined;
      throw error;
    }
  }

  async #download(output, watch) {
    watch.onStep('download');
    const blob = await this.#api.download(output, watch);
    const format = await formatOf(blob);
    if (!format) throw new CallFailed('download', 0, 'malformed');
    return new Blob([blob], { type: `image/${format}` });
  }

  #output({ format, maxResolution, backgroundColor }) {
    const look = [maxResolution, backgroundColor?.slice(1) ?? 'transparent'].join('-');
    return `${FOLDER}/${this.#digest}/cutout-${look}.${EXTENSIONS[format]}`;
  }
}

/** Whether a process call may have been charged although it failed. */
function isAmbiguous(error) {
  return error instanceof CallFailed && (error.status === 0 || error.status >= 500);
}

/** The paths of paid calls, for as long as the tab is open: a reload must not pay again. */
const SENT = 'sent';
let sent = [];

function wasSent(path) {
  return readSent().includes(path);
}

function remember(path) {
  sent = [...readSent().filter(other => other !== path), path].slice(-1000);
  try {
    sessionStorage.setItem(SENT, JSON.stringify(sent));
  } catch {
    // A browser that keeps nothing: then it is known until the reload.
  }
}

function readSent() {
  try {
    return JSON.parse(sessionStorage.getItem(SENT)) ?? sent;
  } catch {
    return sent;
  }
}
