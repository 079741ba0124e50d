package dev.pm2console.testsupport;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.testsupport.Visitors.Look;
import io.quarkus.test.common.http.TestHTTPResource;

/// Tests of pages in a real browser, which is the same for all tests of a class; each test's visits end with it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InBrowser {

    @Inject
    protected Accounts accounts;
    @TestHTTPResource
    protected String root;
    protected Visitors visitors;

    @BeforeAll
    protected void openBrowser() {
        visitors = new Visitors(root);
    }

    @AfterEach
    protected void leavePages() {
        visitors.leave();
    }

    @AfterAll
    protected void closeBrowser() {
        if (visitors != null) {
            visitors.close();
        }
    }

    /// Signed in, as a user who is made for it.
    protected Look as(String name, Role role) {
        return Look.as(People.session(accounts, name, role));
    }
}
