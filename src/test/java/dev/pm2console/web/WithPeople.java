package dev.pm2console.web;

import dev.pm2console.rest.WithoutPm2;

/// A console of the pages' own, which nobody has set up yet: tests make the people that they need.
public final class WithPeople extends WithoutPm2 {
}
