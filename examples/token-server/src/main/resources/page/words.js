// SPDX-License-Identifier: Apache-2.0

import { CallFailed } from './http.js';
import { Unusable } from './cutout.js';

const FAILED = {
  token: 'No access token',
  upload: 'Upload failed',
  process: 'Cutting out failed',
  download: 'Download failed',
};

const UNREADABLE = 'This cannot be read: it is a folder, or it was moved, changed or deleted.';
const OF_BROWSER = {
  NotReadableError: UNREADABLE,
  NotFoundError: UNREADABLE,
  EncodingError: 'The cutout is there, but this browser cannot show it.',
};

/** The problem in words, and what to do. */
export function inWords(error) {
  if (error instanceof Unusable) return `${error.message} It was not sent.`;
  if (error instanceof CallFailed) {
    return `${FAILED[error.step]}. ${reason(error)}${itsOwnWords(error)}`;
  }
  return OF_BROWSER[error.name] ?? `Something unexpected happened: ${error.message}`;
}

function itsOwnWords({ step, status, detail }) {
  if (!status || !detail) return '';
  const sentence = /[.?!]$/.test(detail) ? detail : `${detail}.`;
  return ` ${step === 'token' ? 'It' : 'The service'} says: ${sentence}`;
}

function reason({ step, status, detail }) {
  if (status === 0) return withoutAnswer(step, detail);
  if (step === 'token') return ofTokenServer(status);
  switch (status) {
    case 400: return 'The service cannot use this picture, or these settings. Nothing was charged.';
    case 401: return 'The access token was refused, a new one too: it may not be meant for this step.';
    case 402: return 'There are no credits left.';
    case 403: return 'The service forbids this.';
    case 404: return 'The file is no longer stored there. Try again: it is uploaded anew.';
    case 413: return 'The picture is too large for the service.';
    case 429: return 'The service is still asked too often. Try again in a while.';
    default: return status >= 500
      ? 'The service has a problem of its own. Try again in a while.'
      : `The service refused the call (HTTP ${status}).`;
  }
}

function withoutAnswer(step, detail) {
  const who = step === 'token' ? 'This page\u2019s server' : 'The service';
  if (detail === 'malformed') return `${who} answered something that makes no sense. Try again in a while.`;
  if (!navigator.onLine) return 'There is no network connection. Try again when it is back.';
  return detail === 'timeout'
    ? `${who} did not answer in time. Try again in a while.`
    : `${who} can\u2019t be reached. Check the network, and try again.`;
}

function ofTokenServer(status) {
  switch (status) {
    case 403: return 'This page may not use the token server.';
    case 429: return 'This page has asked for too many access tokens. Try again in a while.';
    default: return 'The token server gives no access token now. Try again in a while.';
  }
}
