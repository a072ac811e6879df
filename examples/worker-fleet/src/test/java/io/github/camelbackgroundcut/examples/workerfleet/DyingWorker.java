// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;

/** A worker that dies in the worst moment, after the broker: all is done, and its transaction is about to be committed. */
public final class DyingWorker {

    private DyingWorker() {}

    /** @param arguments the process of the broker */
    public static void main(String[] arguments) {
        Fleet fleet = new Fleet(Role.WORKER, Map.of(), System.getenv());
        ActiveMQConnectionFactory broker =
                new ActiveMQConnectionFactory(fleet.settings().get("fleet.broker-url"));
        broker.setConsumerWindowSize(0);
        fleet.bind(
                "jms",
                JmsComponent.jmsComponent(dying(
                        ConnectionFactory.class,
                        broker,
                        ProcessHandle.of(Long.parseLong(arguments[0])).orElseThrow())));
        fleet.start();
    }

    private static <T> T dying(Class<T> type, Object real, ProcessHandle broker) {
        // Whether the transaction has the cutout's message. The consumer also commits when no picture has come.
        AtomicBoolean sent = new AtomicBoolean();
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().equals("createProducer")) {
                        sent.set(true);
                    }
                    if (method.getName().equals("commit") && sent.get()) {
                        broker.destroyForcibly();
                        broker.onExit().join();
                        Runtime.getRuntime().halt(137);
                    }
                    try {
                        Object result = method.invoke(real, given);
                        return result instanceof Connection
                                ? dying(Connection.class, result, broker)
                                : result instanceof Session ? dying(Session.class, result, broker) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
