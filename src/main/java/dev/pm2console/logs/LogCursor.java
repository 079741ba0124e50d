package dev.pm2console.logs;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessId;

/// Where a page of lines began, in each output that has older ones. Written as text that says nothing to others and holds
/// no path: whoever forges one reads only what he may.
///
/// @param places   where it goes on
/// @param complete whether that is all there is: else the last page says that there are more lines
public record LogCursor(List<Place> places, boolean complete) {

    /// The most outputs that it goes on with.
    public static final int MOST = 64;

    private static final byte COMPLETE = 1;
    private static final byte INCOMPLETE = 2;
    private static final int PLACE = 4 + 1 + 4 + 8 + 4;
    private static final int FRAME = 1 + 4;

    /// @param file   hash of the file's key
    /// @param offset in the file unpacked, 1 or more
    /// @param print  hash of the bytes before it, by which it is found in a copy
    public record Place(ProcessId id, LogStream stream, int file, long offset, int print) {
    }

    public LogCursor {
        places = List.copyOf(places);
    }

    /// What [#toString()] wrote; empty where the text is none of ours.
    public static Optional<LogCursor> parse(String text) {
        if (text.length() > 2 * (FRAME + MOST * PLACE)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
        var count = (bytes.length - FRAME) / PLACE;
        if (count < 1 || count > MOST || bytes.length != FRAME + count * PLACE
                || (bytes[0] != COMPLETE && bytes[0] != INCOMPLETE)) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes);
        if (in.getInt(bytes.length - 4) != LineKey.hash(bytes, 0, bytes.length - 4)) {
            return Optional.empty();
        }
        in.position(1);
        var places = new ArrayList<Place>();
        var outputs = new HashSet<List<Object>>();
        for (var i = 0; i < count; i++) {
            var id = in.getInt();
            var stream = in.get();
            var place = new Place(new ProcessId(Math.max(0, id)), stream == 0 ? LogStream.OUT : LogStream.ERROR, in.getInt(),
                    in.getLong(), in.getInt());
            var once = outputs.add(List.of(place.id, place.stream));
            if (id < 0 || stream < 0 || stream > 1 || place.offset < 1 || !once) {
                return Optional.empty();
            }
            places.add(place);
        }
        return Optional.of(new LogCursor(places, bytes[0] == COMPLETE));
    }

    @Override
    public String toString() {
        var out = ByteBuffer.allocate(FRAME + places.size() * PLACE).put(complete ? COMPLETE : INCOMPLETE);
        for (var place : places) {
            out.putInt(place.id.value()).put((byte) (place.stream == LogStream.OUT ? 0 : 1)).putInt(place.file)
                    .putLong(place.offset)
                    .putInt(place.print);
        }
        out.putInt(LineKey.hash(out.array(), 0, out.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
    }
}
