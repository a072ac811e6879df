// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;

/** What JMX shows of a context. */
public final class JmxAttributes {

    private JmxAttributes() {}

    /** All attributes that can be read, of all of the context's beans, and their names. */
    public static List<String> of(CamelContext context) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> seen = new ArrayList<>();
        for (ObjectName name :
                server.queryNames(new ObjectName("org.apache.camel:context=" + context.getName() + ",*"), null)) {
            seen.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                try {
                    Object value = server.getAttribute(name, attribute.getName());
                    // An array has no text of its own.
                    seen.add(attribute.getName() + "=" + Arrays.deepToString(new Object[] {value}));
                } catch (JMException | RuntimeException e) {
                    StringWriter text = new StringWriter();
                    e.printStackTrace(new PrintWriter(text, true));
                    seen.add(text.toString());
                }
            }
        }
        return seen;
    }
}
