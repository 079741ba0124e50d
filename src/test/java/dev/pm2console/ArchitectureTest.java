package dev.pm2console;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// The direction of imports, as docs/architecture.md draws it:
///
/// `rest | web | agent → command, live, security → alerts → accounts, metrics, logs, events, audit → process ← pm2 → pm2.wire`
///
/// `storage` and `jobs` lie beside `process`; `cli`, the door for whoever is at the machine, needs accounts and audit only.
///
/// Classes of the base package itself only wire the parts together, so they may see all of them.
class ArchitectureTest {

    private static final String BASE = "dev.pm2console";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    private static final List<String> FOUNDATION = List.of("process", "storage", "jobs");
    private static final List<String> KNOWLEDGE = List.of("process", "storage", "jobs", "accounts", "metrics", "logs", "events",
            "audit");
    private static final List<String> BELOW_COMMANDS = List.of("process", "storage", "jobs", "accounts", "metrics", "logs",
            "events",
            "audit", "alerts");
    private static final List<String> CORE = List.of("process", "storage", "jobs", "accounts", "metrics", "logs", "events",
            "audit",
            "alerts", "command", "live", "security");

    /// What each package may see of the project, besides itself and its subpackages.
    private static final Map<String, List<String>> MAY_SEE = Map.ofEntries(
            Map.entry("process", List.of()),
            Map.entry("pm2.wire", List.of()),
            Map.entry("pm2", List.of("process")),
            Map.entry("storage", List.of()),
            Map.entry("jobs", List.of()),
            Map.entry("accounts", FOUNDATION),
            Map.entry("metrics", FOUNDATION),
            Map.entry("logs", FOUNDATION),
            Map.entry("events", FOUNDATION),
            Map.entry("audit", FOUNDATION),
            Map.entry("alerts", KNOWLEDGE),
            Map.entry("command", BELOW_COMMANDS),
            Map.entry("live", BELOW_COMMANDS),
            Map.entry("security", KNOWLEDGE),
            Map.entry("rest", CORE),
            Map.entry("web", CORE),
            Map.entry("agent", CORE),
            Map.entry("cli", List.of("storage", "accounts", "audit")));

    @TestFactory
    Stream<DynamicTest> packagesImportInOneDirectionOnly() {
        return MAY_SEE.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> checkImports(rule.getKey(), rule.getValue())));
    }

    private static void checkImports(String name, List<String> mayBeSeen) {
        String[] visible = Stream.concat(Stream.of(name), mayBeSeen.stream())
                .map(ArchitectureTest::withSubpackages)
                .toArray(String[]::new);
        classes().that().resideInAPackage(withSubpackages(name))
                .should(onlyDependOnClassesThat(not(resideInAPackage(BASE + "..")).or(resideInAnyPackage(visible))))
                .as(name + " sees of the project only itself and " + mayBeSeen)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        String[] known = Stream.concat(Stream.of(BASE), MAY_SEE.keySet().stream().map(ArchitectureTest::withSubpackages))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(known).allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void processImportsTheJdkOnly() {
        classes().that().resideInAPackage(withSubpackages("process"))
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", withSubpackages("process"))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void wireImportsTheJdkAndTheJsonParserOnly() {
        classes().that().resideInAPackage(withSubpackages("pm2.wire"))
                .should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson..", withSubpackages("pm2.wire"))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void packagesAreNamedForWhatTheyAreAbout() {
        noClasses()
                .should().resideInAnyPackage("..util..", "..utils..", "..dto..", "..service..", "..impl..", "..config..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Stream<Path> undocumented = files.filter(Files::isDirectory)
                    .filter(ArchitectureTest::hasClasses)
                    .filter(directory -> !Files.exists(directory.resolve("package-info.java")));
            assertThat(undocumented).as("packages without a package-info.java").isEmpty();
        }
    }

    private static boolean hasClasses(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withSubpackages(String name) {
        return BASE + "." + name + "..";
    }
}
