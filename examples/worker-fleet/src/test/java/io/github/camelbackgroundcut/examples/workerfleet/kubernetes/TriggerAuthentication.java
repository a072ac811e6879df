// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** As KEDA 2 defines it, as far as the manifests use it. */
record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(List<SecretTarget> secretTargetRef) {}

    record SecretTarget(String parameter, String name, String key) {}
}
