// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelbackgroundcut.emulator.MutableClock;
import io.github.camelbackgroundcut.emulator.http.ApiError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private final MutableClock clock = new MutableClock();
    private final Accounts accounts = new Accounts(List.of("one", "two"), Plan.unlimited(), clock);
    private final Account one = accounts.get(0);
    private final Account two = accounts.get(1);

    @Test
    void anAccountIsFoundByItsKeyOnly() {
        assertThat(accounts.find("two")).hasValue(1);
        assertThat(accounts.find("tw")).isEmpty();
        assertThat(accounts.find("")).isEmpty();
    }

    @Test
    void withoutAPlanEverythingIsUnlimited() {
        spend(one, 1000);

        assertThat(one.tryCall()).isEmpty();
        assertThat(one.callsLeft()).isEmpty();
        assertThat(one.creditsLeft()).isEmpty();
    }

    @Test
    void eachAccountHasCallsOfItsOwn() {
        accounts.setPlan(Plan.unlimited().withRequestsPerMinute(1));
        assertThat(one.tryCall()).isEmpty();

        assertThat(one.tryCall()).contains(Duration.ofMinutes(1));
        assertThat(one.callsLeft()).hasValue(0);
        assertThat(two.tryCall()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(one.tryCall()).isEmpty();
    }

    @Test
    void eachAccountHasCreditsOfItsOwn() {
        accounts.setPlan(Plan.unlimited().withCredits(3));
        spend(one, 2);

        assertThatExceptionOfType(ApiError.class)
                .isThrownBy(() -> one.reserve(2))
                .satisfies(e -> assertThat(e.status()).isEqualTo(402))
                .withMessage("No credits left: 1 of 3");
        assertThat(one.creditsLeft()).hasValue(1);
        assertThat(two.creditsLeft()).hasValue(3);
    }

    @Test
    void whatIsReservedCannotBeSpentTwice() {
        accounts.setPlan(Plan.unlimited().withCredits(1));
        try (Credits.Reservation reservation = one.reserve(1)) {
            assertThatExceptionOfType(ApiError.class).isThrownBy(() -> one.reserve(1));
            reservation.spend();
        }

        assertThat(one.creditsLeft()).hasValue(0);
    }

    @Test
    void whatFailedIsGivenBack() {
        accounts.setPlan(Plan.unlimited().withCredits(1));
        one.reserve(1).close();

        assertThat(one.creditsLeft()).hasValue(1);
    }

    @Test
    void aReservationFromBeforeANewPlanIsNotGivenToIt() {
        accounts.setPlan(Plan.unlimited().withCredits(1));
        Credits.Reservation old = one.reserve(1);
        accounts.setPlan(Plan.unlimited().withCredits(5));
        old.close();

        assertThat(one.creditsLeft()).hasValue(5);
    }

    @Test
    void aNewPlanBeginsAnew() {
        accounts.setPlan(Plan.unlimited().withRequestsPerMinute(1));
        one.tryCall();
        accounts.setPlan(Plan.unlimited().withRequestsPerMinute(1).withRateLimit(RateLimitKind.SLIDING_WINDOW));

        assertThat(one.tryCall()).isEmpty();
        assertThat(accounts.plan()).hasToString("1 requests a minute (sliding-window)");
    }

    @Test
    void aPlanNamesAWrongValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.unlimited().withRequestsPerMinute(0))
                .withMessageStartingWith("requestsPerMinute");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.unlimited().withCredits(-1))
                .withMessageStartingWith("credits");
    }

    private static void spend(Account account, int outputs) {
        try (Credits.Reservation reservation = account.reserve(outputs)) {
            reservation.spend();
        }
    }
}
