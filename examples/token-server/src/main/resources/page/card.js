// SPDX-License-Identifier: Apache-2.0

import { stem } from './pictures.js';

const EXTENSIONS = { 'image/png': 'png', 'image/webp': 'webp', 'image/jpeg': 'jpg' };
const STEPS = { read: 'Reading', upload: 'Uploading', process: 'Cutting out', download: 'Downloading' };

/** How one picture looks on the page. */
export class Card {
  #name;
  #before;
  #after;
  #step = '';
  #clock;

  constructor(file, { onRetry, onRemove }) {
    this.#name = file.name;
    this.element = document.getElementById('card').content.firstElementChild.cloneNode(true);
    this.#find('.name').textContent = file.name;
    this.#before = URL.createObjectURL(file);
    const range = this.#find('.split input');
    range.setAttribute('aria-label', `Before and after of ${file.name}: how much of the original is shown, in percent`);
    range.addEventListener('input', () => this.#find('.stage').style.setProperty('--split', `${range.value}%`));
    for (const bar of this.element.querySelectorAll('progress')) {
      bar.setAttribute('aria-label', `${bar.parentElement.textContent.trim()} ${file.name}`);
    }
    this.#find('.retry').addEventListener('click', onRetry);
    this.#find('.remove').addEventListener('click', onRemove);
    this.#find('.remove').setAttribute('aria-label', `Remove ${file.name}`);
    this.waiting();
  }

  waiting() {
    this.element.classList.remove('done', 'failed');
    this.#find('.retry').hidden = true;
    this.#find('.save').hidden = true;
    for (const bar of this.element.querySelectorAll('progress')) bar.value = 0;
    this.#say('Waiting');
  }

  /** Told by the picture's way; see cutout.js. */
  watch(signal) {
    return {
      signal,
      onStep: step => this.#begin(step),
      onSent: share => { this.#find('.upload').value = share * 100; },
      onReceived: share => { this.#find('.download').value = share * 100; },
      onWait: seconds => this.#say(seconds
        ? `The service asks to wait: ${seconds} s`
        : STEPS[this.#step]),
    };
  }

  async done(blob) {
    this.#stopClock();
    const address = URL.createObjectURL(blob);
    const image = this.#find('.after');
    image.src = address;
    image.alt = `${this.#name}, cut out`;
    this.#find('.before').src = this.#before;
    this.#find('.before').alt = `${this.#name}, as it was`;
    await image.decode();
    URL.revokeObjectURL(this.#after);
    this.#after = address;
    const save = this.#find('.save');
    save.href = address;
    save.download = `${stem(this.#name)}-cutout.${EXTENSIONS[blob.type]}`;
    save.setAttribute('aria-label', `Download the cutout of ${this.#name}`);
    save.hidden = false;
    this.#find('.compare').hidden = false;
    this.element.classList.add('done');
    this.#say(`Done: ${image.naturalWidth} × ${image.naturalHeight} pixels, ${sizeInWords(blob.size)}`);
  }

  failed(text, canRetry) {
    this.#stopClock();
    this.element.classList.add('failed');
    this.#find('.process').value = this.#step === 'process' ? 0 : this.#find('.process').value;
    this.#find('.retry').hidden = !canRetry;
    this.#find('.retry').setAttribute('aria-label', `Try again with ${this.#name}`);
    this.#say(text);
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
      // The API tells nothing in between: the bar moves without saying how far, and the text counts.
      this.#find('.process').removeAttribute('value');
      const begin = performance.now();
      this.#clock = setInterval(() => {
        this.#find('.status').setAttribute('aria-live', 'off');
        this.#find('.status').textContent = `${STEPS.process}: ${Math.round((performance.now() - begin) / 1000)} s`;
      }, 1000);
    }
    if (step === 'download') this.#find('.process').value = 100;
  }

  #stopClock() {
    clearInterval(this.#clock);
  }

  #say(text) {
    const status = this.#find('.status');
    status.setAttribute('aria-live', 'polite');
    status.textContent = text;
  }

  #find(selector) {
    return this.element.querySelector(selector);
  }
}

function sizeInWords(bytes) {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
