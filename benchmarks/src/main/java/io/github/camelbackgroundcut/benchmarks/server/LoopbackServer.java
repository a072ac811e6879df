// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.benchmarks.server;

import io.github.camelbackgroundcut.benchmarks.Arguments;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The service that all clients of a benchmark speak to: it reads what comes, keeps nothing and answers from memory, so that
 * what is measured is the client.
 *
 * <p>Arguments: {@code downloadBytes} (how large a stored file is) and {@code delayMillis} (how long a process call takes). A
 * path with a part {@code bytes-N} stands for a file of N bytes, one with {@code delay-N} for a process call of N
 * milliseconds. The port is printed as {@code port=N}. It runs until its standard input ends.
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
        EventLoopGroup loops = new NioEventLoopGroup(Runtime.getRuntime().availableProcessors());
        try {
            Channel channel = new ServerBootstrap()
                    .group(loops)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    // With Nagle's algorithm each client would wait for the other side's delayed acknowledgements.
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childOption(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(RECEIVE_BUFFER_BYTES))
                    .childOption(
                            ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(256 * 1024, 512 * 1024))
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel connection) {
                            connection
                                    .pipeline()
                                    .addLast(new HttpServerCodec(4096, MAX_HEAD_BYTES, RECEIVE_BUFFER_BYTES, false))
                                    .addLast(new ApiHandler(file, delayMillis));
                        }
                    })
                    .bind(InetAddress.getLoopbackAddress(), 0)
                    .sync()
                    .channel();
            announce(((InetSocketAddress) channel.localAddress()).getPort());
            while (System.in.read() >= 0) {
                // The parent process has the other end: when it ends, in any way, this process ends, too.
            }
        } finally {
            loops.shutdownGracefully();
        }
    }

    private static void announce(int port) {
        System.out.println("port=" + port);
    }
}
