package dev.pm2console.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// Health is open to all, and says no more than that the console serves and how PM2 is.
@QuarkusTest
@TestProfile(WithoutPm2.class)
class HealthTest {

    @Test
    void readyAlsoWhilePm2IsDown() {
        given().get("/q/health/ready").then().statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", containsInAnyOrder("pm2", "Graceful Shutdown"))
                .body("checks.find { it.name == 'pm2' }.data.daemon", equalTo("down"));
    }

    @Test
    void liveWithoutAskingPm2() {
        given().get("/q/health/live").then().statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks", hasSize(0));
    }

    @Test
    void tellsNothingButTheState() {
        given().get("/q/health").then().statusCode(200)
                .body("", aMapWithSize(2))
                .body("checks", hasSize(2))
                .body("checks.find { it.name == 'Graceful Shutdown' }", aMapWithSize(2))
                .body("checks.find { it.name == 'pm2' }", aMapWithSize(3))
                .body("checks.find { it.name == 'pm2' }.data", aMapWithSize(1));
    }

    @Test
    void answersToEveryHostName() {
        given().header("Host", "console.internal").get("/q/health/ready").then().statusCode(200);
    }
}
