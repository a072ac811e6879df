// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.eip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.AggregationRepository;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultExchangeHolder;
import org.apache.camel.support.service.ServiceSupport;

/** Stores exchanges as Camel's repositories for SQL, LevelDB, Hazelcast and others do: serialized. */
final class StoringRepository extends ServiceSupport implements AggregationRepository {

    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();

    @Override
    public Exchange add(CamelContext context, String key, Exchange exchange) {
        byte[] former = stored.put(key, serialized(exchange));
        return former == null ? null : exchange(context, former);
    }

    @Override
    public Exchange get(CamelContext context, String key) {
        byte[] bytes = stored.get(key);
        return bytes == null ? null : exchange(context, bytes);
    }

    @Override
    public void remove(CamelContext context, String key, Exchange exchange) {
        stored.remove(key);
    }

    @Override
    public void confirm(CamelContext context, String exchangeId) {}

    @Override
    public Set<String> getKeys() {
        return stored.keySet();
    }

    private static byte[] serialized(Exchange exchange) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(DefaultExchangeHolder.marshal(exchange, false, false));
        } catch (IOException e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        return bytes.toByteArray();
    }

    private static Exchange exchange(CamelContext context, byte[] bytes) {
        Exchange exchange = new DefaultExchange(context);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            DefaultExchangeHolder.unmarshal(exchange, (DefaultExchangeHolder) in.readObject());
        } catch (IOException | ClassNotFoundException e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        return exchange;
    }
}
