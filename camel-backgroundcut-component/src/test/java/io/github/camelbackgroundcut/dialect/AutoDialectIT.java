// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.dialect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelbackgroundcut.BackgroundCutComponent;
import io.github.camelbackgroundcut.BackgroundCutConstants;
import io.github.camelbackgroundcut.api.error.AuthenticationFailedException;
import io.github.camelbackgroundcut.api.error.BackgroundCutException;
import io.github.camelbackgroundcut.api.error.CreditsExhaustedException;
import io.github.camelbackgroundcut.api.error.InvalidInputException;
import io.github.camelbackgroundcut.api.error.InvalidRequestException;
import io.github.camelbackgroundcut.api.error.PathNotFoundException;
import io.github.camelbackgroundcut.api.error.ServiceUnavailableException;
import io.github.camelbackgroundcut.support.LogCapture;
import io.github.camelbackgroundcut.support.Pictures;
import io.github.camelbackgroundcut.support.ServiceDialect;
import io.github.camelbackgroundcut.support.StoredPictures;
import io.github.camelbackgroundcut.support.StubbedService;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that speak one dialect, of which nothing was said. */
class AutoDialectIT extends StubbedService {

    private static final String REMOVE = "backgroundcut:removeBackground";
    private static final byte[] JPEG = Pictures.jpeg(16, 16);

    private final LogCapture log = new LogCapture();

    @Override
    protected void configure(DefaultCamelContext context, BackgroundCutComponent component) {
        component.getConfiguration().setMaxRetries(3);
        component.getConfiguration().setRetryDelay(1);
        component.getConfiguration().setProcessTimeout(1_500);
    }

    @BeforeEach
    void answer() {
        stubStore();
    }

    @AfterEach
    void noCredentialReachesTheStorage() {
        log.close();
        assertThat(STORE.leaks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PATHS, 'upload upload'",
        // The first one is refused as nonsense.
        "KEYS, 'upload upload upload'",
    })
    void whatWorkedIsSpokenFromThenOnAndLoggedOnce(ServiceDialect spoken, String calls) {
        STORE.speak(spoken);

        succeeded(send("backgroundcut:upload?uploadPath=shop", JPEG, Map.of("CamelFileName", "mug.jpg")));
        Exchange second = succeeded(send("backgroundcut:upload", JPEG, Map.of("CamelFileName", "cup.jpg")));

        assertThat(second.getMessage().getBody()).isEqualTo("camel-backgroundcut/cup.jpg");
        assertThat(STORE.files()).containsOnlyKeys("shop/mug.jpg", "camel-backgroundcut/cup.jpg");
        assertThat(String.join(" ", calls())).isEqualTo(calls);
        assertThat(log.linesWith("speaks the dialect"))
                .containsExactly(baseUrl() + " speaks the dialect " + spoken.option() + " of the API");
    }

