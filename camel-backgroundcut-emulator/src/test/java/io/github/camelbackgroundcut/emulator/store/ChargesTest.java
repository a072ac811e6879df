// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelbackgroundcut.emulator.http.ApiError;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ChargesTest {

    private final Charges charges = new Charges();

    @Test
    void chargesAreCountedByPathInTheirOrder() {
        charge("b", "a");
        charge("b");

        assertThat(charges.byPath()).containsExactly(Map.entry("b", 2), Map.entry("a", 1));
    }

    @Test
    void creditsAreUnlimitedUnlessGranted() {
        charge("a");

        assertThat(charges.creditsLeft()).isEmpty();
    }

    @Test
    void creditsRunOut() {
        charges.grant(OptionalInt.of(3));
        charge("a", "b");

        assertThatExceptionOfType(ApiError.class)
                .isThrownBy(() -> charges.reserve(2))
                .satisfies(e -> assertThat(e.status()).isEqualTo(402))
                .withMessage("No credits left: 1 of 3");
        assertThat(charges.creditsLeft()).hasValue(1);
    }

    @Test
    void whatIsReservedCannotBeSpentTwice() {
        charges.grant(OptionalInt.of(1));
        try (Charges.Reservation reservation = charges.reserve(1)) {
            assertThatExceptionOfType(ApiError.class).isThrownBy(() -> charges.reserve(1));
            reservation.charge(List.of(new StorePath("a")));
        }

        assertThat(charges.creditsLeft()).hasValue(0);
    }

    @Test
    void whatFailedIsGivenBack() {
        charges.grant(OptionalInt.of(1));
        charges.reserve(1).close();

        assertThat(charges.creditsLeft()).hasValue(1);
        assertThat(charges.byPath()).isEmpty();
    }

    @Test
    void aReservationFromBeforeAGrantIsNotGivenToIt() {
        charges.grant(OptionalInt.of(1));
        Charges.Reservation old = charges.reserve(1);
        charges.grant(OptionalInt.of(5));
        old.close();

        assertThat(charges.creditsLeft()).hasValue(5);
    }

    private void charge(String... paths) {
        try (Charges.Reservation reservation = charges.reserve(paths.length)) {
            reservation.charge(List.of(paths).stream().map(StorePath::new).toList());
        }
    }
}
