// SPDX-License-Identifier: Apache-2.0

import { Card } from './card.js';
import { Cutout, Unusable } from './cutout.js';
import { Queue } from './queue.js';
import { inWords } from './words.js';

const AT_A_TIME = 3;

/** All pictures of the page, and how far each of them is: waiting, done or failed. */
export class Batch {
  #jobs = new Set();
  #queue = new Queue(AT_A_TIME);
  #api;
  #settings;
  #list;
  #onChange;
  #onNews;

  /**
   * @param {HTMLElement} list where the cards go
   * @param {() => void} onChange told when a picture has come, gone, or got another state
   * @param {(text: string) => void} onNews gets text for screen readers
   */
  constructor({ api, settings, list, onChange, onNews }) {
    this.#api = api;
    this.#settings = settings;
    this.#list = list;
    this.#onChange = onChange;
    this.#onNews = onNews;
  }

  add(files) {
    for (const file of files) {
      const job = { file, cutout: new Cutout(file, this.#api), abort: new AbortController() };
      job.card = new Card(file, { onRetry: () => this.#start(job), onRemove: () => this.#removeByHand(job) });
      this.#jobs.add(job);
      this.#list.append(job.card.element);
      this.#start(job);
    }
  }

  /** Those that were made with other settings. */
  startOutdated() {
    this.#outdated().forEach(job => this.#start(job));
  }

  startFailed() {
    this.#failed().forEach(job => this.#start(job));
  }

  saveAll() {
    for (const job of this.#jobs) if (job.state === 'done') job.card.save();
  }

  removeAll() {
    this.#jobs.forEach(job => this.#remove(job));
  }

  get state() {
    const all = [...this.#jobs];
    const count = state => all.filter(job => job.state === state).length;
    return {
      all: all.length, done: count('done'), failed: count('failed'),
      outdated: this.#outdated().length, canRetry: this.#failed().length,
    };
  }

  async #start(job) {
    job.settings = this.#settings.get();
    job.state = 'waiting';
    job.card.waiting();
    this.#onChange();
    try {
      await this.#queue.run(async () => {
        job.abort.signal.throwIfAborted();
        const watch = job.card.watch(job.abort.signal, text => this.#onNews(`${job.file.name}: ${text}`));
        await job.card.done(await job.cutout.run(job.settings, watch));
      });
      job.state = 'done';
    } catch (error) {
      if (job.abort.signal.aborted) return;
      job.state = 'failed';
      job.card.failed(inWords(error), !(error instanceof Unusable));
      this.#onNews(`${job.file.name}: ${inWords(error)}`);
    }
    this.#onChange();
  }

  /** The focus goes to the next picture's button, so that keyboard users are not sent back to the top. */
  #removeByHand(job) {
    const near = job.card.element.nextElementSibling ?? job.card.element.previousElementSibling;
    this.#remove(job);
    (near?.querySelector('.remove') ?? document.getElementById('choose')).focus();
  }

  #remove(job) {
    job.abort.abort();
    this.#jobs.delete(job);
    job.card.remove();
    this.#onChange();
  }

  #outdated() {
    return [...this.#jobs].filter(job => job.state === 'done' && !this.#settings.are(job.settings));
  }

  #failed() {
    return [...this.#jobs].filter(job => job.state === 'failed' && job.card.canRetry);
  }
}
