// SPDX-License-Identifier: Apache-2.0

import { Api } from './api.js';
import { Card } from './card.js';
import { Cutout, NotAPicture } from './cutout.js';
import { Queue } from './queue.js';
import { Tokens } from './tokens.js';
import { inWords } from './words.js';

const AT_A_TIME = 3;

const api = new Api(new Tokens());
const queue = new Queue(AT_A_TIME);
const jobs = new Set();
const form = document.getElementById('settings');
const files = document.getElementById('files');

document.getElementById('choose').addEventListener('click', () => files.click());
files.addEventListener('change', () => {
  add(files.files);
  // The same file may be chosen again.
  files.value = '';
});
form.addEventListener('input', showSettings);
form.addEventListener('submit', event => {
  event.preventDefault();
  for (const job of jobs) if (!job.running && !sameSettings(job.settings, settings())) start(job);
});
listenToDrops();
showSettings();

function add(list) {
  for (const file of list) {
    const job = { cutout: new Cutout(file, api), abort: new AbortController(), state: 'waiting' };
    job.card = new Card(file, { onRetry: () => start(job), onRemove: () => remove(job) });
    jobs.add(job);
    document.getElementById('pictures').append(job.card.element);
    start(job);
  }
}

async function start(job) {
  job.settings = settings();
  job.running = true;
  job.state = 'waiting';
  job.card.waiting();
  summarise();
  try {
    await queue.run(async () => {
      job.abort.signal.throwIfAborted();
      const blob = await job.cutout.run(job.settings, job.card.watch(job.abort.signal));
      await job.card.done(blob);
    });
    job.state = 'done';
  } catch (error) {
    if (job.abort.signal.aborted) return;
    job.state = 'failed';
    job.card.failed(inWords(error), !(error instanceof NotAPicture));
  } finally {
    job.running = false;
    summarise();
  }
}

function remove(job) {
  job.abort.abort();
  jobs.delete(job);
  job.card.remove();
  summarise();
  document.getElementById('choose').focus();
}

function settings() {
  const colour = form.elements.background.value === 'colour';
  return {
    format: form.elements.format.value,
    maxResolution: Number(form.elements.maxResolution.value),
    backgroundColor: colour ? form.elements.colour.value : null,
  };
}

function sameSettings(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function showSettings() {
  const { format, backgroundColor } = settings();
  document.getElementById('colour-field').hidden = backgroundColor === null;
  document.getElementById('format-note').hidden = format !== 'jpeg' || backgroundColor !== null;
  summarise();
}

function summarise() {
  const all = [...jobs];
  const count = state => all.filter(job => job.state === state).length;
  const failed = count('failed');
  document.getElementById('summary').textContent = all.length === 0
    ? ''
    : `${count('done')} of ${all.length} done` + (failed ? `, ${failed} failed` : '');
  document.getElementById('again').hidden =
    !all.some(job => job.state === 'done' && !sameSettings(job.settings, settings()));
}

/** Anywhere on the page: who misses the field would leave the page for the picture. */
function listenToDrops() {
  let depth = 0;
  const dragging = change => {
    depth = Math.max(0, depth + change);
    document.body.classList.toggle('dragging', depth > 0);
  };
  addEventListener('dragenter', () => dragging(1));
  addEventListener('dragleave', () => dragging(-1));
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => {
    event.preventDefault();
    dragging(-depth);
    add(event.dataTransfer.files);
  });
}
