// SPDX-License-Identifier: Apache-2.0

/** The type of a file, by its first bytes, because names may be wrong. */

const DETECTORS = [
  ['png', bytes => starts(bytes, [0x89, 0x50, 0x4e, 0x47])],
  ['jpeg', bytes => starts(bytes, [0xff, 0xd8, 0xff])],
  ['webp', bytes => starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes.slice(8), [0x57, 0x45, 0x42, 0x50])],
];

/** @returns {Promise<string | undefined>} png, jpeg or webp */
export async function formatOf(blob) {
  const bytes = new Uint8Array(await blob.slice(0, 12).arrayBuffer());
  return DETECTORS.find(([, matches]) => matches(bytes))?.[0];
}

/**
 * A name for the content, so that the same picture with the same settings has the same place in the storage, and is found
 * there instead of being paid for again. Browsers count only on https and on localhost; elsewhere it is random.
 */
export async function digestOf(blob) {
  const bytes = crypto.subtle
    ? await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
    : crypto.getRandomValues(new Uint8Array(32)).buffer;
  return [...new Uint8Array(bytes)].slice(0, 16).map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The name without its extension. */
export function stem(name) {
  return name.replace(/\.[^.]*$/, '') || name;
}

function starts(bytes, signature) {
  return signature.every((value, index) => bytes[index] === value);
}
