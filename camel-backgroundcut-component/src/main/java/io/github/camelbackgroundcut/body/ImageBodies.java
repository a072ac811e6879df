// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.body;

import io.github.camelbackgroundcut.api.error.InvalidImageException;
import io.github.camelbackgroundcut.body.AttachedImages.AttachedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.component.file.GenericFile;

/**
 * Turns message bodies into images.
 *
 * <p>Files (also as {@link Path} and as Camel's {@link WrappedFile}) are read in place. Byte arrays and Camel's stream
 * caches are used unchanged. Any other stream, and any body that Camel converts to a stream, is read once into an
 * {@link ImageBody}, so that it can be read again.
 *
 * <p>A {@link NamedImage}, and a {@code DataHandler} that has them, has a name and a media type of its own. Otherwise the name
 * comes from the header {@code CamelFileName}, else from the body, else from the exchange's id. The media type comes from the
 * header {@code Content-Type}, if it is one of an image, else from the name, else from the first bytes.
 */
public final class ImageBodies {

    private ImageBodies() {}

    /**
     * The message's body as one image. A raw stream as the body is replaced by an {@link ImageBody}, so that nothing is lost if the call
     * fails.
     *
     * @throws InvalidImageException if the body is not an image: null, empty, a stream already read, a missing
     *     file, or of a type that can't be converted to a stream
     * @throws IOException if it can't be read
     */
    public static ImageSource one(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        Object body = ReplayedBody.known(exchange).map(Object.class::cast).orElseGet(message::getBody);
        if (body instanceof NamedImage named) {
            return named(named, exchange.getExchangeId());
        }
        if (body instanceof InputStream stream && !(body instanceof StreamCache)) {
            body = read(exchange, stream);
            ReplayedBody.remember(exchange, stream, (ImageBody) body);
        }
        Optional<String> name = Optional.ofNullable(message.getHeader(Exchange.FILE_NAME, String.class));
        Optional<AttachedImage> attached = attached(exchange, body);
        if (attached.isPresent()) {
            return attached(attached.get(), name, exchange.getExchangeId());
        }
        return image(
                content(exchange, body),
                name.or(() -> ownName(message.getBody())),
                ImageTypes.fromHeader(message.getHeader(Exchange.CONTENT_TYPE, String.class)),
                exchange.getExchangeId());
    }

    /**
     * The message's body as images: a list of bodies, or one body. In a list the headers say nothing: they can't belong to
     * each.
     *
     * @throws InvalidImageException as {@link #one}, or if the list is empty
     */
    public static List<ImageSource> all(Exchange exchange) throws IOException {
        if (!isList(exchange.getMessage().getBody())) {
            return List.of(one(exchange));
        }
        List<ImageSource> images = new ArrayList<>();
        for (Object body : (Iterable<?>) exchange.getMessage().getBody()) {
            String fallbackName = exchange.getExchangeId() + '-' + (images.size() + 1);
            images.add(element(exchange, body, fallbackName));
        }
        if (images.isEmpty()) {
            throw new InvalidImageException("The message body is an empty list: there is no image to upload");
        }
        return images;
    }

    private static ImageSource element(Exchange exchange, Object body, String fallbackName) throws IOException {
        if (body instanceof NamedImage named) {
            return named(named, fallbackName);
        }
        Optional<AttachedImage> attached = attached(exchange, body);
        return attached.isPresent()
                ? attached(attached.get(), Optional.empty(), fallbackName)
                : image(content(exchange, body), ownName(body), Optional.empty(), fallbackName);
    }

    /** Whether a body is several images. A {@link Path} is a list of names, but one image. */
    public static boolean isList(Object body) {
        return body instanceof Iterable<?> && !(body instanceof Path);
    }

