// SPDX-License-Identifier: Apache-2.0

/** Runs so many tasks at a time, in the order in which they came. */
export class Queue {
  #free;
  #waiting = [];

  constructor(atATime) {
    this.#free = atATime;
  }

  async run(task) {
    if (this.#free === 0) {
      await new Promise(resolve => this.#waiting.push(resolve));
    } else {
      this.#free--;
    }
    try {
      return await task();
    } finally {
      // The place goes to the next in line, or is free.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
