// SPDX-License-Identifier: Apache-2.0
'use strict';

const ZOOMS = [1, 2, 4];
/** Shapes that differ more do not fit: the browser has not turned the original upright. */
const SAME_SHAPE = 0.02;

/** An element with a class and children; texts become text nodes, so nothing of a file name is markup. */
function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) {
    node.className = className;
  }
  node.append(...children);
  return node;
}

function image(className, address, alt) {
  const node = element('img', className);
  node.src = address;
  node.alt = alt;
  node.loading = 'lazy';
  return node;
}

function button(text, title, action) {
  const node = element('button', '', text);
  node.type = 'button';
  node.title = title;
  node.addEventListener('click', () => action(node));
  return node;
}

/** The original over the cutout. A slider says how much of it is seen; buttons show the alpha channel, and zoom. */
class Compare {
  constructor(before, after) {
    this.cropped = after.cropped;
    this.before = image('before', before.address, `Before: ${before.path}`);
    this.after = image('after', after.address, `After: ${after.path}`);
    this.slider = element('input', 'slider');
    Object.assign(this.slider, { type: 'range', min: 0, max: 100, value: 50 });
    this.slider.setAttribute('aria-label', `How much of the original of ${after.path} is shown`);
    this.slider.addEventListener('input', () => this.split(this.slider.value));
    this.frame = element('div', 'frame',
      this.after, element('div', 'original', this.before), this.slider, element('span', 'handle'));
    this.view = element('div', 'view', this.frame);
    this.zoom = 0;
    this.split(50);
    this.before.addEventListener('load', () => this.shape());
    this.after.addEventListener('load', () => this.shape());
    this.element = element('div', 'compare', this.view, element('div', 'tools', ...this.tools(after)));
  }

  tools(after) {
    const zoom = button('Zoom 1×', 'Enlarge; scroll to see the rest', node => {
      this.zoom = (this.zoom + 1) % ZOOMS.length;
      this.frame.style.setProperty('--zoom', ZOOMS[this.zoom]);
      node.textContent = `Zoom ${ZOOMS[this.zoom]}×`;
      this.view.scrollTo(
        (this.view.scrollWidth - this.view.clientWidth) / 2, (this.view.scrollHeight - this.view.clientHeight) / 2);
    });
    if (after.opaque) {
      return [zoom];
    }
    const alpha = button('Alpha', 'White is object, black is backdrop', node => {
      const on = this.frame.classList.toggle('alpha');
      node.setAttribute('aria-pressed', String(on));
    });
    alpha.setAttribute('aria-pressed', 'false');
    return [alpha, zoom];
  }

  split(percent) {
    this.frame.style.setProperty('--split', `${percent}%`);
  }

  /** The chequerboard is as large as the picture. A crop is shown beside its original. */
  shape() {
    const [ratio, cutout] = [this.before, this.after].map(({ naturalWidth, naturalHeight }) => naturalWidth / naturalHeight);
    if (cutout) {
      this.frame.style.setProperty('--ratio', cutout);
    }
    this.element.classList.toggle('apart', this.cropped || Math.abs(ratio / cutout - 1) > SAME_SHAPE);
  }
}
