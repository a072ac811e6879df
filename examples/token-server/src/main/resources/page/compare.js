// SPDX-License-Identifier: Apache-2.0

/** The original over the cutout, with a slider that says how much of it is seen. */
export class Compare {
  #frame;
  #before;
  #after;
  #slider;
  #name;

  constructor(card, name) {
    this.#name = name;
    this.#frame = card.querySelector('.frame');
    this.#before = card.querySelector('.before');
    this.#after = card.querySelector('.after');
    this.#slider = card.querySelector('.slider');
    this.#slider.setAttribute('aria-label', `Before and after of ${name}: how much of the original is shown`);
    this.#slider.addEventListener('input', () => {
      this.#frame.classList.add('sliding');
      this.#split(this.#slider.value);
    });
    this.#before.addEventListener('load', () => this.#shape(this.#before));
    this.#before.addEventListener('error', () => card.classList.add('no-preview'));
  }

  original(address) {
    this.#before.alt = `${this.#name}, as it was`;
    this.#before.src = address;
  }

  /** The original alone, while it is worked on. */
  hideCutout() {
    this.#slider.hidden = true;
    this.#frame.classList.remove('sliding');
    this.#frame.style.setProperty('--split', '100%');
  }

  /** @returns {Promise<string>} its size in words, when it can be seen */
  async cutout(address) {
    this.#after.src = address;
    this.#after.alt = `${this.#name}, cut out`;
    this.#after.hidden = false;
    await this.#after.decode();
    this.#shape(this.#after);
    this.#slider.hidden = false;
    this.#split(this.#slider.value);
    return `${this.#after.naturalWidth} × ${this.#after.naturalHeight} pixels`;
  }

  #split(percent) {
    this.#frame.style.setProperty('--split', `${percent}%`);
    this.#slider.setAttribute('aria-valuetext', `${percent} percent of the original`);
  }

  /** The chequerboard is as large as the picture, so that bars beside it aren't taken for transparent. */
  #shape({ naturalWidth, naturalHeight }) {
    if (naturalWidth && naturalHeight) this.#frame.style.setProperty('--ratio', naturalWidth / naturalHeight);
  }
}
