// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.twins;

import io.github.camelbackgroundcut.emulator.dialect.Dialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same picture from 8 messages at the same moment in each of three processes that share a database, and are killed. */
class JdbcTwinsIT {

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostOrPaidTwiceByProcessesThatShareADatabase() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
            createTable(database);
            new TwinsRun(folder, 3, 0.3, Dialect.PATHS)
                    .eachPictureIsPaidOnce(database.getJdbcUrl("postgres", "postgres"));
        }
    }

    /** The processes start at the same time: only one of them could. */
    private static void createTable(EmbeddedPostgres database) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new JdbcMessageIdRepository().getCreateString());
        }
    }
}
