// SPDX-License-Identifier: Apache-2.0
'use strict';

const POLL_MILLIS = 2000;
const UNITS = ['B', 'kB', 'MB', 'GB'];

const DIALECTS = {
  paths: 'paths only (input_file_path, GET /v3/files/…)',
  keys: 'keys only (input_key, public URLs)',
  both: 'paths and keys, each call is understood by its fields',
};

let shownFiles = '';

function size(bytes) {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}

function fileUrl(file) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  // The time makes a replaced picture a new one to the browser.
  return `/emulator/files/${path}?${Date.parse(file.stored_at)}`;
}

function kind(file) {
  return `${file.media_type.replace('image/', '').toUpperCase()}, ${size(file.bytes)}`;
}

/** Such as "classical, quality medium, 412 ms". */
function making(file) {
  return [file.engine, file.quality && `quality ${file.quality}`, `${file.engine_millis} ms`].filter(Boolean).join(', ');
}

function link(file) {
  const node = element('a', '', file.path);
  node.href = fileUrl(file);
  return node;
}

function figure(view, title, ...facts) {
  return element('figure', '', view, element('figcaption', '', element('b', '', title), ...facts));
}

function lone(file, title, facts) {
  const view = element('a', 'single', image('', fileUrl(file), `${title}: ${file.path}`));
  view.href = fileUrl(file);
  return figure(view, title, file.path, element('span', '', facts));
}

/** The picture that a cutout was made of; undefined if it is gone, or replaced since then. */
function original(file, byPath) {
  const input = byPath.get(file.made_from);
  const isOlder = input && input !== file && Date.parse(input.stored_at) <= Date.parse(file.stored_at);
  return isOlder ? input : undefined;
}

function cutout(file, input) {
  if (!input) {
    return lone(file, 'After', `${kind(file)}; ${making(file)}; the original is no longer stored`);
  }
  const compare = new Compare(
    { address: fileUrl(input), path: input.path },
    { address: fileUrl(file), path: file.path, opaque: file.media_type === 'image/jpeg', cropped: file.cropped });
  const files = element('span', '', 'From ', link(input), ` (${kind(input)}) to `, link(file), ` (${kind(file)})`);
  return figure(compare.element, making(file), files);
}

/** Cutouts with their originals, and originals that nothing was made of; the latest first. */
function figures(files) {
  const byPath = new Map(files.map(file => [file.path, file]));
  const used = new Set(files.map(file => original(file, byPath)));
  return files
    .filter(file => file.made_from || !used.has(file))
    .reverse()
    .map(file => file.made_from
      ? cutout(file, original(file, byPath))
      : lone(file, 'Before', `${kind(file)}; not processed yet`));
}

function status(call) {
  const answer = call.status === 0 ? 'broken off' : String(call.status);
  return call.faults ? `${answer} (on demand: ${call.faults})` : answer;
}

function chargeRow([path, count]) {
  return element('tr', '',
    element('td', 'call', path),
    element('td', count > 1 ? 'number bad' : 'number', String(count)));
}

function showCharges({ total, paths }) {
  const rows = Object.entries(paths).reverse().map(chargeRow);
  document.getElementById('charges-summary').textContent = total === 0
    ? 'Nothing has been charged yet.'
    : `${total} ${total === 1 ? 'output was' : 'outputs were'} charged; the latest come first.`;
  document.querySelector('#charges tbody').replaceChildren(...rows);
  document.getElementById('charges').hidden = total === 0;
}

function left(number) {
  return element('td', number === 0 ? 'number bad' : 'number', number === undefined ? 'any number' : String(number));
}

function accountRow(account, index) {
  return element('tr', '',
    element('td', '', `API key ${index + 1}`), left(account.requests_left), left(account.credits_left));
}

function showPlan(plan) {
  const rate = plan.requests_per_minute && `${plan.requests_per_minute} requests a minute (${plan.rate_limit})`;
  const credits = plan.credits !== undefined && `${plan.credits} credits`;
  const limits = [rate, credits].filter(Boolean).join(', ');
  document.getElementById('plan').textContent = limits === ''
    ? 'Requests and credits are unlimited.'
    : `Each account has ${limits}.`;
  document.querySelector('#accounts tbody').replaceChildren(...plan.accounts.map(accountRow));
  document.getElementById('accounts').hidden = limits === '';
}

function showFaults(faults) {
  document.querySelector('#faults code').textContent = faults;
  document.getElementById('faults').hidden = faults === '';
}

function callRow(call) {
  const isGood = call.status >= 200 && call.status < 400;
  return element('tr', '',
    element('td', '', new Date(call.time).toLocaleTimeString()),
    element('td', 'call', `${call.method} ${call.path}`),
    element('td', isGood ? 'good' : 'bad', status(call)),
    element('td', 'number', String(call.millis)),
    element('td', 'number', size(call.bytes_received)),
    element('td', 'number', size(call.bytes_sent)));
}

function show(state) {
  const { usage, files, calls } = state;
  const hours = state.expiry_seconds / 3600;
  const expiry = hours >= 1 ? `${+hours.toFixed(1)} h` : `${+(hours * 60).toFixed(1)} min`;
  document.getElementById('summary').textContent =
    `${usage.file_count} ${usage.file_count === 1 ? 'file' : 'files'}, `
    + `${size(usage.used_bytes)} of ${size(usage.quota_bytes)}; each is kept for ${expiry}.`;

  // Pictures are rebuilt only when they changed: a rebuild loads them all again.
  const key = JSON.stringify(files);
  if (key !== shownFiles) {
    shownFiles = key;
    document.getElementById('pictures').replaceChildren(...figures(files));
  }
  document.getElementById('engine').textContent = state.engine;
  document.getElementById('dialect').textContent = DIALECTS[state.dialect];
  showPlan(state.plan);
  showCharges(state.charges);
  showFaults(state.faults);
  document.getElementById('no-pictures').hidden = files.length > 0;
  document.querySelector('#calls tbody').replaceChildren(...calls.map(callRow));
  document.getElementById('calls').hidden = calls.length === 0;
  document.getElementById('no-calls').hidden = calls.length > 0;
}

async function refresh() {
  try {
    const answer = await fetch('/emulator/state');
    if (!answer.ok) {
      throw new Error((await answer.json()).detail);
    }
    show(await answer.json());
  } catch (error) {
    document.getElementById('summary').textContent = `The emulator does not answer (${error.message}).`;
  }
  setTimeout(refresh, POLL_MILLIS);
}

refresh();