    @Test
    void aStreamIsSentWholeAgain() {
        STORE.speak(ServiceDialect.KEYS);

        succeeded(send("backgroundcut:upload", new ByteArrayInputStream(JPEG)));

        assertThat(requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.getBody().length).isGreaterThan(JPEG.length));
    }

    @Test
    void anUploadThatAnswersWithoutPathsIsTriedInTheOtherDialect() {
        STORE.speak(ServiceDialect.KEYS);
        first(post(urlEqualTo(UPLOAD)), okJson("{\"success\": true}"));

        succeeded(send(REMOVE, JPEG));

        assertThat(calls()).containsExactly("upload", "upload", "process", "publicUrl", "fetch");
    }

    @ParameterizedTest
    @CsvSource({
        "PATHS, 'upload process download'",
        "KEYS, 'upload upload process publicUrl fetch'",
    })
    void aPictureIsPaidForOnce(ServiceDialect spoken, String calls) {
        STORE.speak(spoken);

        assertThat(succeeded(send(REMOVE, JPEG)).getMessage().getBody(byte[].class))
                .isEqualTo(Pictures.png(16, 16));

        assertThat(String.join(" ", calls())).isEqualTo(calls);
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void anAnswerThatIsLostInTheOtherDialectIsLookedForThere() {
        STORE.speak(ServiceDialect.KEYS);
        first(
                post(urlEqualTo(PROCESS)).withRequestBody(matchingJsonPath("$.input_key")),
                aResponse().withTransformers(StoredPictures.NAME).withFault(Fault.CONNECTION_RESET_BY_PEER));

        succeeded(send(REMOVE, JPEG));

        assertThat(STORE.charges().values()).containsExactly(1);
        assertThat(calls()).containsExactly("upload", "upload", "process", "publicUrl", "fetch");
    }

    @Test
    void aProcessCallAloneFindsTheDialectToo() {
        STORE.speak(ServiceDialect.KEYS);

        Exchange exchange = succeeded(send("backgroundcut:process", "shop/mug.jpg"));

        assertThat(exchange.getMessage().getBody()).isEqualTo("shop/mug.png");
        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void whatBothRefuseIsTheErrorOfTheFirst() {
        SERVICE.stubFor(
                post(urlEqualTo(UPLOAD)).willReturn(aResponse().withStatus(400).withBody("not a picture")));

        InvalidRequestException failure = failure(send("backgroundcut:upload", JPEG), InvalidRequestException.class);

        assertThat(failure)
                .hasMessageContaining(
                        "The service says: not a picture In the dialect keys of the API: BackgroundCut upload failed with status 400")
                .hasSuppressedException(failure.getSuppressed()[0]);
        assertThat(calls()).containsExactly("upload", "upload");
    }

    @Test
    void anErrorOfTheDialectThatIsUnderstoodIsTheError() {
        STORE.speak(ServiceDialect.KEYS);
        first(post(urlEqualTo(PROCESS)), aResponse().withStatus(400));
        SERVICE.stubFor(post(urlEqualTo(PROCESS))
                .withRequestBody(matchingJsonPath("$.input_key"))
                .willReturn(aResponse().withStatus(402)));

        assertThat(failure(send("backgroundcut:process", "shop/mug.jpg"), CreditsExhaustedException.class))
                .hasMessageContaining("In the dialect paths of the API: BackgroundCut process failed with status 400");
    }

    @Test
    void onceTheDialectIsKnownARefusalIsOne() {
        succeeded(send("backgroundcut:upload", JPEG));
        SERVICE.stubFor(post(urlEqualTo(UPLOAD)).willReturn(aResponse().withStatus(400)));

        failure(send("backgroundcut:upload", JPEG), InvalidRequestException.class);

        assertThat(calls()).containsExactly("upload", "upload");
    }

    /** As after a restart. */
    @ParameterizedTest
    @EnumSource(ServiceDialect.class)
    void aPaidResultIsFoundWhileTheDialectIsUnknown(ServiceDialect spoken) throws Exception {
        STORE.speak(spoken);
        succeeded(send(REMOVE, JPEG));

        try (DefaultCamelContext restarted = new DefaultCamelContext()) {
            BackgroundCutComponent component = new BackgroundCutComponent();
            component.setConfiguration(component().getConfiguration().copy());
            restarted.addComponent("backgroundcut", component);
            restarted.start();
            Exchange found = restarted
                    .createProducerTemplate()
                    .send(
                            REMOVE + "?reuseOutputs=always",
                            exchange -> exchange.getMessage().setBody(JPEG));
            succeeded(found);
        }

        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PATHS, 'download publicUrl upload process download'",
        "KEYS, 'download publicUrl fetch upload process publicUrl fetch'",
    })
    void aResultCountsAsAbsentOnlyIfItIsInBoth(ServiceDialect spoken, String calls) {
        STORE.speak(spoken);

        succeeded(send(REMOVE + "?reuseOutputs=always", JPEG));

        assertThat(String.join(" ", calls())).isEqualTo(calls);
    }

    /** Whether it is there can't be said before that call was heard. */
    @Test
    void aLookThatFailsInTheOtherDialectIsMadeAgain() {
        STORE.speak(ServiceDialect.KEYS);
        succeeded(send(REMOVE + "?dialect=keys", JPEG));
        first(post(urlEqualTo(StoredPictures.PUBLIC_URL)), aResponse().withStatus(503));

        succeeded(send(REMOVE + "?reuseOutputs=always", JPEG));

        assertThat(STORE.charges().values()).containsExactly(1);
    }

    /** Such as one whose clock is wrong: the result may be there. */
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 503})
    void aStorageThatRefusesDoesNotMakeAResultAbsent(int status) {
        STORE.speak(ServiceDialect.KEYS);
        succeeded(send(REMOVE + "?dialect=keys", JPEG));
        SERVICE.stubFor(get(urlPathMatching(StoredPictures.BUCKET + ".*"))
                .willReturn(aResponse().withStatus(status)));

        assertThat(send(REMOVE + "?reuseOutputs=always", JPEG).getException())
                .isInstanceOf(BackgroundCutException.class);

        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void aFileThatIsInNeitherIsNotFound() {
        assertThat(failure(send("backgroundcut:download", "shop/mug.png"), PathNotFoundException.class))
                .hasMessageContaining("failed with status 404")
                .hasMessageContaining("In the dialect keys of the API: BackgroundCut publicUrl failed with status 404");
        assertThat(log.linesWith("speaks the dialect")).isEmpty();
    }

    /** A service of keys may have kept that call. */
    @Test
    void aFileThatIsFoundByItsPathTeachesNothing() {
        STORE.speak(ServiceDialect.KEYS);
        stubDownload("shop/mug.png", "image/png", Pictures.png(16, 16));
        succeeded(send("backgroundcut:download", "shop/mug.png"));

        succeeded(send("backgroundcut:upload", JPEG));

        assertThat(log.linesWith("speaks the dialect keys")).hasSize(1);
    }

    /** A token is for the calls of one dialect. */
    @ParameterizedTest
    @EnumSource(ServiceDialect.class)
    void aTokenForOneDialectIsEnough(ServiceDialect spoken) {
        STORE.speak(spoken);
        SERVICE.stubFor(
                spoken == ServiceDialect.KEYS
                        ? get(urlPathMatching(FILES + ".*"))
                                .willReturn(aResponse().withStatus(401))
                        : post(urlEqualTo(StoredPictures.PUBLIC_URL))
                                .willReturn(aResponse().withStatus(401)));

        failure(send("backgroundcut:download", "shop/absent.png"), PathNotFoundException.class);
        succeeded(send(REMOVE + "?reuseOutputs=always", JPEG));

        assertThat(STORE.charges().values()).containsExactly(1);
    }

    @Test
    void aWrongKeyIsToldAsSuch() {
        stubAll(aResponse().withStatus(401));

        failure(send("backgroundcut:download", "shop/mug.png"), AuthenticationFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 429, 503})
    void otherErrorsAreNoneOfTheDialect(int status) {
        stubAll(aResponse().withStatus(status));

        assertThat(send("backgroundcut:download?maxRetries=0", "shop/mug.png").getException())
                .isNotNull();
        assertThat(send("backgroundcut:upload?maxRetries=0", JPEG).getException())
                .isNotNull();

        assertThat(calls()).containsExactly("download", "upload");
    }

    @Test
    void aFailureInTheOtherDialectIsRepeated() {
        STORE.speak(ServiceDialect.KEYS);
        SERVICE.stubFor(post(urlEqualTo(UPLOAD)).willReturn(aResponse().withStatus(503)));
        first(post(urlEqualTo(UPLOAD)), aResponse().withStatus(400));

        failure(send("backgroundcut:upload?maxRetries=1", JPEG), ServiceUnavailableException.class);

        assertThat(calls()).containsExactly("upload", "upload", "upload");
    }

    @Test
    void whatIsKnownOfOneAddressSaysNothingOfAnother() {
        STORE.speak(ServiceDialect.KEYS);
        succeeded(send("backgroundcut:upload", JPEG));
        STORE.speak(ServiceDialect.PATHS);

        succeeded(send("backgroundcut:upload?baseUrl=" + baseUrl().replace("localhost", "127.0.0.1"), JPEG));

        assertThat(log.linesWith("speaks the dialect")).hasSize(2);
    }

    @Test
    void aServiceOfPathsHasNoPublicUrls() {
        assertThat(failure(send("backgroundcut:publicUrl", "shop/mug.png"), PathNotFoundException.class))
                .hasMessageContaining("If the service speaks the dialect paths, it has no public URLs");
        succeeded(send("backgroundcut:upload", JPEG));

        assertThat(failure(send("backgroundcut:publicUrl", "shop/mug.png"), InvalidInputException.class))
                .hasMessage("The service at " + baseUrl()
                        + " speaks the dialect paths, which has no public URLs: use download instead");
    }

    @Test
    void thePlaceOfAResultIsTheSameInBoth() {
        Exchange paths = succeeded(send(REMOVE + "?dialect=paths", JPEG));
        STORE.speak(ServiceDialect.KEYS);
        Exchange keys = succeeded(send(REMOVE + "?dialect=keys", JPEG));

        assertThat(keys.getMessage().getHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS))
                .isEqualTo(paths.getMessage().getHeader(BackgroundCutConstants.OUTPUT_FILE_PATHS));
        assertThat(STORE.charges()).hasSize(1);
    }

    private BackgroundCutComponent component() {
        return camel.context().getComponent("backgroundcut", BackgroundCutComponent.class);
    }

    private static void first(MappingBuilder request, ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(request.atPriority(1)
                .inScenario("first")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("later")
                .willReturn(answer));
    }

    /** The calls that came, in their order. */
    private static List<String> calls() {
        return requests().stream()
                .map(LoggedRequest::getUrl)
                .map(AutoDialectIT::call)
                .toList();
    }

    private static String call(String url) {
        return switch (url) {
            case UPLOAD -> "upload";
            case PROCESS -> "process";
            case StoredPictures.PUBLIC_URL -> "publicUrl";
            default -> url.startsWith(StoredPictures.BUCKET) ? "fetch" : "download";
        };
    }
}
