package dev.pm2console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    private static Optional<Level> level(String text) {
        return new LineReader().next(text).level();
    }

    /// Reads lines of which each one says, before a bar, what is expected: `-` for one that begins, `+` for one that
    /// follows, and the level.
    private static void check(String script) {
        var reader = new LineReader();
        var read = new ArrayList<String>();
        var lines = script.lines().toList();
        for (var line : lines) {
            var text = line.substring(line.indexOf('¦') + 1);
            var facts = reader.next(text);
            read.add("%s %-5s¦%s".formatted(facts.follows() ? "+" : "-", facts.level().map(Level::wire).orElse(""), text));
        }
        assertThat(String.join("\n", read)).isEqualTo(String.join("\n", lines));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            # pino, bunyan
            info  ¦ {"level":30,"time":1764100800000,"pid":1,"hostname":"h","msg":"error: not really"}
            trace ¦ {"level":10,"msg":"x"}
            debug ¦ {"level":20,"msg":"x"}
            warn  ¦ {"level": 40, "msg":"x"}
            warn  ¦ {"level":45,"msg":"custom"}
            error ¦ {"name":"app","hostname":"h","pid":1,"level":50,"msg":"x","time":"2026-11-25T20:00:00.000Z","v":0}
            fatal ¦ {"level":60,"msg":"x"}
            warn  ¦ {"level":"warn","time":1764100800000,"msg":"pino with labels"}
            # winston, slog, zap, zerolog, bunyan with words
            error ¦ {"level":"error","message":"x","timestamp":"2026-11-25T20:00:00.000Z"}
            info  ¦ {"message":"a \\"level\\":\\"error\\" b","level":"info"}
            debug ¦ {"level":"verbose","message":"x"}
            info  ¦ {"level":"http","message":"GET /"}
            warn  ¦ {"time":"2026-11-25T20:00:00.123456789Z","level":"WARN","msg":"x"}
            error ¦ {"time":"2026-11-25T20:00:00Z","level":"ERROR+2","msg":"x"}
            debug ¦ {"time":"2026-11-25T20:00:00Z","level":"DEBUG-2","msg":"x"}
            error ¦ {"level":"error","ts":1764100800.123,"caller":"a/b.go:1","msg":"x"}
            fatal ¦ {"level":"dpanic","ts":1764100800.123,"msg":"x"}
            # Google Cloud, python-json-logger, monolog, ECS, Quarkus
            error ¦ {"severity":"ERROR","message":"x"}
            fatal ¦ {"severity":"CRITICAL","message":"x"}
            warn  ¦ {"asctime":"2026-11-25 20:00:00,123","levelname":"WARNING","message":"x"}
            warn  ¦ {"message":"x","context":{"level":"error"},"level":300,"level_name":"WARNING"}
            info  ¦ {"@timestamp":"2026-11-25T20:00:00.000Z","log.level":"INFO","message":"x"}
            info  ¦ {"timestamp":"2026-11-25T20:00:00.000+01:00","sequence":1,"level":"INFO","message":"x"}
            debug ¦ {"a":[1,{"level":"error"},"]}"],"lvl":"dbug","level":"debug"}
            # winston simple, colours apart
            info  ¦ info: hello
            error ¦ error: no such thing {"code":1}
            warn  ¦ 2026-11-25T20:00:00.000Z warn: x
            warn  ¦ 2026-11-25T20:00:00.000Z [api] warn: x
            warn  ¦ 2026-11-25 20:00:00 - warn - x
            # in brackets
            warn  ¦ [WARN] x
            warn  ¦ [warn] x
            error ¦ [2026-11-25T20:00:00.000] [ERROR] default - x
            error ¦ 2026/11/25 20:00:00 [error] 123#123: *1 open() "/x" failed (2: No such file or directory)
            error ¦ [Wed Nov 25 20:00:00.123456 2026] [core:error] [pid 1] AH00035: x
            info  ¦ [20:00:00 INF] Now listening on: http://localhost:5000
            info  ¦ [2026-11-25 20:00:00 +0000] [123] [INFO] Listening at: http://127.0.0.1:8000 (123)
            error ¦ [2026-11-25 20:00:00,123: ERROR/MainProcess] Task x raised unexpected: y
            info  ¦ 2026-11-25T20:00:00.000Z [INFO]  agent: x: k=v
            info  ¦ [20:00:00.123] INFO (123): pino-pretty
            # log4j, logback, Spring Boot, java.util.logging
            warn  ¦ 2026-11-25 20:00:00,123 WARN  [org.example.App] x
            warn  ¦ WARN  [org.example.App] (main) x
            info  ¦ 20:00:00.123 [main] INFO  org.example.App - x
            error ¦ 20:00:00.123 [http-nio-8080-exec-1] ERROR o.e.App - x
            error ¦ 2026-11-25T20:00:00.123+01:00 ERROR 1 --- [main] o.e.App : x
            debug ¦ 2026-11-25 20:00:00,123 [main] DEBUG a.b.C:12 - x
            error ¦ SEVERE: x
            info  ¦ INFO  x
            # python: logging, uvicorn, loguru
            warn  ¦ WARNING:root:x
            error ¦ ERROR:app.module:x
            info  ¦ 2026-11-25 20:00:00,123 - app - INFO - x
            error ¦ 2026-11-25 20:00:00,123 - app.module - ERROR - x
            fatal ¦ 2026-11-25 20:00:00,123 app.module CRITICAL x
            info  ¦ INFO:     Uvicorn running on http://127.0.0.1:8000
            debug ¦ 2026-11-25 20:00:00.123 | DEBUG    | app:main:12 - x
            # Go: slog, logrus, zap, zerolog, klog
            info  ¦ 2026/11/25 20:00:00 INFO hello count=3
            warn  ¦ time=2026-11-25T20:00:00.000Z level=WARN msg="x y"
            warn  ¦ time="2026-11-25T20:00:00Z" level=warning msg="x y"
            error ¦ ts=2026-11-25T20:00:00.000Z caller=main.go:1 level=error msg=x
            info  ¦ msg="an error, level=error" level=info
            warn  ¦ WARN[0003] something  key=value
            error ¦ 8:00PM ERR something error="x"
            info  ¦ 2026-11-25T20:00:00.000Z	info	app/main.go:1	x
            error ¦ 2026-11-25T20:00:00.000Z	ERROR	app/main.go:1	x
            error ¦ E1125 20:00:00.123456       1 main.go:10] x
            info  ¦ I1125 20:00:00.123456       1 main.go:10] x
            fatal ¦ panic: runtime error: index out of range
            # others
            info  ¦ [Nest] 12345  - 11/25/2026, 8:00:00 PM     LOG [NestFactory] Starting Nest application...
            error ¦ [Nest] 12345  - 11/25/2026, 8:00:00 PM   ERROR [ExceptionsHandler] x
            info  ¦ 2026-11-25 20:00:00.123 UTC [123] LOG:  database system is ready
            fatal ¦ 2026-11-25 20:00:00.123 CET [123] FATAL:  role does not exist
            error ¦ E, [2026-11-25T20:00:00.123456 #123] ERROR -- : x
            error ¦ npm ERR! code ELIFECYCLE
            error ¦ npm error code ENOENT
            warn  ¦ npm WARN deprecated x@1.0.0
            warn  ¦ npm warn deprecated x@1.0.0
            warn  ¦ (node:123) Warning: x
            warn  ¦ (node:123) [DEP0005] DeprecationWarning: Buffer() is deprecated
            warn  ¦ (node:123) UnhandledPromiseRejectionWarning: Error: x
            fatal ¦ FATAL ERROR: Reached heap limit Allocation failed
            error ¦ myapp[123]: error: x
            warn  ¦ ⚠ warn - x
            # what was thrown
            error ¦ Error: x
            error ¦ TypeError: Cannot read properties of undefined (reading 'x')
            error ¦ TypeError [ERR_INVALID_ARG_TYPE]: x
            error ¦ Uncaught Error: x
            error ¦ Unhandled Rejection at: Promise
            error ¦ Traceback (most recent call last):
            error ¦ Exception in thread "main" java.lang.IllegalStateException: x
            error ¦ java.lang.IllegalStateException: x
            error ¦ requests.exceptions.ConnectionError: x
            error ¦ thread 'main' panicked at src/main.rs:1:2:
            error ¦ ⨯ ReferenceError: x is not defined
            # PM2's stamp
            warn  ¦ 2026-11-25T20:00:00: warn: x
            info  ¦ 2026-11-25T20:00:00: {"level":30,"msg":"x"}
            error ¦ 2026-11-25 20:00:00 +01:00: 2026-11-25T20:00:00.000Z ERROR x
            """)
    void aLineNamesItsLevel(String level, String text) {
        assertThat(level(text)).map(Level::wire).contains(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "\t", "no error found", "info about", "information: see the manual", "http: panic serving",
            "HTTP server on 80", "log: in /var/log", "fine: x", "0 errors, 0 warnings",
            "an error: x", "Errors: 0", "Error handling is on", "the [user] saw no error", "GET /error 200 12ms",
            "GET /warn: x", "warning signs", "Info about ERROR", "errors", "Server listening on http://localhost:3000",
            "Listening on port 3000: info", "We found an ERROR in x", "warned: x", "debugger attached",
            "Compiled with warnings",
            "http://localhost: error", "level warn", "alevel=warn", "msg=x warnlevel=error", "ERRORS: none", "NOTERROR x",
            "Fine", "fine, thanks", "trace it", "2026-11-25T20:00:00.000Z request has no error", "npm run error",
            "npm", "npm ", "npm install", "Node.js v22.0.0", "日本語 error: x", "🎉 done", "(", "[", "<", "[info", "=", "level=",
            "level=\"",
            "thread 'main' started", "Traceback", "Exception", "MyError happened", "error", "E1125", "E11x5 x",
            "Caused by: java.lang.RuntimeException: x", "... 12 more", "12", "12:00 PM", "X, y",
            "{}", "{", "{\"", "{\"level\"", "{\"level\":", "{\"level\":\"", "{\"level\":\"warn", "{\"level\":3",
            "{\"level\":30",
            "{\"level\":[30]}", "{\"level\":\"loud\"}", "{\"level\":6}", "{\"level\":1e9}", "{\"level\":null}",
            "{\"level\":99999999999999999999999999999999}", "{\"nested\":{\"level\":\"warn\"}}",
            "{\"a\":\"level\\\":\\\"warn\"}",
            "{level: 'warn'}", "{\"le\\u0076el\":30}", "[1,2,{\"level\":30}]", "\"level\":30" })
    void proseAndNonsenseHaveNone(String text) {
        assertThat(level(text)).isEmpty();
    }

    @Test
    void coloursAreNoHindrance() {
        assertThat(level("\u001b[32minfo\u001b[39m: x")).contains(Level.INFO);
        assertThat(level("[20:00:00.123] \u001b[31mERROR\u001b[39m (123): x")).contains(Level.ERROR);
        assertThat(level("\u001b[1;33m[warn]\u001b[0m x")).contains(Level.WARN);
        var facts = new LineReader().next("\u001b[90m2026-11-25T20:00:00Z\u001b[0m \u001b[33mWARN\u001b[0m x");
        assertThat(facts).isEqualTo(new LineFacts(Optional.of(Instant.parse("2026-11-25T20:00:00Z")), Optional.of(Level.WARN),
                false));
    }

    @Test
    void onlyTheBeginningOfALineCounts() {
        assertThat(level("[" + "x".repeat(100) + "] ERROR x")).isEmpty();
        assertThat(level("{\"a\":\"" + "x".repeat(1900) + "\",\"level\":\"warn\"}")).contains(Level.WARN);
        assertThat(level("{\"a\":\"" + "x".repeat(2100) + "\",\"level\":\"warn\"}")).isEmpty();
        assertThat(level("{\"level\":\"warn\",\"a\":\"" + "x".repeat(5000))).contains(Level.WARN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            2026-11-25T20:00:00Z           ¦ 2026-11-25T20:00:00Z x
            2026-11-25T20:00:00Z           ¦ 2026-11-25T20:00:00Z
            2026-11-25T20:00:00.123Z       ¦ 2026-11-25T20:00:00.123Z: x
            2026-11-25T20:00:00.123456789Z ¦ 2026-11-25T20:00:00.123456789Z x
            2026-11-25T18:30:00Z           ¦ 2026-11-25T20:00:00+01:30 x
            2026-11-25T22:00:00Z           ¦ 2026-11-25T20:00:00-0200 x
            2026-11-25T19:00:00Z           ¦ 2026-11-25 20:00:00 +01:00: x
            2026-11-25T20:00:00.123Z       ¦ 2026-11-25 20:00:00.123+00 x
            2026-11-25T20:00:00.123Z       ¦ 2026-11-25 20:00:00.123 UTC [1] LOG: x
            2026-11-25T20:00:00.123Z       ¦ [2026-11-25 20:00:00,123 +0000] x
            2026-11-25T20:00:00Z           ¦ [2026-11-25T20:00:00Z] x
            2024-02-29T20:00:00Z           ¦ 2024-02-29T20:00:00Z x
            2026-11-25T20:00:00Z           ¦ time=2026-11-25T20:00:00Z level=info
            2026-11-25T20:00:00Z           ¦ time="2026-11-25T20:00:00Z" level=info
            2026-11-25T20:00:00Z           ¦ ts=2026-11-25T20:00:00Z level=info
            2026-11-25T20:00:00Z           ¦ 2026-11-25T20:00:00Z: 2026-11-25T19:59:59Z x
            2025-11-25T20:00:00Z           ¦ {"level":30,"time":1764100800000,"msg":"x"}
            2025-11-25T20:00:00.123Z       ¦ {"level":"info","ts":1764100800.123,"msg":"x"}
            2025-11-25T20:00:00Z           ¦ {"ts":1764100800}
            2025-11-25T20:00:00.000001Z    ¦ {"ts":1764100800000001}
            2025-11-25T20:00:00.000000001Z ¦ {"ts":1764100800000000001}
            2026-11-25T20:00:00.123Z       ¦ {"message":"x","timestamp":"2026-11-25T20:00:00.123Z"}
            2026-11-25T20:00:00.123Z       ¦ {"@timestamp":"2026-11-25T20:00:00.123Z","message":"x"}
            2026-11-25T20:00:00.123Z       ¦ { "msg" : "x" , "time" : "2026-11-25T20:00:00.123Z" }
            """)
    void aLineTellsItsTime(Instant time, String text) {
        assertThat(LineReader.ownTime(text)).contains(time);
        assertThat(new LineReader().next(text).at()).contains(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            2026-11-25T20:00:00         ¦ 2026-11-25T20:00:00: x
            2026-11-25T20:00:00         ¦ 2026-11-25 20:00:00 x
            2026-11-25T20:00:00.123     ¦ 2026-11-25 20:00:00.123 [main] INFO x
            2026-11-25T20:00:00.123     ¦ 2026-11-25 20:00:00,123 - app - INFO - x
            2026-11-25T20:00:00         ¦ 2026/11/25 20:00:00 x
            2026-11-25T20:00:00.123456  ¦ 2026/11/25 20:00:00.123456 x
            2026-11-25T20:00:00         ¦ [2026-11-25 20:00:00] x
            2026-11-25T20:00:00         ¦ 2026-11-25T20:00:00 - x
            2026-11-25T20:00:00         ¦ 2026-11-25T20:00:00 -99:00 x
            """)
    void aTimeWithoutAZoneIsTheMachines(LocalDateTime time, String text) {
        assertThat(LineReader.ownTime(text)).contains(time.atZone(ZoneId.systemDefault()).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "2", "[", "{", "[2", "x 2026-11-25T20:00:00Z", " 2026-11-25T20:00:00Z", "\t2026-11-25T20:00:00Z", "2026-11-25",
            "2026-11-25T20:00", "2026-11-25T20:00:0", "2026-11-25T20:00:00x", "2026-11-25T20:00:001", "2026-11-25T20:00:00Zulu",
            "2026-13-25T20:00:00Z", "2026-02-29T20:00:00Z", "2026-11-31T20:00:00Z", "2026-11-25T24:00:00Z",
            "2026-11-25T20:60:00Z",
            "2026-11-25T20:00:60Z", "2026-11/25T20:00:00Z", "2026-11-25x20:00:00Z", "2O26-11-25T20:00:00Z",
            "0000-11-25T20:00:00Z",
            "2026-00-25T20:00:00Z", "2026-11-00T20:00:00Z", "２０２６-11-25T20:00:00Z", "2026-11-25T20:00:00.1234567890Z",
            "{\"time\":5}", "{\"time\":-1764100800000}", "{\"time\":1e12}", "{\"time\":1.7.6}", "{\"time\":\"12:00\"}",
            "{\"time\":17641008000000000000000000000}", "{\"time\":1764100800000", "{\"time\":null}", "{\"time\":{}}",
            "{\"time\":.}",
            "{\"a\":{\"time\":1764100800000}}", "time=", "time=x", "time=\"", "ts=1" })
    void whatIsNoTimeIsNone(String text) {
        assertThat(LineReader.ownTime(text)).isEmpty();
    }

    @Test
    void tracesOfNodeFollow() {
        check("""
                -      ¦/app/index.js:3
                -      ¦    throw new Error('boom');
                -      ¦    ^
                -      ¦
                - error¦Error: boom
                + error¦    at f (/app/index.js:3:11)
                + error¦    at async Promise.all (index 0)
                + error¦    at async file:///app/main.mjs:3:11
                + error¦    at <anonymous>
                + error¦    at new Promise (<anonymous>)
                + error¦    at node:internal/main/run_main_module:36:49 {
                + error¦  code: 'ENOENT',
                + error¦  errno: -2,
                + error¦  [cause]: TypeError: inner
                + error¦      at g (/app/index.js:1:2) {
                + error¦    status: 500
                + error¦  }
                + error¦}
                -      ¦
                -      ¦Node.js v22.0.0
                -      ¦}
                -      ¦  indented: prose
                -      ¦    at noon we met
                """);
    }

    @Test
    void tracesOfJavaFollow() {
        check("""
                - error¦Exception in thread "main" java.lang.IllegalStateException: x
                + error¦	at a.b.C.d(C.java:12)
                + error¦	at java.base/java.lang.Thread.run(Thread.java:1)
                + error¦	Suppressed: java.io.IOException: y
                + error¦		at a.b.C.e(C.java:1)
                + error¦		... 2 more
                + error¦Caused by: java.lang.NullPointerException: z
                + error¦	at a.b.C.f(Native Method)
                + error¦	at a.b.C.g(Unknown Source)
                + error¦	at a.b.C$$Lambda/0x00007f.apply(Unknown Source) ~[app.jar:1.0]
                + error¦	at a.b.C.h(C.java:1) ~[?:?]
                + error¦	... 12 common frames omitted
                - info ¦20:00:00.123 [main] INFO  a.b.C - next
                -      ¦	... and so on
                - warn ¦2026-11-25 20:00:00,123 WARN  [a.b.C] handled
                -      ¦plain
                - error¦2026-11-25 20:00:00,123 ERROR [a.b.C] failed
                + error¦java.lang.IllegalStateException: x
                + error¦	at a.b.C.d(C.java:12)
                - error¦java.lang.IllegalStateException: another
                - error¦2026-11-25 20:00:00,123 ERROR [a.b.C] failed
                -      ¦Server: up
                """);
    }

    @Test
    void tracesOfPythonFollow() {
        check("""
                - error¦Traceback (most recent call last):
                + error¦  File "/app/main.py", line 1, in <module>
                + error¦    f()
                + error¦    ~^^
                + error¦KeyError: 'x'
                + error¦
                + error¦During handling of the above exception, another exception occurred:
                + error¦
                + error¦Traceback (most recent call last):
                + error¦  File "/app/main.py", line 3, in <module>
                + error¦    ERROR = g()
                + error¦zlib.error: Error -3
                -      ¦plain
                - error¦2026-11-25 20:00:00,123 - app - ERROR - failed
                + error¦Traceback (most recent call last):
                + error¦  File "/app/main.py", line 1, in <module>
                + error¦KeyboardInterrupt
                - error¦Traceback (most recent call last):
                + error¦  File "/app/main.py", line 1, in <module>
                - warn ¦WARNING:root:in between
                -      ¦  indented
                - error¦Traceback (most recent call last):
                + error¦  File "/app/main.py", line 1, in <module>
                - info ¦2026-11-25 20:00:00,123 - app - INFO - in between
                - error¦Traceback (most recent call last):
                - info ¦{"level":30,"msg":"in between"}
                -      ¦  indented
                - error¦  + Exception Group Traceback (most recent call last):
                + error¦  |   File "/app/main.py", line 1, in <module>
                + error¦  | ExceptionGroup: two (2 sub-exceptions)
                + error¦  +-+---------------- 1 ----------------
                + error¦    | ValueError: x
                + error¦    +------------------------------------
                -      ¦plain
                """);
    }

    @Test
    void behindPm2sStampATraceFollowsToo() {
        check("""
                - error¦2026-11-25T20:00:00: TypeError: x
                + error¦2026-11-25T20:00:00:     at f (/app/index.js:3:11)
                + error¦2026-11-25T20:00:01: Caused by: y
                -      ¦2026-11-25T20:00:01: plain
                """);
        assertThat(new LineReader().next("2026-11-25T20:00:00Z:     at f (/app/index.js:3:11)").at())
                .contains(Instant.parse("2026-11-25T20:00:00Z"));
    }

    @Test
    void aLineWithAnOwnTimeBeginsAnew() {
        check("""
                - error¦Error: x
                + error¦    at f (/app/index.js:3:11)
                -      ¦2026-11-25T20:00:00Z at f (/app/index.js:3:11)
                +      ¦    at f (/app/index.js:3:11)
                """);
    }

    @Test
    void anythingCanBeRead() {
        var random = new Random(4);
        var alphabet = "{}[]()<>\"\\:=,.;-+ \t0129TZabE\u001bm日🎉levltimsnp";
        var reader = new LineReader();
        for (var round = 0; round < 50_000; round++) {
            var text = new StringBuilder(
                    List.of("", "{\"level\":", "{\"time\":", "2026-11-25T20:00:00", "[", "npm ", "    at ", "level=")
                            .get(random.nextInt(8)));
            for (var i = random.nextInt(30); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var safe = SafeText.line(text.toString());
            assertThat(reader.next(safe)).isNotNull();
            assertThat(LineReader.ownTime(safe)).isNotNull();
        }
    }
}
