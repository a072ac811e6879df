// SPDX-License-Identifier: Apache-2.0

import { Api } from './api.js';
import { Batch } from './batch.js';
import { listenToDrops } from './drops.js';
import { Settings } from './settings.js';
import { Tokens } from './tokens.js';

const MOST_NEWS = 20;

const byId = id => document.getElementById(id);
const files = byId('files');

const settings = new Settings(byId('settings'), show);
const batch = new Batch({ api: new Api(new Tokens()), settings, list: byId('pictures'), onChange: show, onNews: tell });

byId('choose').addEventListener('click', () => files.click());
files.addEventListener('change', () => {
  batch.add(files.files);
  // The same file may be chosen again.
  files.value = '';
});
listenToDrops(dropped => batch.add(dropped));
byId('settings').addEventListener('submit', event => {
  event.preventDefault();
  batch.startOutdated();
  keepFocus();
});
byId('retry-all').addEventListener('click', () => {
  batch.startFailed();
  keepFocus();
});
byId('save-all').addEventListener('click', () => batch.saveAll());
byId('remove-all').addEventListener('click', () => {
  batch.removeAll();
  byId('choose').focus();
});

function show() {
  const { all, done, failed, outdated, canRetry } = batch.state;
  byId('toolbar').hidden = all === 0;
  byId('how').hidden = all > 0;
  byId('summary').textContent = all === 0 ? '' : `${done} of ${all} done` + (failed ? `, ${failed} failed` : '');
  byId('overall').value = all === 0 ? 0 : (done + failed) / all;
  byId('again').hidden = outdated === 0;
  byId('retry-all').hidden = canRetry < 2;
  byId('save-all').hidden = done < 2;
}

/** A button that goes would take the focus with it. */
function keepFocus() {
  byId('summary').focus({ preventScroll: true });
}

/** For screen readers. The cards show the same. */
function tell(text) {
  const line = document.createElement('p');
  line.textContent = text;
  byId('news').append(line);
  if (byId('news').childElementCount > MOST_NEWS) byId('news').firstElementChild.remove();
}
