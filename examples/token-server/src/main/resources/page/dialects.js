// SPDX-License-Identifier: Apache-2.0

/** The two dialects of the API: what a call is made of, and what its answer says. Of an answer without it: undefined. */

const first = list => Array.isArray(list) && typeof list[0] === 'string' ? list[0] : undefined;

export const PATHS = {
  upload(file, name, folder) {
    const form = new FormData();
    form.append('files', file, name);
    form.append('upload_path', folder);
    return { form, stored: answer => first(answer?.file_paths) };
  },
  process: (input, output, variant) => ({
    body: { input_file_path: input, output_variants: [{ output_file_path: output, ...variant }] },
    made: answer => first(answer?.output_file_paths),
  }),
};

export const KEYS = {
  upload(file, name, folder) {
    const key = `${folder}/${name}`;
    const form = new FormData();
    form.append('key', key);
    form.append('file', file, name);
    return { form, stored: answer => (answer?.success === true ? key : undefined) };
  },
  process: (input, output, variant) => ({
    body: { input_key: input, output_variants: [{ output_key: output, ...variant }] },
    made: answer => first(answer?.output_keys),
  }),
};
