// SPDX-License-Identifier: Apache-2.0
package io.github.camelbackgroundcut.emulator.picture.metadata;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads numbers from a file through a small buffer. Every read past the end throws {@link EOFException}. */
public final class FileBytes implements AutoCloseable {

    private static final int BUFFER_SIZE = 64 * 1024;

    private final FileChannel channel;
    private final long length;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE).limit(0);

    public FileBytes(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        length = channel.size();
    }

    public long length() {
        return length;
    }

    public byte[] first(int count) throws IOException {
        byte[] bytes = new byte[(int) Math.min(count, length)];
        seek(0);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) u8();
        }
        return bytes;
    }

    /** The next bytes, all of which have to be in the file. */
    public byte[] next(int count) throws IOException {
        if (count > length - position()) {
            throw new EOFException();
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) u8();
        }
        return bytes;
    }

    public long position() throws IOException {
        return channel.position() - buffer.remaining();
    }

    public void seek(long position) throws IOException {
        channel.position(position);
        buffer.limit(0);
    }

    /** Jumps over bytes, all of which have to be in the file. */
    public void skip(long count) throws IOException {
        if (count < 0 || count > length - position()) {
            throw new EOFException();
        }
        if (count <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) count);
        } else {
            seek(position() + count);
        }
    }

    public int u8() throws IOException {
        if (!buffer.hasRemaining()) {
            fill();
        }
        return buffer.get() & 0xff;
    }

    public int u16BigEndian() throws IOException {
        return u8() << 8 | u8();
    }

    public long u32BigEndian() throws IOException {
        return (long) u16BigEndian() << 16 | u16BigEndian();
    }

    public int u16LittleEndian() throws IOException {
        return u8() | u8() << 8;
    }

    public int u24LittleEndian() throws IOException {
        return u16LittleEndian() | u8() << 16;
    }

    public long u32LittleEndian() throws IOException {
        return u16LittleEndian() | (long) u16LittleEndian() << 16;
    }

    /** The four characters that name a chunk in PNG and RIFF. */
    public String fourCharacters() throws IOException {
        byte[] name = {(byte) u8(), (byte) u8(), (byte) u8(), (byte) u8()};
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private void fill() throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        buffer.flip();
        if (count <= 0) {
            throw new EOFException();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
