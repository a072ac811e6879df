// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * A route in a transaction of Spring's, in the database that also holds the {@code idempotentRepository}: a real PostgreSQL.
 */
class SpringTransactionsIT extends FaultyService {

    private static final String SHIPPED = "shipped";
    private static final String REMEMBERED = "CAMEL_MESSAGEPROCESSED";

    private static EmbeddedPostgres server;
    private static DataSource source;
    private static JdbcTemplate database;

    /** Whether a delivery fails, after the call. */
    private boolean failing = true;

    @BeforeAll
    static void startDatabase() throws Exception {
        server = EmbeddedPostgres.start();
        source = server.getPostgresDatabase();
        database = new JdbcTemplate(source);
        database.execute("CREATE TABLE " + SHIPPED + " (picture VARCHAR(100))");
        database.execute(new JdbcMessageIdRepository().getCreateString());
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        server.close();
    }

    @Override
    protected void configure(DefaultCamelContext context) {
        context.getRegistry().bind("underWay", new JdbcMessageIdRepository(source, "shop"));
        context.getRegistry().bind("required", new SpringTransactionPolicy(new DataSourceTransactionManager(source)));
    }

    @BeforeEach
    void addRoute() throws Exception {
        database.execute("DELETE FROM " + SHIPPED);
        database.execute("DELETE FROM " + REMEMBERED);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .transacted("required")
                        .process(exchange -> database.update("INSERT INTO " + SHIPPED + " VALUES ('mug')"))
                        .to("backgroundcut:removeBackground?idempotentRepository=#underWay")
                        .process(SpringTransactionsIT.this::failOrGoOn);
            }
        });
    }

    @Test
    void aRollbackUndoesWhatTheRouteDidAndNotWhatIsKnownOfThePayment() {
        assertThat(send("direct:in", JPEG).getException()).isNotNull();

        assertThat(rows(SHIPPED)).isZero();
        assertThat(rows(REMEMBERED)).isOne();
    }

    @Test
    void theDeliveryAfterARollbackDoesNotPayAgain() {
        send("direct:in", JPEG);
        failing = false;

        succeeded(send("direct:in", JPEG));

        assertThat(rows(SHIPPED)).isOne();
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void aCommitLeavesNothing() {
        failing = false;

        succeeded(send("direct:in", JPEG));

        assertThat(rows(SHIPPED)).isOne();
        assertThat(rows(REMEMBERED)).isZero();
    }

    /** Camel 4.14 can't: a transaction of PostgreSQL's is over when the look for the table has failed. */
    @Test
    void theRepositoryMakesItsTable() {
        assumeThat(camel.context().getVersion()).doesNotStartWith("4.14");
        JdbcMessageIdRepository repository = new JdbcMessageIdRepository(source, "shop");
        repository.setTableName("made");

        repository.start();

        assertThat(rows("made")).isZero();
    }

    private void failOrGoOn(Exchange exchange) {
        if (failing) {
            throw new IllegalStateException("This delivery is rolled back");
        }
    }

    private static int rows(String table) {
        return database.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    }
}
