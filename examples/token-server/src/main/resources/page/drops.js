// SPDX-License-Identifier: Apache-2.0

/** Files may be dropped anywhere on the page: a file dropped beside the field would replace the page. */
export function listenToDrops(onFiles) {
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
    onFiles(event.dataTransfer.files);
  });
}