    private static ImageContent content(Exchange exchange, Object body) throws IOException {
        if (body == null) {
            throw new InvalidImageException("The message body is empty: there is no image to send");
        }
        if (body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File file) {
            return file(file.toPath());
        }
        if (body instanceof File file) {
            return file(file.toPath());
        }
        if (body instanceof Path path) {
            return file(path);
        }
        if (body instanceof byte[] bytes) {
            return new ImageContent.InMemory(bytes);
        }
        if (body instanceof ImageBody image) {
            return image.content();
        }
        if (body instanceof StreamCache cache && body instanceof InputStream stream) {
            return new ImageContent.Cached(cache, stream);
        }
        if (body instanceof CharSequence text && !text.isEmpty()) {
            throw new InvalidImageException("The message body is text, not an image: use a file, bytes or a stream. "
                    + "Text in Base64 becomes bytes with unmarshal().base64()");
        }
        return converted(exchange, body);
    }

    private static ImageContent file(Path path) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            throw noFile(path, e);
        }
        if (!attributes.isRegularFile()) {
            throw noFile(path, null);
        }
        return new ImageContent.OnDisk(path, attributes.size());
    }

    private static InvalidImageException noFile(Path path, IOException cause) {
        return new InvalidImageException("The file " + path + " doesn't exist, or isn't a regular file", cause);
    }

    private static ImageContent converted(Exchange exchange, Object body) throws IOException {
        InputStream stream = exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, body);
        if (stream == null) {
            throw new InvalidImageException("A body of type " + body.getClass().getName()
                    + " can't be sent as an image: use a file, bytes or a stream, or convert it first");
        }
        if (stream instanceof StreamCache cache) {
            return new ImageContent.Cached(cache, stream);
        }
        return read(exchange, stream).content();
    }

    private static ImageBody read(Exchange exchange, InputStream stream) throws IOException {
        try (stream) {
            return ImageCaches.read(stream, exchange);
        }
    }

    private static ImageSource named(NamedImage named, String fallbackName) throws IOException {
        return image(
                named.content().content(), Optional.of(named.fileName()), Optional.of(named.mediaType()), fallbackName);
    }

    private static Optional<AttachedImage> attached(Exchange exchange, Object body) throws IOException {
        return body == null ? Optional.empty() : AttachedImages.of(exchange, body);
    }

    /** The type in the message is that of the body, not of its attachment. */
    private static ImageSource attached(AttachedImage attached, Optional<String> name, String fallbackName)
            throws IOException {
        return image(attached.content(), attached.name().or(() -> name), attached.mediaType(), fallbackName);
    }

    private static Optional<String> ownName(Object body) {
        if (body instanceof GenericFile<?> generic) {
            return Optional.ofNullable(generic.getFileNameOnly());
        }
        if (body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File file) {
            return Optional.of(file.getName());
        }
        if (body instanceof File file) {
            return Optional.of(file.getName());
        }
        if (body instanceof Path path) {
            return Optional.ofNullable(path.getFileName()).map(Path::toString);
        }
        return Optional.empty();
    }

    private static ImageSource image(
            ImageContent content, Optional<String> name, Optional<String> headerType, String fallbackName)
            throws IOException {
        Optional<String> safeName = name.map(FileNames::safe).filter(safe -> !safe.isEmpty());
        byte[] start = firstBytes(content);
        ImageTypes.refused(start).ifPresent(format -> {
            throw new InvalidImageException("The image is " + format + ", which the service doesn't accept: convert it "
                    + "to JPEG first, such as with ImageMagick in the step .to(\"exec:convert?args=- jpg:-\")");
        });
        String mediaType = headerType
                .or(() -> safeName.flatMap(ImageTypes::fromName))
                .or(() -> ImageTypes.fromFirstBytes(start))
                .orElse(ImageTypes.UNKNOWN);
        String fileName = safeName.orElseGet(() -> fallbackName + ImageTypes.extension(mediaType));
        return new ResolvedImage(fileName, mediaType, content.length(), content);
    }

    private static byte[] firstBytes(ImageContent content) throws IOException {
        try (InputStream stream = content.open()) {
            byte[] start = stream.readNBytes(ImageTypes.SIGNATURE_LENGTH);
            if (start.length == 0) {
                throw new InvalidImageException(
                        "The message body has no bytes: it is empty, or a stream that was read before");
            }
            return start;
        }
    }

    private record ResolvedImage(String fileName, String mediaType, OptionalLong length, ImageContent content)
            implements ImageSource {

        @Override
        public InputStream open() throws IOException {
            return content.open();
        }
    }
}
