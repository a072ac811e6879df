// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.examples.workerfleet.figures;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What PostgreSQL knows of its load. */
final class Database {

    private final EmbeddedPostgres postgres;

    Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    long transactions() throws SQLException {
        return ask("SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = 'postgres'");
    }

    /** Of its log. */
    long bytesWritten() throws SQLException {
        return ask("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    long connections() throws SQLException {
        return ask("SELECT count(*) FROM pg_stat_activity WHERE datname = 'postgres' AND pid <> pg_backend_pid()");
    }

    private long ask(String question) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
