// SPDX-License-Identifier: Apache-2.0

import { Compare } from './compare.js';
import { stem } from './pictures.js';

const EXTENSIONS = { 'image/png': 'png', 'image/webp': 'webp', 'image/jpeg': 'jpg' };
const STEPS = { read: 'Reading', upload: 'Uploading', process: 'Cutting out', download: 'Downloading' };

/** How one picture looks on the page. */
export class Card {
  #name;
  #compare;
  #before;
  #after;
  #step = '';
  #clock;

  constructor(file, { onRetry, onRemove }) {
    this.#name = file.name;
    this.element = document.getElementById('card').content.firstElementChild.cloneNode(true);
    this.#find('.name').textContent = file.name;
    this.#before = URL.createObjectURL(file);
    this.#compare = new Compare(this.element, file.name);
    this.#compare.original(this.#before);
    for (const bar of this.#bars()) bar.setAttribute('aria-label', `${bar.parentElement.textContent.trim()} ${file.name}`);
    this.#find('.retry').addEventListener('click', onRetry);
    this.#find('.remove').addEventListener('click', onRemove);
    this.#find('.retry').setAttribute('aria-label', `Try again with ${file.name}`);
    this.#find('.remove').setAttribute('aria-label', `Remove ${file.name}`);
    this.#find('.save').setAttribute('aria-label', `Download the cutout of ${file.name}`);
  }

  waiting() {
    this.element.classList.remove('done', 'failed');
    // A button that goes would take the focus with it.
    if (document.activeElement === this.#find('.retry')) this.#find('.remove').focus();
    this.#find('.retry').hidden = true;
    this.#find('.save').hidden = true;
    for (const bar of this.#bars()) bar.value = 0;
    this.#compare.hideCutout();
    this.#say('Waiting for its turn');
  }

  /** Told by the picture's way; see cutout.js. */
  watch(signal, onNews) {
    return {
      signal,
      onStep: step => this.#begin(step),
      onSent: share => { this.#find('.upload').value = share * 100; },
      onReceived: share => { this.#find('.download').value = share * 100; },
      onWait: (seconds, first) => {
        this.#stopClock();
        const text = seconds ? `The service asks to wait: ${seconds} s` : STEPS[this.#step];
        this.#say(text);
        if (first) onNews(text);
      },
    };
  }

  async done(blob) {
    const address = URL.createObjectURL(blob);
    const size = await this.#compare.cutout(address);
    this.#end('done');
    URL.revokeObjectURL(this.#after);
    this.#after = address;
    const save = this.#find('.save');
    save.href = address;
    save.download = `${stem(this.#name)}-cutout.${EXTENSIONS[blob.type]}`;
    save.hidden = false;
    this.#say(`Done: ${size}, ${sizeInWords(blob.size)}`);
  }

  failed(text, canRetry) {
    this.#end('failed');
    this.#find('.retry').hidden = !canRetry;
    this.#say(text);
  }

  /** As if somebody had clicked on it. */
  save() {
    this.#find('.save').click();
  }

  get canRetry() {
    return !this.#find('.retry').hidden;
  }

  remove() {
    this.#stopClock();
    URL.revokeObjectURL(this.#before);
    URL.revokeObjectURL(this.#after);
    this.element.remove();
  }

  #begin(step) {
    this.#stopClock();
    this.#step = step;
    this.#say(STEPS[step]);
    if (step === 'process') {
      // The API reports no progress: the bar moves without a value, and the text counts.
      this.element.classList.add('cutting');
      this.#find('.upload').value = 100;
      this.#find('.process').removeAttribute('value');
      const begin = performance.now();
      this.#clock = setInterval(
        () => this.#say(`${STEPS.process}: ${Math.round((performance.now() - begin) / 1000)} s`), 1000);
    }
    if (step === 'download') this.#find('.process').value = 100;
  }

  #end(state) {
    this.#stopClock();
    this.element.classList.remove('done', 'failed');
    this.element.classList.add(state);
  }

  #stopClock() {
    clearInterval(this.#clock);
    this.element.classList.remove('cutting');
  }

  #say(text) {
    this.#find('.status').textContent = text;
  }

  #bars() {
    return this.element.querySelectorAll('progress');
  }

  #find(selector) {
    return this.element.querySelector(selector);
  }
}

function sizeInWords(bytes) {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
