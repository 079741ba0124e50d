package dev.pm2console.metrics.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// A block as bytes, written and read. A number is told as its difference (exclusive or) to the one before, or to the mean
/// beside it; then all first bytes follow each other, all second bytes and so on; then it is deflated. Figures that hardly
/// change take hardly any room.
///
/// Of spans the numbers are rounded to 16 significant bits, which is to 1 in 65,000.
final class BlockBytes {

    private static final int VERSION = 1;
    private static final int MAX_LENGTH = 128 << 10; // of what is packed
    private static final int ROUNDED = ~0xff;
    private static final int HALF = 0x80;

    private BlockBytes() {
    }

    static byte[] write(Block block) {
        var plain = new ByteArrayOutputStream(4 << 10);
        try (var out = new DataOutputStream(plain)) {
            out.writeByte(VERSION);
            out.writeByte(block.columns().size());
            for (var column : block.columns().entrySet()) {
                out.writeUTF(column.getKey());
                write(out, column.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return deflate(plain.toByteArray());
    }

    /// @return empty where the bytes are none of a block
    static Optional<Block> read(Tier tier, long start, byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(inflate(bytes)))) {
            if (in.readUnsignedByte() != VERSION) {
                return Optional.empty();
            }
            var block = new Block(tier, start);
            var columns = Math.min(Block.MAX_COLUMNS, in.readUnsignedByte());
            for (var i = 0; i < columns; i++) {
                block.columns().put(in.readUTF(), read(in, tier));
            }
            return Optional.of(block);
        } catch (IOException | DataFormatException broken) {
            return Optional.empty();
        }
    }

    private static void write(DataOutputStream out, Column column) throws IOException {
        var means = new int[Tier.POINTS];
        var mins = new int[Tier.POINTS];
        var maxes = new int[Tier.POINTS];
        var before = 0;
        for (var slot = 0; slot < Tier.POINTS; slot++) {
            var count = column.count(slot);
            if (count > 0) {
                var mean = bits(column.mean(slot), column);
                means[slot] = mean ^ before;
                mins[slot] = mean ^ bits(column.min(slot), column);
                maxes[slot] = mean ^ bits(column.max(slot), column);
                before = mean;
            }
            out.writeShort(count);
        }
        writePlanes(out, means);
        if (!column.isSingle()) {
            writePlanes(out, mins);
            writePlanes(out, maxes);
        }
    }

    private static Column read(DataInputStream in, Tier tier) throws IOException {
        var column = Column.of(tier);
        var counts = new int[Tier.POINTS];
        for (var slot = 0; slot < Tier.POINTS; slot++) {
            counts[slot] = in.readUnsignedShort();
        }
        var means = readPlanes(in);
        var mins = column.isSingle() ? new int[Tier.POINTS] : readPlanes(in);
        var maxes = column.isSingle() ? mins : readPlanes(in);
        var before = 0;
        for (var slot = 0; slot < Tier.POINTS; slot++) {
            if (counts[slot] > 0) {
                before ^= means[slot];
                column.set(slot, Float.intBitsToFloat(before ^ mins[slot]), Float.intBitsToFloat(before),
                        Float.intBitsToFloat(before ^ maxes[slot]), counts[slot]);
            }
        }
        return column;
    }

    private static int bits(float value, Column column) {
        var bits = Float.floatToIntBits(value);
        return column.isSingle() ? bits : (bits + HALF) & ROUNDED;
    }

    private static void writePlanes(DataOutputStream out, int[] numbers) throws IOException {
        for (var shift = 24; shift >= 0; shift -= 8) {
            for (var number : numbers) {
                out.writeByte(number >>> shift);
            }
        }
    }

    private static int[] readPlanes(DataInputStream in) throws IOException {
        var numbers = new int[Tier.POINTS];
        for (var plane = 0; plane < 4; plane++) {
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] = (numbers[i] << 8) | in.readUnsignedByte();
            }
        }
        return numbers;
    }

    private static byte[] deflate(byte[] plain) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            var packed = new ByteArrayOutputStream(1 << 10);
            var buffer = new byte[4 << 10];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] packed) throws DataFormatException {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var plain = new ByteArrayOutputStream(8 << 10);
            var buffer = new byte[8 << 10];
            while (!inflater.finished() && plain.size() < MAX_LENGTH) {
                var length = inflater.inflate(buffer);
                if (length == 0) {
                    break;
                }
                plain.write(buffer, 0, length);
            }
            return plain.toByteArray();
        } finally {
            inflater.end();
        }
    }
}
