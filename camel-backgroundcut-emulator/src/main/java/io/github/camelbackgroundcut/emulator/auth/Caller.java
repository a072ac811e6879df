// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.auth;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import io.github.camelbackgroundcut.emulator.plan.Account;
import io.vertx.ext.web.RoutingContext;

/** The caller of a request, kept in its context. */
public final class Caller {

    private static final String CALLER = Caller.class.getName();

    private final int accountNumber;
    private final Account account;
    private final TokenScope scope;

    Caller(int accountNumber, Account account, TokenScope scope) {
        this.accountNumber = accountNumber;
        this.account = account;
        this.scope = scope;
    }

    void put(RoutingContext context) {
        context.put(CALLER, this);
    }

    public static Caller of(RoutingContext context) {
        return context.get(CALLER);
    }

    /** Whose plan the call counts to. */
    public Account account() {
        return account;
    }

    public int accountNumber() {
        return accountNumber;
    }

    /** @throws ApiError 401 if the caller must not read the file of that key */
    public void requireKey(String key) {
        if (!scope.coversKey(key)) {
            throw ApiError.unauthorized("The access token does not cover " + key);
        }
    }
}
