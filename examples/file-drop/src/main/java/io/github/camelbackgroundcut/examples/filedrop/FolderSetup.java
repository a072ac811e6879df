// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.filedrop;

import java.util.Properties;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.PropertiesComponent;

/** Before the route is read: makes its folders, and their paths absolute. */
final class FolderSetup extends MainListenerSupport {

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        PropertiesComponent properties = main.getCamelContext().getPropertiesComponent();
        Folders folders = Folders.of(name -> properties
                .resolveProperty("filedrop." + name)
                .orElseThrow(() -> new IllegalStateException("filedrop." + name + " is not set")));
        folders.create();

        Properties overrides = new Properties();
        if (main.getOverrideProperties() != null) {
            overrides.putAll(main.getOverrideProperties());
        }
        overrides.putAll(folders.properties());
        properties.setOverrideProperties(overrides);
    }
}
