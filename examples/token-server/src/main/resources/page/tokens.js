// SPDX-License-Identifier: Apache-2.0

import { send } from './http.js';

/**
 * Gives the access token: one for all pictures, asked for when it is first needed and again when it has expired. It is kept in
 * this object only.
 */
export class Tokens {
  #current;

  /** @returns {Promise<{accessToken: string, apiBase: string}>} */
  get() {
    if (this.#current?.expiresSoon()) this.#current = undefined;
    this.#current ??= this.#mint();
    return this.#current.token;
  }

  /** Forgets a rejected token. A second call with the same token changes nothing. */
  async refused(token) {
    const current = this.#current;
    if (current && (await current.token.catch(() => token)) === token && this.#current === current) {
      this.#current = undefined;
    }
  }

  #mint() {
    const minting = { expiresSoon: () => false };
    minting.token = send({ step: 'token', method: 'POST', url: '/api/backgroundcut-token' }).then(answer => {
      const lifetime = Date.parse(answer.expiresAt) - Date.now();
      // A wrong clock says nothing. Then the API's 401 shows that the token has expired.
      if (lifetime > 0 && lifetime <= 600_000) {
        const end = performance.now() + lifetime - Math.min(5000, lifetime / 10);
        minting.expiresSoon = () => performance.now() > end;
      }
      return answer;
    });
    minting.token.catch(() => {
      if (this.#current === minting) this.#current = undefined;
    });
    return minting;
  }
}
