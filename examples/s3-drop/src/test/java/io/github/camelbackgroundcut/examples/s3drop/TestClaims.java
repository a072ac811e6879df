// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.s3drop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A look into the database of claims and process calls. */
final class TestClaims {

    private TestClaims() {}

    static String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("claims.db") + "?busy_timeout=10000&transaction_mode=IMMEDIATE";
    }

    static int rows(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(folder));
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM CAMEL_MESSAGEPROCESSED")) {
            count.next();
            return count.getInt(1);
        }
    }
}
