// SPDX-License-Identifier: Apache-2.0
/** Sends the API's requests with Apache HttpClient 5: one request a call, bodies streamed, failures as typed errors. */
package io.github.camelbackgroundcut.http;
