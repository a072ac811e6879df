// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The accounts, one an API key, all with the same plan. They are numbered from 0, in the order of the keys. */
public final class Accounts {

    private final List<byte[]> apiKeys;
    private final List<Account> accounts;
    private volatile Plan plan;

    /** @param clock tells when calls come */
    public Accounts(List<String> apiKeys, Plan plan, Clock clock) {
        this.apiKeys = apiKeys.stream().map(Accounts::bytes).toList();
        this.accounts = apiKeys.stream().map(key -> new Account(clock)).toList();
        setPlan(plan);
    }

    /** Starts a plan from its beginning: nothing of it is used yet, by none of the accounts. */
    public void setPlan(Plan newPlan) {
        plan = newPlan;
        accounts.forEach(account -> account.start(newPlan));
    }

    public Plan plan() {
        return plan;
    }

    /** The number of the account of a key; empty if no account has it. */
    public OptionalInt find(String apiKey) {
        byte[] key = bytes(apiKey);
        // In constant time, so that a key cannot be guessed byte by byte.
        return IntStream.range(0, apiKeys.size())
                .filter(number -> MessageDigest.isEqual(apiKeys.get(number), key))
                .findFirst();
    }

    /** By its number. */
    public Account get(int number) {
        return accounts.get(number);
    }

    public List<Account> all() {
        return accounts;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
