package dev.pm2console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/// What is static is made while a native executable is built, and is in it from then on. So nothing static may be of the machine
/// that builds: no source of randomness (everybody would have the same), no address, no thread, no open file, no time zone. The
/// builder refuses some of these; of others it says nothing.
class NativeHeapTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final List<Class<?>> FORBIDDEN = List.of(RandomGenerator.class, InetAddress.class, Thread.class,
            Closeable.class,
            Process.class, ZoneId.class);
    private static final Set<String> OF_THE_MACHINE = Set.of("Runtime.availableProcessors", "Runtime.maxMemory",
            "System.getenv",
            "System.getProperty", "System.currentTimeMillis", "System.nanoTime", "Instant.now", "ZoneId.systemDefault",
            "ProcessHandle.current", "UUID.randomUUID", "Locale.getDefault", "Charset.defaultCharset");

    @TestFactory
    Stream<DynamicTest> nothingStaticIsOfTheMachineThatBuilds() throws IOException {
        List<Path> files;
        try (var found = Files.walk(CLASSES.resolve("dev"))) {
            files = found.filter(it -> it.toString().endsWith(".class") && !it.endsWith("package-info.class")).sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(300);
        return files.stream().map(CLASSES::relativize)
                .map(it -> it.toString().replace('/', '.').substring(0, it.toString().length() - ".class".length()))
                .map(name -> DynamicTest.dynamicTest(name, () -> assertThat(offences(Class.forName(name))).isEmpty()));
    }

    /// A number or a text does not show where it came from.
    @Test
    void nothingStaticIsAskedOfTheMachine() {
        var asks = new ClassFileImporter().importPath(CLASSES).stream()
                .flatMap(type -> type.getStaticInitializer().stream())
                .flatMap(initializer -> initializer.getMethodCallsFromSelf().stream())
                .filter(call -> OF_THE_MACHINE.contains(call.getTargetOwner().getSimpleName() + "." + call.getName()))
                .map(JavaMethodCall::getDescription).toList();

        assertThat(asks).isEmpty();
    }

    @Test
    void seesWhatIsHidden() throws Exception {
        record Box(Optional<List<Object>> content) {
        }

        assertThat(new Walk().offences("x", new Box(Optional.of(List.of(Map.of("a", new Random(1))))))).hasSize(1);
        assertThat(new Walk().offences("x", DateTimeFormatter.ISO_INSTANT.withZone(ZoneId.of("Europe/Paris")))).hasSize(1);
        assertThat(new Walk().offences("x", DateTimeFormatter.ISO_INSTANT.withZone(ZoneOffset.UTC))).isEmpty();
        assertThat(new Walk().offences("x", new Object[] { InetAddress.getLoopbackAddress() })).hasSize(1);
    }

    private static List<String> offences(Class<?> type) throws IllegalAccessException {
        var found = new ArrayList<String>();
        for (var field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                found.addAll(new Walk().offences(field.getName(), field.get(null)));
            }
        }
        return found;
    }

    /// Looks at an object and at all that it holds, through our own types and through collections.
    private static final class Walk {

        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<String> found = new ArrayList<>();

        List<String> offences(String place, Object value) throws IllegalAccessException {
            look(place, value);
            return found;
        }

        private void look(String place, Object value) throws IllegalAccessException {
            if (value == null || !seen.add(value)) {
                return;
            }
            switch (value) {
                case ZoneOffset everywhereTheSame -> {
                }
                case Object bad when FORBIDDEN.stream().anyMatch(it -> it.isInstance(bad)) ->
                    found.add(place + " is " + bad.getClass().getName());
                case DateTimeFormatter format -> look(place + ".zone", format.getZone());
                case Optional<?> optional -> look(place, optional.orElse(null));
                case Map<?, ?> map -> {
                    each(place, map.keySet());
                    each(place, map.values());
                }
                case Collection<?> collection -> each(place, collection);
                case Object array when array.getClass().isArray() && !array.getClass().getComponentType().isPrimitive() -> {
                    for (var i = 0; i < Array.getLength(array); i++) {
                        look(place + "[]", Array.get(array, i));
                    }
                }
                case Object own when own.getClass().getName().startsWith("dev.pm2console.") && !(own instanceof Class) -> {
                    for (Class<?> type = own.getClass(); type != null
                            && type.getName().startsWith("dev.pm2console."); type = type
                                    .getSuperclass()) {
                        for (var field : type.getDeclaredFields()) {
                            lookAt(place, own, field);
                        }
                    }
                }
                default -> {
                }
            }
        }

        private void lookAt(String place, Object own, Field field) throws IllegalAccessException {
            if (!Modifier.isStatic(field.getModifiers()) && !own.getClass().isHidden()) {
                field.setAccessible(true);
                look(place + "." + field.getName(), field.get(own));
            }
        }

        private void each(String place, Collection<?> values) throws IllegalAccessException {
            for (var value : values) {
                look(place + "[]", value);
            }
        }
    }
}
