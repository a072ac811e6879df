// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.server;

import io.github.camelbackgroundcut.benchmarks.Arguments;
import io.github.camelbackgroundcut.benchmarks.Certificate;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;

/**
 * The service that all clients of a benchmark speak to: it reads what comes, keeps nothing and answers from memory, so that
 * what is measured is the client.
 *
 * <p>Arguments: {@code downloadBytes} (how large a stored file is) and {@code delayMillis} (how long a process call takes). A
 * path with a part {@code bytes-N} stands for a file of N bytes, one with {@code delay-N} for a process call of N
 * milliseconds. {@code keyStore} has the key for TLS. Two ports, for plain HTTP and for TLS, are printed as {@code
 * ports=N,N}. It runs until its standard input ends.
 */
public final class LoopbackServer {

    private static final int RECEIVE_BUFFER_BYTES = 256 * 1024;
    private static final int MAX_HEAD_BYTES = 64 * 1024;
    /** All of them may come at once. */
    private static final int BACKLOG = 4096;

    private LoopbackServer() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        StoredFile file = new StoredFile(arguments.number("downloadBytes", 1_000_000));
        long delayMillis = arguments.number("delayMillis", 0);
        SslContext tls = tls(arguments.path("keyStore"));
        EventLoopGroup loops = new NioEventLoopGroup(Runtime.getRuntime().availableProcessors());
        try {
            Supplier<ApiHandler> api = () -> new ApiHandler(file, delayMillis);
            int plainPort = listen(loops, connection -> pipeline(connection, api.get()));
            int tlsPort = listen(loops, connection -> {
                connection.pipeline().addLast(tls.newHandler(connection.alloc()));
                pipeline(connection, api.get());
            });
            System.out.println("ports=" + plainPort + ',' + tlsPort);
            while (System.in.read() >= 0) {
                // The parent process has the other end: when it ends, in any way, this process ends, too.
            }
        } finally {
            loops.shutdownGracefully();
        }
    }

    private static int listen(EventLoopGroup loops, Consumer<SocketChannel> pipeline) throws InterruptedException {
        Channel channel = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                // With Nagle's algorithm each client would wait for the other side's delayed acknowledgements.
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(RECEIVE_BUFFER_BYTES))
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(256 * 1024, 512 * 1024))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        pipeline.accept(connection);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    private static void pipeline(SocketChannel connection, ApiHandler api) {
        connection
                .pipeline()
                .addLast(new HttpServerCodec(4096, MAX_HEAD_BYTES, RECEIVE_BUFFER_BYTES, false))
                .addLast(api);
    }

    private static SslContext tls(Path keyStore) throws Exception {
        char[] password = Certificate.PASSWORD.toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keyStore.toFile(), password), password);
        return SslContextBuilder.forServer(keys).build();
    }
}
