// SPDX-License-Identifier: Apache-2.0

/** The settings of the cutouts, read from the form. */
export class Settings {
  #form;

  /** @param {() => void} onChange told when something was chosen */
  constructor(form, onChange) {
    this.#form = form;
    form.addEventListener('input', () => {
      this.#show();
      onChange();
    });
    this.#show();
  }

  /** @returns {{format: string, maxResolution: number, backgroundColor: string | null}} */
  get() {
    const { format, maxResolution, background, colour } = this.#form.elements;
    const colours = { transparent: null, own: colour.value };
    return {
      format: format.value,
      maxResolution: Number(maxResolution.value),
      backgroundColor: background.value in colours ? colours[background.value] : background.value,
    };
  }

  /** Whether that is what the form says now. */
  are(settings) {
    return JSON.stringify(settings) === JSON.stringify(this.get());
  }

  #show() {
    const { format, backgroundColor } = this.get();
    this.#form.elements.colour.hidden = this.#form.elements.background.value !== 'own';
    document.getElementById('format-note').hidden = format !== 'jpeg' || backgroundColor !== null;
  }
}
