package dev.pm2console.web;

import org.junit.jupiter.api.parallel.ResourceLock;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// The same of what the build has packaged: what a native executable lacks shows here, a template's value, a resource, a type that nobody
/// told it of.
@QuarkusIntegrationTest
@ResourceLock("the one console of @QuarkusIntegrationTest")
class PagesIT extends PagesTest {
}
