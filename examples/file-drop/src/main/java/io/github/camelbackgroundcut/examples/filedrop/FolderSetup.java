// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import java.io.IOException;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.support.service.ServiceSupport;

/** Before the route is read: makes its folders, takes the work folder, and makes their paths absolute. */
final class FolderSetup extends MainListenerSupport {

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        PropertiesComponent properties = main.getCamelContext().getPropertiesComponent();
        Folders folders = Folders.of(name -> properties
                .resolveProperty("filedrop." + name)
                .orElseThrow(() -> new IllegalStateException("filedrop." + name + " is not set")));
        folders.create();
        release(WorkFolder.take(folders.work()), main.getCamelContext());

        Properties overrides = new Properties();
        if (main.getOverrideProperties() != null) {
            overrides.putAll(main.getOverrideProperties());
        }
        overrides.putAll(folders.properties());
        properties.setOverrideProperties(overrides);
    }

    /** Camel stops its services after its routes. */
    private static void release(WorkFolder folder, CamelContext context) {
        try {
            context.addService(new ServiceSupport() {
                @Override
                protected void doStop() throws IOException {
                    folder.close();
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException("Camel does not take the work folder", e);
        }
    }
}
